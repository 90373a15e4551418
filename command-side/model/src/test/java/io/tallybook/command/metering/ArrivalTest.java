package io.tallybook.command.metering;

import static io.tallybook.command.metering.Months.MARCH;
import static io.tallybook.command.metering.Months.OCTOBER;
import static io.tallybook.command.metering.Months.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.Quantity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the order, the batches and the repeats in which a month's records arrive, it is the same month. */
class ArrivalTest {
    private static final int RUNS = 4;

    static Stream<Arguments> seeds() {
        return Stream.of(MeasuringInterval.HOUR, MeasuringInterval.GAS_DAY)
                .flatMap(interval -> Stream.of(OCTOBER, MARCH)
                        .flatMap(period -> IntStream.range(0, RUNS)
                                .mapToObj(seed -> Arguments.of(interval, period, (long) seed))));
    }

    @ParameterizedTest(name = "{0} {1} seed {2}")
    @MethodSource("seeds")
    void arrivalOrderBatchesAndRepeatsDoNotChangeAMonth(
            MeasuringInterval interval, AccountingPeriod period, long seed) {
        Months months = Months.of(interval, period);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<Instant, List<Quantity>> restated = restatements(months, random);
        MeterMonthFrozen inOrder = months.empty()
                .after(lastOnly(months, restated), months.freeze(1))
                .only(MeterMonthFrozen.class);
        MeterMonthFrozen shuffled = months.empty()
                .after(deliveries(months, restated, random), months.freeze(1))
                .only(MeterMonthFrozen.class);
        assertThat(shuffled.contentHash()).as("seed %d", seed).isEqualTo(inOrder.contentHash());
        assertThat(shuffled.days())
                .as("seed %d", seed)
                .isEqualTo(inOrder.days())
                .isEqualTo(reckonedByWallClock(restated));
        assertThat(shuffled.records()).as("seed %d", seed).isEqualTo(restated.size());
    }

    @ParameterizedTest(name = "{0} {1} seed {2}")
    @MethodSource("seeds")
    void whatCameWhileFrozenIsTheSameMonthOnceThawed(MeasuringInterval interval, AccountingPeriod period, long seed) {
        Months months = Months.of(interval, period);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<Instant, List<Quantity>> restated = restatements(months, random);
        List<Object> orders = new ArrayList<>();
        period.days().forEach(day -> orders.add(months.full(day, 1)));
        orders.add(months.freeze(1));
        orders.addAll(deliveries(months, restated, random));
        orders.add(months.thaw(2));
        MeterMonthFrozen thawed = months.empty().after(orders, months.freeze(2)).only(MeterMonthFrozen.class);
        assertThat(thawed.contentHash())
                .as("seed %d", seed)
                .isEqualTo(months.empty()
                        .after(lastOnly(months, restated), months.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contentHash());
    }

    /** Of each interval one to three figures, one after the other; the last one holds. */
    private static Map<Instant, List<Quantity>> restatements(Months months, RandomGenerator random) {
        Map<Instant, List<Quantity>> restated = new TreeMap<>();
        for (GasDay day : months.period().days()) {
            for (Instant start : months.starts(day)) {
                restated.put(
                        start,
                        IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(i -> any(start, random))
                                .toList());
            }
        }
        return restated;
    }

    private static Quantity any(Instant start, RandomGenerator random) {
        return new Quantity(
                start,
                Energy.ofKwh(random.nextInt(1000)),
                random.nextBoolean() ? Direction.RECEIPT : Direction.DELIVERY,
                random.nextInt(10) == 0 ? "ESTIMATED" : "GOOD",
                1 + random.nextInt(100),
                null);
    }

    private static List<RecordQuantities> lastOnly(Months months, Map<Instant, List<Quantity>> restated) {
        return months.period().days().stream()
                .map(day -> record(
                        months,
                        day,
                        months.starts(day).stream()
                                .map(start -> Objects.requireNonNull(restated.get(start))
                                        .getLast())
                                .toList()))
                .toList();
    }

    /** Days, and intervals of a day, in any order and any batches; any figure may come again before the next one does. */
    private static List<RecordQuantities> deliveries(
            Months months, Map<Instant, List<Quantity>> restated, RandomGenerator random) {
        Map<GasDay, List<Deque<Quantity>>> waiting = new TreeMap<>();
        restated.forEach((start, figures) -> waiting.computeIfAbsent(
                        months.rule().gasDay().dayOf(start), day -> new ArrayList<>())
                .add(withRepeats(figures, random)));
        List<RecordQuantities> deliveries = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<GasDay> days = List.copyOf(waiting.keySet());
            GasDay day = days.get(random.nextInt(days.size()));
            List<Deque<Quantity>> intervals = Objects.requireNonNull(waiting.get(day));
            Collections.shuffle(intervals, random);
            deliveries.add(record(
                    months,
                    day,
                    intervals.stream()
                            .limit(1 + random.nextInt(intervals.size()))
                            .map(Deque::removeFirst)
                            .toList()));
            intervals.removeIf(Deque::isEmpty);
            waiting.values().removeIf(List::isEmpty);
        }
        return deliveries;
    }

    private static Deque<Quantity> withRepeats(List<Quantity> figures, RandomGenerator random) {
        Deque<Quantity> repeated = new ArrayDeque<>();
        figures.forEach(figure -> IntStream.rangeClosed(0, random.nextInt(2)).forEach(i -> repeated.add(figure)));
        return repeated;
    }

    private static RecordQuantities record(Months months, GasDay day, List<Quantity> quantities) {
        return months.record(day, source("any"), Story.ACCOUNTANT, quantities);
    }

    /** The test's own reckoning: a gas day is what the wall clock shows six hours earlier. */
    private static List<DayTotal> reckonedByWallClock(Map<Instant, List<Quantity>> restated) {
        Map<GasDay, DayTotal> days = new TreeMap<>();
        restated.forEach((start, figures) -> {
            GasDay day = GasDay.of(start.atZone(ZoneId.of("Europe/Copenhagen"))
                    .toLocalDateTime()
                    .minusHours(6)
                    .toLocalDate());
            Quantity last = figures.getLast();
            Energy in = last.direction() == Direction.RECEIPT ? last.energy() : Energy.ZERO;
            Energy out = last.energy().minus(in);
            days.merge(
                    day,
                    new DayTotal(day, in, out),
                    (a, b) -> new DayTotal(
                            day, a.receipt().plus(b.receipt()), a.delivery().plus(b.delivery())));
        });
        return List.copyOf(days.values());
    }
}
