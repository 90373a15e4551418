package io.tallybook.intake.source;

import io.tallybook.messages.Invalid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation lets its sources do: {@code tallybook.sources.*}.
 *
 * @param folders the folder below which sources may read files; without it none may
 * @param hosts origins that may be called, such as {@code https://history.example.com}; a bare host means https. Empty allows none
 * @param credentials directory with one file per credential, readable by its owner alone; its one line is a header, such as
 *     {@code Authorization: Bearer …}
 * @param settle how long a file must keep its size and time before it is taken, at most 5 min
 * @param pages most pages or files of one pull, 1 to 10,000
 * @param pageBytes most bytes of one page, 1 KiB to 64 MiB
 * @param poll how often a node looks for a source that is due, 100 ms to 1 min
 * @param pulls whether this node pulls; another one of the same database may
 */
@ConfigurationProperties("tallybook.sources")
public record SourceSettings(
        @Nullable Path folders,
        @DefaultValue List<String> hosts,
        @Nullable Path credentials,
        @DefaultValue("2s") Duration settle,
        @DefaultValue("500") int pages,
        @DefaultValue("8388608") int pageBytes,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("true") boolean pulls) {
    public SourceSettings {
        hosts = hosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        hosts.forEach(host -> Invalid.unless(
                host.matches("(https?://)?[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|https?://\\[[0-9A-Fa-f:]+](:[0-9]{1,5})?"),
                "tallybook.sources.hosts takes origins such as https://history.example.com, was '" + host + "'"));
        Invalid.unless(
                !settle.isNegative() && settle.compareTo(Duration.ofMinutes(5)) <= 0,
                "tallybook.sources.settle is at most 5 min, was " + settle);
        Invalid.unless(pages >= 1 && pages <= 10_000, "tallybook.sources.pages is 1 to 10,000, was " + pages);
        Invalid.unless(
                pageBytes >= 1 << 10 && pageBytes <= 64 << 20,
                "tallybook.sources.page-bytes is 1 KiB to 64 MiB, was " + pageBytes);
        Invalid.unless(
                poll.toMillis() >= 100 && poll.compareTo(Duration.ofMinutes(1)) <= 0,
                "tallybook.sources.poll is 100 ms to 1 min, was " + poll);
    }
}
