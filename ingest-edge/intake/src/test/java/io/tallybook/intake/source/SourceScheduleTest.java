package io.tallybook.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.House;
import io.tallybook.intake.Importer;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: each source is pulled by one of them at a time, whoever asks whom. */
class SourceScheduleTest {
    private static final House HOUSE = House.shared();

    private final Station station = new Station("two-" + Long.toString(System.nanoTime(), 36));
    private final StandInHistorian historian = new StandInHistorian(Clock.systemUTC());
    private final SourceSettings settings = new SourceSettings(
            null, List.of(historian.baseUrl()), null, Duration.ZERO, 100, 1 << 16, Duration.ofMillis(100), true);
    private final List<SourceSchedule> nodes = List.of(node(), node());

    @AfterEach
    void stop() {
        nodes.forEach(SourceSchedule::stop);
        historian.close();
    }

    @Test
    void oneOfTwoNodesPullsAndTheOtherAsksNothing() {
        historian.holds(station.hours(40));
        station.define(Station.feed(historian.baseUrl(), 2));
        nodes.forEach(SourceSchedule::start);

        nodes.forEach(node -> node.soon(station.source()));

        await(() -> !station.facts(PullRecorded.class).isEmpty());
        assertThat(station.recorded()).isEqualTo(Station.figures(40));
        assertThat(station.facts(ObjectTaken.class)).hasSize(20);
        assertThat(station.facts(PullFailed.class)).isEmpty();
        assertThat(historian.asked()).hasSize(20);
        assertThat(nodes.getLast().turn(station.source()).orElseThrow().nextAt())
                .isAfter(Clock.systemUTC().instant().plus(Duration.ofHours(23)));
    }

    @Test
    void aPullAskedForWhileOneRunsFollowsIt() {
        historian.holds(station.hours(2));
        historian.does(StandInHistorian.silent(700));
        station.define(Station.feed(historian.baseUrl(), 2));
        nodes.forEach(SourceSchedule::start);
        nodes.getFirst().soon(station.source());
        await(() -> !historian.asked().isEmpty());
        station.clock.of(
                Duration.between(station.clock.instant(), Clock.systemUTC().instant()));
        station.ask();

        nodes.getLast().soon(station.source());

        await(() -> station.facts(PullRecorded.class).size() == 2);
        assertThat(station.recorded()).isEqualTo(Station.figures(2));
    }

    private SourceSchedule node() {
        Clock clock = Clock.systemUTC();
        Puller puller = new Puller(
                HOUSE.bean(CommandDoor.class),
                HOUSE.bean(EventReader.class),
                HOUSE.bean(ObjectDirectory.class),
                HOUSE.bean(Importer.class),
                settings,
                new Backoff(clock, new Random(7)),
                Pause.REAL);
        return new SourceSchedule(puller, HOUSE.bean(DataSource.class), clock, settings);
    }

    private static void await(BooleanSupplier enough) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!enough.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
