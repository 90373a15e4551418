package io.tallybook.ui.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A walk through every page there is, over the pages' own links only. Of each page a few addresses are opened until one has
 * something in every table; there it is looked at closely.
 */
final class Tour {
    private static final int MOST_ADDRESSES_OF_A_PAGE = 8;

    private final List<Handler> pages;
    private final Inspection inspection;
    private final Exports exports = new Exports();
    private final Map<Handler, Set<String>> ahead = new HashMap<>();
    private final Map<Handler, Integer> opened = new HashMap<>();
    private final Map<Handler, String> seen = new LinkedHashMap<>();
    private final Map<Handler, String> empty = new LinkedHashMap<>();

    Tour(List<Handler> handlers, Inspection inspection) {
        this.pages = handlers.stream().filter(Handler::isPage).toList();
        this.inspection = inspection;
    }

    /** Walks until every page that a link leads to was seen full. */
    void walk(Desk desk, String from) throws IOException {
        desk.page().onResponse(this::heard);
        offer(from);
        for (Optional<Handler> next = next(); next.isPresent(); next = next()) {
            open(desk, next.get());
        }
    }

    /** Looks at one page from another person's desk, or in another state. */
    void look(Desk desk, String address, String name) {
        desk.goTo(address);
        answering(desk.page().url()).ifPresent(page -> seen.put(page, address));
        inspection.look(desk, name);
    }

    // what a script of a page fetches is a page of its own, unless it is the same page anew
    private void heard(Response response) {
        if (response.ok()
                && response.request().resourceType().equals("fetch")
                && !response.request().headers().containsKey("hx-request")) {
            answering(response.url()).ifPresent(page -> seen.put(page, response.url()));
        }
    }

    private Optional<Handler> next() {
        return ahead.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty() && !seen.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .filter(page -> times(page) < MOST_ADDRESSES_OF_A_PAGE)
                .min(Comparator.comparing(this::times).thenComparing(Handler::toString));
    }

    private int times(Handler page) {
        return opened.getOrDefault(page, 0);
    }

    private void open(Desk desk, Handler page) throws IOException {
        Set<String> known = Objects.requireNonNull(ahead.get(page));
        String address = known.iterator().next();
        known.remove(address);
        opened.merge(page, 1, Integer::sum);
        desk.goTo(address);
        links(desk.page()).forEach(this::offer);
        String lacking = lacking(desk.page());
        if (!answering(desk.page().url()).filter(page::equals).isPresent()) {
            seen.put(page, address + " leads on to " + desk.page().url());
            offer(desk.page().url());
        } else if (lacking.isEmpty()) {
            seen.put(page, address);
            inspection.look(desk, page.toString());
            exports.compare(desk, page.toString());
        } else {
            empty.put(page, address + " lacks " + lacking);
        }
    }

    private static String lacking(Page page) {
        return String.join("; ", page.locator("main .empty").allInnerTexts());
    }

    private void offer(String link) {
        answering(link)
                .ifPresent(page ->
                        ahead.computeIfAbsent(page, p -> new LinkedHashSet<>()).add(link));
    }

    private Optional<Handler> answering(String address) {
        return Handler.answering(URI.create(address).getRawPath(), pages);
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href]:not([download])')]
                    .filter(a => a.origin === location.origin)
                    .map(a => a.pathname + a.search)""");
    }

    Exports exports() {
        return exports;
    }

    /** Pages that nothing leads to, or that lacked something wherever they were opened. */
    List<String> unseen() {
        return pages.stream()
                .filter(page -> !seen.containsKey(page))
                .map(page -> page + ": " + empty.getOrDefault(page, "no link leads there"))
                .toList();
    }
}
