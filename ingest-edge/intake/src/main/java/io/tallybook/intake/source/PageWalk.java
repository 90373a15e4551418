package io.tallybook.intake.source;

import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.WatermarkRule;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses of the pages of one pull, one after the other. */
final class PageWalk {
    /** {@code Link: <address>; rel="next"} (RFC 8288). */
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?next\"?");

    private final HttpFeed feed;
    private final Map<String, String> asked = new LinkedHashMap<>();
    private long read;
    private long number;

    /** @param since watermark of the first request; null asks for everything */
    PageWalk(HttpFeed feed, @Nullable String since) {
        this.feed = feed;
        Paging paging = feed.paging();
        asked.putAll(feed.query());
        WatermarkRule rule = feed.watermark();
        if (rule != null && since != null) {
            asked.put(rule.parameter(), since);
        }
        if (paging.sizeParameter() != null) {
            asked.put(paging.sizeParameter(), String.valueOf(paging.size()));
        }
        number = paging.first();
    }

    URI first() {
        return switch (feed.paging().style()) {
            case PAGE -> with(String.valueOf(number));
            case OFFSET -> with("0");
            case NONE, CURSOR, NEXT_LINK -> with(null);
        };
    }

    /** The page after one; empty when that was the last. */
    Optional<URI> next(URI at, JsonPage page, HttpHeaders headers) throws PullStopped {
        read += page.records();
        number++;
        Paging paging = feed.paging();
        Optional<URI> next = switch (paging.style()) {
            case NONE -> Optional.empty();
            case CURSOR -> page.text(pointer(paging)).map(this::with);
            case NEXT_LINK -> link(at, page, headers);
            case PAGE -> page.records() == 0 ? Optional.empty() : Optional.of(with(String.valueOf(number)));
            case OFFSET -> page.records() == 0 ? Optional.empty() : Optional.of(with(String.valueOf(read)));
        };
        if (next.isPresent() && next.get().equals(at)) {
            throw new PullStopped(
                    PullFault.UNREADABLE,
                    "The source says that a page is followed by itself; check the paging of the definition.");
        }
        return next;
    }

    private static String pointer(Paging paging) {
        return Objects.requireNonNull(paging.pointer(), "a cursor has a pointer");
    }

    private Optional<URI> link(URI at, JsonPage page, HttpHeaders headers) throws PullStopped {
        String pointer = feed.paging().pointer();
        Optional<String> link = pointer == null ? header(headers) : page.text(pointer);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI next = at.resolve(link.get());
            if (Origins.origin(next).equals(Origins.origin(at))) {
                return Optional.of(next);
            }
            throw new PullStopped(
                    PullFault.NOT_ALLOWED,
                    "The next page is on another host, " + Origins.origin(next) + "; it was not fetched.");
        } catch (IllegalArgumentException e) {
            throw new PullStopped(PullFault.UNREADABLE, "The next page's address is none.");
        }
    }

    private static Optional<String> header(HttpHeaders headers) {
        return headers.allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private URI with(@Nullable String position) {
        Map<String, String> query = new LinkedHashMap<>(asked);
        String parameter = feed.paging().parameter();
        if (parameter != null && position != null) {
            query.put(parameter, position);
        }
        String text = query.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(feed.baseUrl() + feed.path() + (text.isEmpty() ? "" : "?" + text));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
