package io.tallybook.query.deadletter;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.metering.MeterMonthId;
import org.jspecify.annotations.Nullable;

/** Which dead letters; null leaves a field open. */
public record DeadLetterFilter(
        @Nullable DeadLetterStatus status,
        @Nullable ImportId importId,
        @Nullable MeterMonthId month,
        @Nullable AccountingPeriod period,
        @Nullable String category) {
    public static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null);

    public static DeadLetterFilter open() {
        return new DeadLetterFilter(DeadLetterStatus.OPEN, null, null, null, null);
    }

    public static DeadLetterFilter ofImport(ImportId importId) {
        return new DeadLetterFilter(null, importId, null, null, null);
    }

    /** The open ones that block a point's month. */
    public static DeadLetterFilter blocking(MeterMonthId month) {
        return new DeadLetterFilter(DeadLetterStatus.OPEN, null, month, null, null);
    }
}
