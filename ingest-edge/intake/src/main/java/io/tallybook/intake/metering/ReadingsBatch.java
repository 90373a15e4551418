package io.tallybook.intake.metering;

import io.tallybook.eventlog.EventReader;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a batch of readings and says of each what became of it. */
public final class ReadingsBatch {
    private ReadingsBatch() {}

    /** @param items how many readings the batch has; each has one result */
    public static List<ReadingResult> run(Rows rows, int items, Run run, EventReader log) throws IOException {
        @Nullable ReadingResult[] results = new ReadingResult[items];
        Tally tally = (line, fate, values, reason) -> results[line - 1] = new ReadingResult(line, fate, reason);
        try (QuantityDelivery delivery = new QuantityDelivery(run, log, tally, false)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                switch (row) {
                    case Row.Good good -> delivery.take(new ReadingValue(good));
                    case Row.Bad bad ->
                        delivery.deadLetters()
                                .row(bad.line(), 1, new BadValue(Category.UNREADABLE, bad.reason()), bad.raw());
                }
            }
            delivery.finish();
        }
        return Arrays.stream(results).map(Objects::requireNonNull).toList();
    }

    /** How many of them came to that. */
    public static long count(List<ReadingResult> results, Fate fate) {
        return results.stream().filter(result -> result.outcome() == fate).count();
    }
}
