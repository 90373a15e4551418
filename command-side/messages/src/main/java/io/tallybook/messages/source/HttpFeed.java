package io.tallybook.messages.source;

import io.tallybook.messages.Invalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A paged HTTP API that answers JSON.
 *
 * @param baseUrl scheme, host and port; which may be called is the installation's own setting, never this one's
 * @param path from {@code /} on, without a query
 * @param query parameters of every request, at most 16; no secret may stand here, for the definition is an event
 * @param watermark null reads everything at every pull
 * @param requestsPerMinute 1 to 6,000
 * @param timeoutSeconds for one answer, its last byte included, 1 to 300
 * @param credential name of a credential the installation keeps; null sends none
 */
public record HttpFeed(
        String baseUrl,
        String path,
        Map<String, String> query,
        Paging paging,
        @Nullable WatermarkRule watermark,
        int requestsPerMinute,
        int timeoutSeconds,
        @Nullable String credential) {
    private static final int MOST_PARAMETERS = 16;
    private static final int LONGEST_VALUE = 200;

    public HttpFeed {
        query = java.util.Collections.unmodifiableMap(new TreeMap<>(query));
        requireBase(baseUrl);
        Invalid.unless(
                path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]{0,199}") && !path.contains(".."),
                "a path begins with / and has at most 200 characters, none of them a query");
        Invalid.unless(query.size() <= MOST_PARAMETERS, "a source has at most 16 query parameters");
        query.forEach((name, value) -> {
            SourceWords.parameter(name);
            Invalid.unless(value.length() <= LONGEST_VALUE, "a query parameter has at most 200 characters");
        });
        Invalid.unless(
                requestsPerMinute >= 1 && requestsPerMinute <= 6_000,
                "a rate limit is 1 to 6,000 requests a minute, was " + requestsPerMinute);
        Invalid.unless(timeoutSeconds >= 1 && timeoutSeconds <= 300, "a timeout is 1 to 300 s, was " + timeoutSeconds);
        Invalid.unless(
                credential == null || credential.matches("[a-z0-9][a-z0-9.-]{0,63}"),
                "a credential's name is 1 to 64 of a-z, 0-9, '.', '-'");
    }

    private static void requireBase(String baseUrl) {
        try {
            URI uri = new URI(baseUrl);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            boolean root = uri.getRawPath() == null || uri.getRawPath().isEmpty();
            Invalid.unless(
                    web && bare && root && uri.getHost() != null && baseUrl.length() <= LONGEST_VALUE,
                    "a base URL is http or https, a host and perhaps a port, such as https://history.example.com");
        } catch (URISyntaxException e) {
            throw new Invalid("a base URL is written like https://history.example.com");
        }
    }

    /** Whether both read the same records in the same way: a saved watermark of one holds for the other. */
    boolean continues(HttpFeed older) {
        return baseUrl.equals(older.baseUrl)
                && path.equals(older.path)
                && query.equals(older.query)
                && java.util.Objects.equals(position(watermark), position(older.watermark));
    }

    private static @Nullable WatermarkRule position(@Nullable WatermarkRule rule) {
        return rule == null
                ? null
                : new WatermarkRule(rule.parameter(), rule.pointer(), rule.type(), false, rule.from(), 0);
    }
}
