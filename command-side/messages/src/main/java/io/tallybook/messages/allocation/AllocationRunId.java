package io.tallybook.messages.allocation;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;

/** One run over one allocation point and month: {@code point/2024-10/1}; a later run supersedes an earlier. */
public record AllocationRunId(String value) {
    public AllocationRunId {
        String[] parts = value.split("/", -1);
        Invalid.unless(parts.length == 3 && parts[2].matches("[1-9][0-9]{0,5}"), "a run is written point/2024-10/1");
        new PointId(parts[0]);
        new AccountingPeriod(parts[1]);
    }

    public static AllocationRunId of(PointId point, AccountingPeriod period, int attempt) {
        return new AllocationRunId(point.value() + "/" + period + "/" + attempt);
    }

    public PointId point() {
        return new PointId(value.substring(0, value.indexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.indexOf('/') + 1, value.lastIndexOf('/')));
    }

    public int attempt() {
        return Integer.parseInt(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return "allocation:" + value;
    }
}
