package io.tallybook.eventlog;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.ProfileText;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Definitions of sources: their texts have forms of their own. */
final class Sources {
    private Sources() {}

    static SourceDefinition historian(String path) {
        return of(
                new HttpFeed(
                        "https://history.example.com",
                        path,
                        Map.of("site", "north"),
                        new Paging(PagingStyle.CURSOR, "cursor", "/meta/next", 0, "limit", 500),
                        new WatermarkRule("since", "/changed", WatermarkType.TIME, true, "2024-10-01T04:00:00Z", 60),
                        60,
                        30,
                        "historian"),
                "hourly");
    }

    /** As long as its texts may be. */
    static SourceDefinition longest() {
        String word = "x".repeat(64);
        Map<String, String> query = IntStream.range(0, 16)
                .boxed()
                .collect(Collectors.toMap(i -> "x".repeat(62) + "%02d".formatted(i), i -> "v".repeat(200)));
        return of(
                new HttpFeed(
                        "https://" + "h".repeat(60) + ".example.com",
                        "/" + "p".repeat(199),
                        query,
                        new Paging(PagingStyle.CURSOR, word, ("/" + word).repeat(8), 0, word, 10_000),
                        new WatermarkRule(
                                word, ("/" + word).repeat(8), WatermarkType.TIME, true, "w".repeat(200), 86_400),
                        6_000,
                        300,
                        word),
                word);
    }

    private static SourceDefinition of(HttpFeed feed, String profile) {
        return new SourceDefinition(
                SourceKind.VOLUME_MANAGEMENT, null, feed, new ProfileText(profile, Sha256.of("profile")), 300);
    }
}
