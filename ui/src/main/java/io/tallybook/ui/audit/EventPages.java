package io.tallybook.ui.audit;

import io.tallybook.messages.UserId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.audit.AuditEntry;
import io.tallybook.query.audit.AuditEvent;
import io.tallybook.query.audit.AuditFilter;
import io.tallybook.query.audit.AuditQueries;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The log read by people: who did what, when, from where, and the stored JSON itself. */
@PageController
class EventPages {
    private static final List<Column> COLUMNS = List.of(
            Column.figure("position", Kind.COUNT, null),
            Column.of("at", Kind.TIME),
            Column.text("event"),
            Column.text("stream"),
            Column.figure("sequence", Kind.COUNT, null),
            Column.text("user"),
            Column.text("client"),
            Column.text("reason"));

    private final AuditQueries audit;

    EventPages(AuditQueries audit) {
        this.audit = audit;
    }

    @GetMapping("/events")
    String events(Screen screen, Model model) {
        AuditFilter filter = filter(screen);
        Page<AuditEntry> page = audit.events(
                filter,
                new PageRequest(PageRequest.STANDARD, screen.param("cursor").orElse(null)));
        model.addAttribute("filter", filter);
        model.addAttribute("from", screen.param("from").orElse(""));
        model.addAttribute("to", screen.param("to").orElse(""));
        model.addAttribute("types", audit.types());
        model.addAttribute(
                "table",
                screen.table(
                                "events",
                                COLUMNS,
                                page.rows().stream().map(EventPages::row).toList())
                        .onward(screen.onward(page.next())));
        return "events";
    }

    private static AuditFilter filter(Screen screen) {
        ZoneId zone = screen.figures().zone();
        return new AuditFilter(
                screen.param("stream").map(String::strip).orElse(null),
                screen.param("type").orElse(null),
                screen.param("user").map(u -> new UserId(u.strip())).orElse(null),
                screen.param("from").map(d -> day(d, 0, zone)).orElse(null),
                screen.param("to").map(d -> day(d, 1, zone)).orElse(null),
                null,
                null);
    }

    private static @Nullable Instant day(String day, int plus, ZoneId zone) {
        try {
            return LocalDate.parse(day).plusDays(plus).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Row row(AuditEntry e) {
        return Row.of(
                String.valueOf(e.position()),
                Cell.of(e.position()).to(Ways.event(e.position())),
                Cell.of(e.time()),
                Cell.of(e.type()).to(Ways.event(e.position())),
                Cell.of(e.stream()).to(Ways.stream(e.stream())),
                Cell.of(e.sequence()),
                Cell.of(e.user() == null ? null : e.user().value()),
                Cell.of(e.client()),
                Cell.of(e.reason()).marked("short"));
    }

    @GetMapping("/events/{position}")
    String event(@PathVariable long position, Screen screen, Model model) {
        AuditEvent event = audit.event(position).orElseThrow(NotFound.page());
        AuditEntry entry = event.entry();
        model.addAttribute("entry", entry);
        model.addAttribute("metadata", event.metadata());
        model.addAttribute("payload", Payload.pretty(event.payload()));
        model.addAttribute(
                "raw",
                Payload.raw(
                        event.payload(),
                        screen.param("line").map(Integer::valueOf).orElse(null)));
        model.addAttribute("source", Payload.source(event.payload()));
        model.addAttribute("streamWay", Ways.stream(entry.stream()));
        List<AuditEntry> chain = entry.correlation() == null ? List.of() : audit.chain(entry.correlation());
        model.addAttribute("cut", chain.size() == AuditQueries.MOST_IN_CHAIN);
        model.addAttribute(
                "chain",
                screen.table(
                        "chain", COLUMNS, chain.stream().map(EventPages::row).toList()));
        return "event";
    }
}
