package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hash two persons sign is of what stands, not of how it came (ADR 7). */
class ArrivalInTheHouseTest {
    private static final PointRule HOURLY =
            new PointRule(Example.GAS_DAY, MeasuringInterval.HOUR, new GasDay("2015-01-01"), 1);
    private static final int SEEDS = Integer.getInteger("tallybook.seeds", 3);
    private static final long FIGURES = 2024;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** One delivery: some hours of a point's day. */
    private record Delivery(PointId point, GasDay day, List<Quantity> hours) {}

    @Test
    void arrivalOrderBatchesAndRepeatsMoveNoPackHash() {
        Sha256 inOrder = packHash("in-order", deliveries(), List.of(SmallMonth.prices()));
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            assertThat(packHash("seed-" + seed, shuffled(random), pricesOneByOne(random)))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder);
        }
    }

    private Sha256 packHash(String name, List<Delivery> deliveries, List<List<PriceEntry>> prices) {
        try (House house = House.open(TestDatabase.fresh(), directory.resolve(name))) {
            SmallMonth month = new SmallMonth(house, HOURLY);
            month.setUpSystem();
            prices.forEach(month::record);
            deliveries.forEach(d -> month.record(d.point(), d.day(), d.hours(), SmallMonth.source(name)));
            month.open();
            house.await(Example.CLOSE, CloseOpened.class);
            house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
            return house.await(Example.CLOSE, PackReady.class).packHash();
        }
    }

    /** Every day of every point at once, in order; the same figures at each call. */
    private static List<Delivery> deliveries() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(FIGURES);
        return Example.PERIOD.days().stream().flatMap(day -> day(day, random)).toList();
    }

    /** What comes in and out of storage goes out at nybro, so that every day balances. */
    private static Stream<Delivery> day(GasDay day, RandomGenerator random) {
        List<Quantity> ellund = new ArrayList<>();
        List<Quantity> store = new ArrayList<>();
        List<Quantity> nybro = new ArrayList<>();
        for (Instant hour : hours(day)) {
            Energy in = Energy.ofKwh(random.nextInt(40_000, 50_000));
            Energy stored = Energy.ofKwh(random.nextInt(-4_000, 4_000));
            ellund.add(quantity(hour, in));
            store.add(quantity(hour, stored));
            nybro.add(quantity(hour, in.plus(stored).negate()));
        }
        return Stream.of(
                new Delivery(Example.ELLUND, day, ellund),
                new Delivery(Example.STORE, day, store),
                new Delivery(Example.NYBRO, day, nybro));
    }

    private static List<Instant> hours(GasDay day) {
        return Stream.iterate(Example.GAS_DAY.start(day), hour -> hour.plusSeconds(3600))
                .limit(HOURLY.recordsIn(day))
                .toList();
    }

    private static Quantity quantity(Instant hour, Energy signed) {
        return new Quantity(hour, signed.abs(), Direction.of(signed), "GOOD", 1, null);
    }

    /** Each day cut in two or more batches, some of them twice, some figures wrong at first; all in any order. */
    private static List<Delivery> shuffled(RandomGenerator random) {
        List<Delivery> first = new ArrayList<>();
        List<Delivery> good = new ArrayList<>();
        for (Delivery whole : deliveries()) {
            List<Quantity> hours = new ArrayList<>(whole.hours());
            Collections.shuffle(hours, random);
            int cut = random.nextInt(1, hours.size());
            good.add(part(whole, hours.subList(0, cut)));
            good.add(part(whole, hours.subList(cut, hours.size())));
            if (random.nextInt(4) == 0) {
                good.add(part(whole, hours.subList(0, cut)));
                Quantity wrong = hours.getFirst();
                first.add(part(whole, List.of(quantity(wrong.start(), Energy.ofKwh(7)))));
            }
        }
        Collections.shuffle(first, random);
        Collections.shuffle(good, random);
        return Stream.concat(first.stream(), good.stream()).toList();
    }

    private static Delivery part(Delivery of, List<Quantity> hours) {
        return new Delivery(of.point(), of.day(), List.copyOf(hours));
    }

    private static List<List<PriceEntry>> pricesOneByOne(RandomGenerator random) {
        List<PriceEntry> prices = new ArrayList<>(SmallMonth.prices());
        Collections.shuffle(prices, random);
        return prices.stream().map(List::of).toList();
    }
}
