package io.tallybook.ui.api;

import io.tallybook.intake.source.SourceProfiles;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A source's definition as a person writes it: what is left out has the default of {@code docs/reference/sources.md}. */
record SourceBody(
        SourceKind kind,
        String profile,
        @Nullable Integer everySeconds,
        @Nullable Folder folder,
        @Nullable Http http) {
    private static final int EVERY_SECONDS = 300;
    private static final int PER_MINUTE = 60;
    private static final int TIMEOUT_SECONDS = 30;

    record Folder(@Nullable String path, String glob) {}

    record Http(
            String baseUrl,
            String path,
            @Nullable Map<String, String> query,
            @Nullable Pages paging,
            @Nullable Mark watermark,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer timeoutSeconds,
            @Nullable String credential) {}

    record Pages(
            PagingStyle style,
            @Nullable String parameter,
            @Nullable String pointer,
            @Nullable Integer first,
            @Nullable String sizeParameter,
            @Nullable Integer size) {}

    record Mark(
            String parameter,
            String pointer,
            WatermarkType type,
            @Nullable Boolean ascending,
            @Nullable String from,
            @Nullable Integer overlapSeconds) {}

    SourceDefinition definition(SourceProfiles profiles) throws IOException {
        FolderFeed files = folder == null ? null : new FolderFeed(or(folder.path(), ""), folder.glob());
        HttpFeed api = http == null ? null : feed(http);
        return new SourceDefinition(
                kind, files, api, profiles.keep(profile, kind, api != null), or(everySeconds, EVERY_SECONDS));
    }

    private static HttpFeed feed(Http http) {
        return new HttpFeed(
                http.baseUrl(),
                http.path(),
                or(http.query(), Map.of()),
                paging(http.paging()),
                http.watermark() == null ? null : rule(http.watermark()),
                or(http.requestsPerMinute(), PER_MINUTE),
                or(http.timeoutSeconds(), TIMEOUT_SECONDS),
                http.credential());
    }

    private static Paging paging(@Nullable Pages pages) {
        return pages == null
                ? new Paging(PagingStyle.NONE, null, null, 0, null, 0)
                : new Paging(
                        pages.style(),
                        pages.parameter(),
                        pages.pointer(),
                        or(pages.first(), pages.style() == PagingStyle.PAGE ? 1 : 0),
                        pages.sizeParameter(),
                        or(pages.size(), 0));
    }

    private static WatermarkRule rule(Mark mark) {
        return new WatermarkRule(
                mark.parameter(),
                mark.pointer(),
                mark.type(),
                or(mark.ascending(), false),
                mark.from(),
                or(mark.overlapSeconds(), 0));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
