package io.tallybook.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.intake.House;
import io.tallybook.intake.Importer;
import io.tallybook.intake.setup.SetupProposals;
import io.tallybook.messages.Event;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.SourceCommand.DefineSource;
import io.tallybook.messages.source.SourceCommand.RequestPull;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One source of the shared house on a stepped clock, pulled by hand. It measures a point of its own name by the hour. */
final class Station {
    static final Instant FIRST_HOUR = Instant.parse("2024-10-01T04:00:00Z");
    static final String JSON_PROFILE = """
            name: historian
            format: json
            records: values
            layout: long
            point: point
            value: kwh
            time:
              field: start
              zone: UTC
            """;

    private static final House HOUSE = House.shared();

    final String point;
    final SteppedClock clock;
    final long before;
    private final SourceId source;

    Station(String name) {
        this.point = name;
        this.source = new SourceId(name);
        this.before = HOUSE.log().head();
        this.clock = new SteppedClock(Instant.parse("2024-11-01T06:00:00Z"));
        HOUSE.point(name, MeasuringInterval.HOUR, "2020-01-01");
    }

    SourceId source() {
        return source;
    }

    /** Hours of the point in order, changed when it says. */
    StandInHistorian.Value hour(int hour, int changed) {
        return new StandInHistorian.Value(point, FIRST_HOUR.plus(Duration.ofHours(hour)), 100L + hour, changed);
    }

    StandInHistorian.Value[] hours(int count) {
        return Stream.iterate(0, i -> i < count, i -> i + 1)
                .map(i -> hour(i, i + 1))
                .toArray(StandInHistorian.Value[]::new);
    }

    static HttpFeed feed(String baseUrl, int size) {
        return feed(baseUrl, size, 600, null, true);
    }

    static HttpFeed feed(String baseUrl, int size, int perMinute, @Nullable String credential, boolean marked) {
        WatermarkRule mark = new WatermarkRule("since", "/changed", WatermarkType.NUMBER, true, null, 0);
        return new HttpFeed(
                baseUrl,
                "/values",
                Map.of(),
                new Paging(PagingStyle.CURSOR, "cursor", "/next", 0, "limit", size),
                marked ? mark : null,
                perMinute,
                1,
                credential);
    }

    void define(HttpFeed feed) {
        define(null, feed, JSON_PROFILE);
    }

    void define(@Nullable FolderFeed folder, @Nullable HttpFeed http, String profile) {
        define(http == null ? SourceKind.FLOW_COMPUTER : SourceKind.HISTORIAN, folder, http, profile);
    }

    void define(SourceKind kind, @Nullable FolderFeed folder, @Nullable HttpFeed http, String profile) {
        try {
            var text = HOUSE.bean(SourceProfiles.class).keep(profile, kind, http != null);
            SourceDefinition definition = new SourceDefinition(kind, folder, http, text, 86_400);
            HOUSE.done(new DefineSource(source, definition, House.ENGINEER.person(), clock.instant()), House.ENGINEER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked for, so that a pull that brings nothing is written down too. */
    void ask() {
        HOUSE.done(new RequestPull(source, House.ENGINEER.person(), clock.instant()), House.ENGINEER);
    }

    Duration pull(SourceSettings settings) {
        return pull(settings, HOUSE.door());
    }

    Duration pull(SourceSettings settings, CommandDoor door) {
        Puller puller = new Puller(
                door,
                HOUSE.bean(EventReader.class),
                HOUSE.bean(ObjectDirectory.class),
                new Importer(
                        door,
                        HOUSE.bean(EventReader.class),
                        HOUSE.bean(ObjectDirectory.class),
                        SetupProposals.NONE,
                        clock),
                settings,
                new Backoff(clock, new Random(7)),
                clock);
        try {
            return puller.next(source, puller.pull(source)).orElseThrow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static SourceSettings allowing(String... hosts) {
        return settings(null, null, 100, hosts);
    }

    static SourceSettings settings(@Nullable Path folders, @Nullable Path credentials, int pages, String... hosts) {
        return new SourceSettings(
                folders,
                List.of(hosts),
                credentials,
                Duration.ofSeconds(2),
                pages,
                1 << 16,
                Duration.ofSeconds(1),
                false);
    }

    /** The source's own facts of a kind, in order. */
    <T extends Event> List<T> facts(Class<T> type) {
        return HOUSE.log().stream(source.toString()).stream()
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Every hour of the point that was recorded, once for each time it was. */
    List<Long> recorded() {
        return HOUSE.events(QuantitiesRecorded.class, before).stream()
                .filter(event -> event.month().point().value().equals(point))
                .flatMap(event -> event.quantities().stream())
                .map(quantity -> quantity.quantity().energy().kwh().longValueExact())
                .sorted()
                .toList();
    }

    static List<Long> figures(int hours) {
        return Stream.iterate(100L, i -> i + 1).limit(hours).toList();
    }

    /** Nothing of the log holds the text. */
    void assertNowhere(String secret) {
        long at = before;
        for (List<StoredEvent> page = HOUSE.log().after(at, 500);
                !page.isEmpty();
                page = HOUSE.log().after(at, 500)) {
            assertThat(page).allSatisfy(event -> {
                assertThat(new String(event.payload(), StandardCharsets.UTF_8)).doesNotContain(secret);
                assertThat(event.metadata().toString()).doesNotContain(secret);
            });
            at = page.getLast().position();
        }
    }
}
