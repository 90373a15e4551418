package io.tallybook.messages.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;

/** A point's month: {@code point/2024-10}. */
public record MeterMonthId(String value) {
    public MeterMonthId {
        int slash = value.lastIndexOf('/');
        Invalid.unless(slash > 0, "a meter month is written point/2024-10, was '" + value + "'");
        new PointId(value.substring(0, slash));
        new AccountingPeriod(value.substring(slash + 1));
    }

    public static MeterMonthId of(PointId point, AccountingPeriod period) {
        return new MeterMonthId(point.value() + "/" + period);
    }

    public PointId point() {
        return new PointId(value.substring(0, value.lastIndexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
