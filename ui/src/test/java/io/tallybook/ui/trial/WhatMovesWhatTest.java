package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.IntakeConfiguration;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Price;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an input moves in a whole close, and what it leaves alone: one row changed by a kWh moves the pack's hash, its meter, its
 * balance, and those statements and the journal that hold the kWh; put back, it moves everything back. How the same rows came
 * moves nothing.
 */
class WhatMovesWhatTest {
    private static final int SEEDS = Integer.getInteger("tallybook.seeds", 2);
    private static final int ROWS_A_SEED = 3;
    private static final int STORAGE = 3;

    private final GasSystem system =
            new GasSystem("moves", new AccountingPeriod("2024-10"), MeasuringInterval.GAS_DAY, 2, 4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private Crew crew;

    private int attempt;

    @BeforeEach
    void start() {
        house = House.open(TestDatabase.fresh(), directory, IntakeConfiguration.class);
        crew = new Crew(house, system);
        crew.setUp();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneRowMovesWhatRestsOnItAndNothingElse(int seed) {
        Meters meters = new Meters(system, seed);
        crew.deliver("october.csv", meters.csv());
        Fingerprint before = closeUpToThePack();
        Random random = new Random(seed);
        for (int i = 0; i < ROWS_A_SEED; i++) {
            int point = random.nextInt(2) * system.pointsPerArea() + (i == 0 ? STORAGE : random.nextInt(STORAGE));
            int day = i * 10 + random.nextInt(10);
            long difference = random.nextBoolean() ? 1 : -1;
            String what = "seed %d: %+d kWh at %s on day %d".formatted(seed, difference, system.point(point), day + 1);
            Oracle old = new Oracle(system, meters.rows());

            Fingerprint after = takeIn(meters, meters.change(point, day, difference));

            Oracle now = new Oracle(system, meters.rows());
            assertThat(after.differences(before)).as(what).isEqualTo(restingOn(point, holders(old, now)));
            new Books(house, system).equal(now);
            Fingerprint back = takeIn(meters, meters.change(point, day, -difference));
            assertThat(back.differences(before)).as(what + " and back").isEmpty();
        }
        assertThat(crew.finish(before.pack()).packHash()).isEqualTo(before.pack());
    }

    /** Shippers on whose statement a line is another; a kWh of a storage is on none. */
    private static List<Integer> holders(Oracle old, Oracle now) {
        return IntStream.range(0, GasSystem.SHIPPERS)
                .filter(shipper -> !old.lines(shipper).equals(now.lines(shipper)))
                .boxed()
                .toList();
    }

    private Set<String> restingOn(int point, List<Integer> holders) {
        assertThat(holders.isEmpty()).isEqualTo(system.role(point) == PointRole.STORAGE);
        String area = system.area(system.areaOf(point)).value();
        Set<String> names = new TreeSet<>(Set.of("pack", "frozen " + area, "balance " + area));
        names.add("meter " + system.point(point).value());
        holders.forEach(shipper -> {
            names.add("journal");
            names.add("statement " + system.shipper(shipper).value());
            names.add("allocations " + system.shipper(shipper).value());
        });
        return names;
    }

    @Test
    void aPriceMovesWhatItValuesAndTheMonthWaitsWhileItIsMissing() {
        LocalDate day = LocalDate.of(2024, 10, 15);
        crew.deliver("october.csv", new Meters(system, 15).csv());
        crew.price(day, null);
        crew.open();
        crew.cutOff();
        waitsForThePriceOf(day, 1);
        crew.price(day, GasSystem.price(day));
        crew.awaitPack(1);
        Fingerprint before = Fingerprint.of(house, system);

        crew.price(day, null);
        waitsForThePriceOf(day, 2);
        assertThat(crew.tryToApprove("bob", before.pack()).outcome()).isEqualTo(Outcome.REFUSED);
        crew.price(day, GasSystem.price(day));
        crew.awaitPack(2);
        assertThat(Fingerprint.of(house, system).differences(before)).isEmpty();

        crew.price(day, new Price(new BigDecimal("9.99"), "USD"));
        crew.awaitPack(3);
        Set<String> valued = new TreeSet<>(Set.of("pack", "journal"));
        IntStream.range(0, GasSystem.SHIPPERS)
                .mapToObj(shipper -> system.shipper(shipper).value())
                .forEach(shipper -> valued.addAll(Set.of("statement " + shipper, "versions " + shipper)));
        assertThat(Fingerprint.of(house, system).differences(before)).isEqualTo(valued);
    }

    /** Every statement says which day it cannot value, and there is nothing to sign. */
    private void waitsForThePriceOf(LocalDate day, int attempt) {
        for (int shipper = 0; shipper < GasSystem.SHIPPERS; shipper++) {
            PriceMissing missing =
                    house.await(system.statement(shipper), PriceMissing.class, event -> event.attempt() == attempt);
            assertThat(missing.firstDays()).containsExactly(day.toString());
        }
        house.awaitQuiet();
        assertThat(house.all(system.close(), PackReady.class)).allMatch(pack -> pack.attempt() < attempt);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howTheRowsCameMovesNothing(int seed) {
        Meters meters = new Meters(system, 31);
        crew.deliver("october.csv", meters.csv());
        Fingerprint inOrder = closeUpToThePack();
        try (House other = House.open(TestDatabase.fresh(), directory.resolve("other"), IntakeConfiguration.class)) {
            Crew others = new Crew(other, system);
            others.setUp();
            deliverAnyhow(others, meters, new Random(seed));
            others.open();
            others.cutOff();
            others.awaitPack(1);

            assertThat(Fingerprint.of(other, system).differences(inOrder))
                    .as("seed %d", seed)
                    .isEmpty();
            new Books(other, system).equal(new Oracle(system, meters.rows()));
        }
    }

    /** Some rows wrong at first; then all in any order, cut into files anywhere, some twice; a price corrected. */
    private static void deliverAnyhow(Crew crew, Meters meters, Random random) {
        List<Meters.Row> wrong = meters.rows().stream()
                .filter(row -> random.nextInt(5) == 0)
                .map(row -> row.with(row.kwh() + 1 + random.nextInt(9)))
                .toList();
        crew.deliver("wrong.csv", meters.csv(wrong));
        List<Meters.Row> rows = new ArrayList<>(meters.rows());
        rows.addAll(meters.rows().stream().filter(row -> random.nextInt(3) == 0).toList());
        Collections.shuffle(rows, random);
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + 1 + random.nextInt(80));
            crew.deliver("part-" + from + ".csv", meters.csv(rows.subList(from, to)));
            from = to;
        }
        LocalDate day = LocalDate.of(2024, 10, 1 + random.nextInt(31));
        crew.price(day, new Price(BigDecimal.TEN, "USD"));
        crew.price(day, GasSystem.price(day));
    }

    private Fingerprint closeUpToThePack() {
        crew.open();
        crew.cutOff();
        attempt = 1;
        crew.awaitPack(attempt);
        return Fingerprint.of(house, system);
    }

    /** A row that comes when the pack is ready, and is taken in. */
    private Fingerprint takeIn(Meters meters, Meters.Row row) {
        String file = "late-" + attempt + ".csv";
        crew.deliver(file, Meters.HEADER + meters.line(row));
        house.await(
                system.close(),
                LateQuantitiesNoted.class,
                noted -> noted.source().equals(file));
        crew.decide(row.point(), LateDecision.THAW);
        attempt++;
        crew.awaitPack(attempt);
        return Fingerprint.of(house, system);
    }
}
