package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.IntakeConfiguration;
import io.tallybook.messages.Energy;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReplaced;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.whole.House;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A system that is not the Danish one: hourly points in two areas. One row in a hundred comes as rubbish and is put right by a
 * corrected file; two points have late rows while the pack is being signed, one is thawed, one left for adjustment.
 */
class SecondSystemTest {
    private static final int POINTS = Integer.getInteger("tallybook.trial.points", 200);

    private static final int HOUR = 333;

    private final GasSystem system = GasSystem.hourly("second", "2024-10", 2, POINTS / 2);
    private final Meters meters = new Meters(system, 20_241_031);
    // one point of each area, neither the receiving one nor a storage
    private final int thawed = 1;
    private final int left = POINTS / 2 + 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void closesToTheLastDigitThroughDeadLettersAndLateRows() {
        Instant begin = Instant.now();
        try (House house = House.open(TestDatabase.fresh(), directory, IntakeConfiguration.class)) {
            Crew crew = new Crew(house, system);
            crew.setUp();
            crew.open();
            int rubbish = deliverWithRubbish(crew);
            crew.cutOff();
            house.await(system.month(0), MeterMonthNotReady.class);
            putRight(crew, rubbish);
            PackReady first = crew.awaitPack(1);
            new Books(house, system).equal(new Oracle(system, meters.rows()));
            house.awaitQuiet(); // the letters are marked one after the other
            assertThat(house.all(DeadLetterReplaced.class)).hasSize(rubbish);

            PackReady second = lateRowsWhileSigning(crew, first);
            CloseLocked locked = crew.finish(second.packHash());

            assertThat(locked.packHash()).isEqualTo(second.packHash()).isNotEqualTo(first.packHash());
            assertThat(house.all(system.close(), BlockerReported.class)).isEmpty();
            new Books(house, system).equal(new Oracle(system, meters.rows()));
            adjustsWhatWasLeft(house);
        }
        System.out.printf(
                "second system: %d points, %d rows, %s%n",
                POINTS, meters.rows().size(), Duration.between(begin, Instant.now()));
    }

    /** One in every hundred rows, each time another one, so that every point has its share. */
    private static boolean isRubbish(int row) {
        return row % 100 == row / 100 % 100;
    }

    private int deliverWithRubbish(Crew crew) {
        StringBuilder file = new StringBuilder(Meters.HEADER);
        int number = 0;
        int rubbish = 0;
        for (Meters.Row row : meters.rows()) {
            boolean bad = isRubbish(number++);
            rubbish += bad ? 1 : 0;
            file.append(bad ? meters.line(row, "n/a") : meters.line(row));
        }
        assertThat(crew.deliver("second.csv", file.toString()).counts())
                .isEqualTo(new ImportCounts(number, number - rubbish, 0, 0, 0, 0, 0, rubbish));
        return rubbish;
    }

    private void putRight(Crew crew, int rubbish) {
        List<Meters.Row> rows = meters.rows();
        StringBuilder file = new StringBuilder(Meters.HEADER);
        for (int i = 0; i < rows.size(); i++) {
            file.append(isRubbish(i) ? meters.line(rows.get(i)) : "");
        }
        assertThat(crew.deliver("second-corrected.csv", file.toString()).counts())
                .isEqualTo(new ImportCounts(rubbish, rubbish, 0, 0, 0, 0, 0, 0));
        assertThat(crew.house().all(DeadLetterReceived.class)).hasSize(rubbish);
    }

    /** Between the first and the second signature. */
    private PackReady lateRowsWhileSigning(Crew crew, PackReady first) {
        crew.approve("bob", first.packHash());
        Meters.Row taken = meters.change(thawed, HOUR, -7);
        Meters.Row untaken = meters.rows().stream()
                .filter(row -> row.point() == left && row.interval() == HOUR)
                .findFirst()
                .orElseThrow();
        String late = Meters.HEADER + meters.line(taken) + meters.line(untaken.with(untaken.kwh() - 11));
        assertThat(crew.deliver("late.csv", late).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 2, 0, 0, 0));
        crew.house()
                .await(
                        system.close(),
                        LateQuantitiesNoted.class,
                        noted -> noted.point().equals(system.point(thawed)));
        crew.house()
                .await(
                        system.close(),
                        LateQuantitiesNoted.class,
                        noted -> noted.point().equals(system.point(left)));
        assertThat(crew.tryToApprove("carol", first.packHash()).rule()).isEqualTo("signoff-suspended");
        crew.decide(left, LateDecision.LEAVE);
        crew.decide(thawed, LateDecision.THAW);
        return crew.awaitPack(2);
    }

    private void adjustsWhatWasLeft(House house) {
        house.awaitQuiet();
        assertThat(house.all(PriorPeriodAdjustmentRaised.class)).singleElement().satisfies(raised -> {
            assertThat(raised.point()).isEqualTo(system.point(left));
            assertThat(raised.newEnergy().minus(raised.oldEnergy())).isEqualTo(Energy.ofKwh(-11));
        });
        assertThat(house.all(system.month(left), MeterMonthFrozen.class))
                .extracting(MeterMonthFrozen::contentHash)
                .hasSize(2)
                .containsOnly(house.all(system.month(left), MeterMonthFrozen.class)
                        .getFirst()
                        .contentHash());
    }
}
