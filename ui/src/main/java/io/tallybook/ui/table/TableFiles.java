package io.tallybook.ui.table;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Answers {@code ?export=csv&table=…} with a file instead of the page. The page's own controller has run: the file holds the
 * very table the page would have shown, its rows, order, filter and (by {@code columns}) its columns.
 */
@Component
public class TableFiles implements HandlerInterceptor {
    private final EventReader log;

    TableFiles(EventReader log) {
        this.log = log;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        String format = request.getParameter("export");
        if (page == null || format == null) {
            return;
        }
        TableFile.Type.named(format)
                .flatMap(f -> find(page.getModel().values().stream(), request.getParameter("table"))
                        .map(table -> file(table, f, request)))
                .ifPresent(view -> {
                    page.clear();
                    page.setView(view);
                });
    }

    private View file(Table table, TableFile.Type type, HttpServletRequest request) {
        TableFile file = new TableFile(table, columns(table, request.getParameter("columns")), figures(request));
        return (model, asked, response) -> {
            byte[] bytes = file.bytes(type, asOf());
            response.setContentType(type.mediaType());
            response.setContentLength(bytes.length);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(file.name(asked.getRequestURI()) + "." + type.extension())
                            .build()
                            .toString());
            response.getOutputStream().write(bytes);
        };
    }

    private Instant asOf() {
        return log.at(log.head()).map(StoredEvent::time).orElse(Instant.EPOCH);
    }

    private static Figures figures(HttpServletRequest request) {
        return (Figures) request.getAttribute(Figures.REQUEST);
    }

    /** Indexes of the columns asked for; the first always, all when none are named. */
    private static List<Integer> columns(Table table, @Nullable String asked) {
        Set<String> wanted = asked == null || asked.isBlank() ? Set.of() : Set.of(asked.split(","));
        return IntStream.range(0, table.columns().size())
                .filter(i -> i == 0
                        || wanted.isEmpty()
                        || wanted.contains(table.columns().get(i).key()))
                .boxed()
                .toList();
    }

    private static Optional<Table> find(Stream<?> values, @Nullable String id) {
        return values.flatMap(TableFiles::tables).filter(t -> t.id().equals(id)).findFirst();
    }

    private static Stream<Table> tables(@Nullable Object value) {
        return switch (value) {
            case Table table -> Stream.of(table);
            case Tabled tabled -> tabled.tables().stream();
            case Collection<?> many -> many.stream().flatMap(TableFiles::tables);
            case Map<?, ?> many -> many.values().stream().flatMap(TableFiles::tables);
            case null, default -> Stream.empty();
        };
    }
}
