package io.tallybook.ui.kill;

import io.tallybook.ui.kill.Kill.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How many kills, of {@code -Dtallybook.kills} in all (20), are for what, and when they come; {@code -Dtallybook.kill.seed}
 * repeats the random ones. A fifth is for months that are opened again, a tenth for what
 * comes after the lock. It deals kills to months: every named point in turn
 * (where there are fewer kills than points, a random part of them), dealt so that those of one month lie apart, then as many at
 * random times, and again with the other half of them killing the database too.
 */
final class KillPlan {
    static final int ALL = Integer.getInteger("tallybook.kills", 20);
    static final long SEED = Long.getLong("tallybook.kill.seed", System.nanoTime());
    static final int AT_COMMANDS = Math.max(2, ALL / 10);
    private static final int AT_IMPORT = 1;
    static final int AT_REOPENINGS = ALL / 5;
    static final int AT_LATE_WORK = ALL / 10;
    static final int AT_CLOSES = ALL - AT_COMMANDS - AT_IMPORT - AT_REOPENINGS - AT_LATE_WORK;

    /** Points of a close in the order they come. */
    static final List<Point> OF_A_CLOSE = List.of(
            new Point("close.cutoff-declared", 1),
            new Point("network.roster-pinned", 1),
            new Point("metering.meter-month-frozen", 4),
            new Point("balance.system-balance-calculated", 1),
            new Point("allocation.share-allocated", 1),
            new Point("statement.statement-prepared", 1),
            new Point("journal.journal-prepared", 1),
            new Point("close.pack-ready", 1),
            new Point("close.close-approved", 1),
            new Point("journal.journal-posting-requested", 1),
            new Point("journal.journal-posted", 1),
            new Point("statement.statement-issued", 1),
            new Point("close.report-issued", 1),
            new Point("close.pack-published", 1),
            new Point("close.lock-requested", 1),
            new Point("close.period-locked", 1));

    /** Points of a locked month that is opened again, taken back and closed anew, in the order they come. */
    static final List<Point> OF_A_REOPENING = List.of(
            new Point("close.reopen-requested", 1),
            new Point("close.reopen-approved", 1),
            new Point("close.period-reopened", 1),
            new Point("close.close-reopened", 1),
            new Point("journal.journal-reversal-ordered", 1),
            new Point("journal.journal-reversed", 1),
            new Point("statement.statement-voided", 1),
            new Point("close.approvals-invalidated", 1),
            new Point("allocation.allocation-superseded", 1),
            new Point("price.prices-reopened", 1),
            new Point("metering.meter-month-reopened", 4),
            new Point("network.point-configuration-reopened", 1),
            new Point("network.area-configuration-reopened", 1),
            new Point("close.close-undone", 1),
            new Point("metering.meter-month-frozen", 4),
            new Point("journal.journal-posted", 2),
            new Point("close.period-locked", 1));

    /** Points of a package booked and of an accrual released, in the order they come. */
    static final List<Point> OF_LATE_WORK = List.of(
            new Point("adjustment.adjustments-prepared", 1),
            new Point("adjustment.restatement-asked", 1),
            new Point("allocation.share-restated", 1),
            new Point("statement.volumes-revalued", 1),
            new Point("adjustment.ppa-calculated", 1),
            new Point("adjustment.ppa-approved", 1),
            new Point("adjustment.booking-asked", 1),
            new Point("journal.journal-prepared", 1),
            new Point("adjustment.ppa-booked", 1),
            new Point("journal.journal-posted", 1),
            new Point("close.accrual-prepared", 1),
            new Point("close.accrual-approved", 1),
            new Point("close.accrual-released", 1),
            new Point("journal.journal-posted", 2),
            new Point("journal.journal-reversal-ordered", 1),
            new Point("journal.journal-posted", 3),
            new Point("journal.journal-reversed", 1));

    private static final int KILLS_A_MONTH = 6;
    private static final int FEW = 3;

    private KillPlan() {}

    /** @return per month its kills, in all as many as asked for */
    static List<List<Kill>> deal(List<Point> points, int kills, RandomGenerator random) {
        List<List<Kill>> months = new ArrayList<>();
        int left = kills;
        for (int round = 0; left > 0; round++) {
            List<Kill> named = named(some(points, left, random), round);
            months.addAll(spread(named));
            left -= named.size();
            List<Kill> wild = wild(Math.min(left, points.size()), random);
            left -= wild.size();
            if (wild.size() < FEW) {
                months.getLast().addAll(wild);
            } else {
                months.addAll(spread(wild));
            }
        }
        return months;
    }

    /** At most so many of them, in their order. */
    private static List<Point> some(List<Point> points, int most, RandomGenerator random) {
        List<Point> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, random);
        Set<Point> chosen = Set.copyOf(shuffled.subList(0, Math.min(most, points.size())));
        return points.stream().filter(chosen::contains).toList();
    }

    private static List<Kill> named(List<Point> points, int round) {
        int months = months(points.size());
        return IntStream.range(0, points.size())
                .mapToObj(i -> new Kill(points.get(i), 0, (i / months + round) % 2 == 0))
                .toList();
    }

    private static int months(int kills) {
        return Math.ceilDiv(kills, KILLS_A_MONTH);
    }

    private static List<Kill> wild(int count, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Kill(null, random.nextDouble(), random.nextBoolean()))
                .toList();
    }

    private static List<List<Kill>> spread(List<Kill> kills) {
        List<List<Kill>> hands = new ArrayList<>();
        int months = months(kills.size());
        for (int hand = 0; hand < months; hand++) {
            List<Kill> held = new ArrayList<>();
            for (int i = hand; i < kills.size(); i += months) {
                held.add(kills.get(i));
            }
            hands.add(held);
        }
        return hands;
    }
}
