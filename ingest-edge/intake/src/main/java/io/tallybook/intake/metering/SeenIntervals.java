package io.tallybook.intake.metering;

import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Which intervals one delivery has brought already, and with what. Lies in a scratch file, eight bytes per interval, so that
 * memory stays flat however long the delivery is; only the months' places in the file are in memory.
 */
final class SeenIntervals implements AutoCloseable {
    /** Months of points one delivery may touch. */
    static final int MAX_MONTHS = 250_000;

    private static final int SLOT_BYTES = Long.BYTES;

    /** Whether the interval came before. */
    enum Sight {
        NEW,
        SAME,
        DIFFERENT
    }

    private final FileChannel scratch;
    private final Map<String, Long> places = new HashMap<>();
    private final ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
    private long end;

    SeenIntervals() throws IOException {
        Path file = Files.createTempFile("tallybook-intervals", ".tmp");
        scratch = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Looks the record's interval up and remembers the first record of it. The start is one of the rule's. */
    Sight see(MeterMonthId month, GasDay day, PointRule rule, Quantity quantity) throws IOException {
        long at = place(month, rule) + (long) SLOT_BYTES * index(month.period(), day, rule, quantity);
        long content = fingerprint(quantity);
        slot.clear();
        long before = scratch.read(slot, at) < SLOT_BYTES ? 0 : slot.getLong(0);
        if (before != 0) {
            return before == content ? Sight.SAME : Sight.DIFFERENT;
        }
        slot.clear().putLong(0, content);
        scratch.write(slot, at);
        return Sight.NEW;
    }

    private long place(MeterMonthId month, PointRule rule) throws IOException {
        Long known = places.get(month.value());
        if (known != null) {
            return known;
        }
        if (places.size() >= MAX_MONTHS) {
            throw new UnreadableFile("the file touches more than " + MAX_MONTHS + " months of points; split it");
        }
        long place = end;
        places.put(month.value(), place);
        end += (long) SLOT_BYTES * rule.interval().recordsIn(month.period(), rule.gasDay());
        return place;
    }

    private static int index(AccountingPeriod period, GasDay day, PointRule rule, Quantity quantity) {
        if (rule.interval() == MeasuringInterval.GAS_DAY) {
            return day.date().getDayOfMonth() - 1;
        }
        Duration length = Duration.between(quantity.start(), rule.interval().end(quantity.start(), rule.gasDay()));
        return Math.toIntExact(
                Duration.between(rule.gasDay().start(period), quantity.start()).dividedBy(length));
    }

    /** Eight bytes of the content hash; zero means "not seen". */
    private static long fingerprint(Quantity quantity) {
        return Math.max(1, Long.parseUnsignedLong(quantity.contentHash().hex().substring(0, 16), 16) & Long.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
