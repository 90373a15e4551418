package io.tallybook.ui.kill;

import io.tallybook.ui.kill.Kill.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How many kills, of {@code -Dtallybook.kills} in all (20), are for what, and when they come; {@code -Dtallybook.kill.seed}
 * repeats the random ones. It deals kills to closes: every named point in turn, dealt so that those of one close lie apart,
 * then as many at random times, and again with the other half of them killing the database too.
 */
final class KillPlan {
    static final int ALL = Integer.getInteger("tallybook.kills", 20);
    static final long SEED = Long.getLong("tallybook.kill.seed", System.nanoTime());
    static final int AT_COMMANDS = Math.max(2, ALL / 10);
    private static final int AT_IMPORT = 1;
    static final int AT_CLOSES = ALL - AT_COMMANDS - AT_IMPORT;

    /** Points of a close in the order they come. */
    static final List<Point> NAMED = List.of(
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

    private static final int CLOSES_A_ROUND = 3;

    private KillPlan() {}

    /** @return per close its kills, in all as many as asked for */
    static List<List<Kill>> deal(int kills, RandomGenerator random) {
        List<List<Kill>> closes = new ArrayList<>();
        int left = kills;
        for (int round = 0; left > 0; round++) {
            List<Kill> named = named(round).subList(0, Math.min(left, NAMED.size()));
            closes.addAll(spread(named));
            left -= named.size();
            List<Kill> wild = wild(Math.min(left, NAMED.size()), random);
            left -= wild.size();
            if (wild.size() < CLOSES_A_ROUND) {
                closes.getLast().addAll(wild);
            } else {
                closes.addAll(spread(wild));
            }
        }
        return closes;
    }

    private static List<Kill> named(int round) {
        return IntStream.range(0, NAMED.size())
                .mapToObj(i -> new Kill(NAMED.get(i), 0, (i / CLOSES_A_ROUND + round) % 2 == 0))
                .toList();
    }

    private static List<Kill> wild(int count, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Kill(null, random.nextDouble(), random.nextBoolean()))
                .toList();
    }

    private static List<List<Kill>> spread(List<Kill> kills) {
        List<List<Kill>> hands = new ArrayList<>();
        for (int hand = 0; hand < Math.min(CLOSES_A_ROUND, kills.size()); hand++) {
            List<Kill> held = new ArrayList<>();
            for (int i = hand; i < kills.size(); i += CLOSES_A_ROUND) {
                held.add(kills.get(i));
            }
            hands.add(held);
        }
        return hands;
    }
}
