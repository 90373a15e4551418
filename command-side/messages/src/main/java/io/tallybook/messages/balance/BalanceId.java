package io.tallybook.messages.balance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Invalid;

/** An area's balance of a month: {@code area/2024-10}. */
public record BalanceId(String value) {
    public BalanceId {
        int slash = value.lastIndexOf('/');
        Invalid.unless(slash > 0, "a balance is written area/2024-10, was '" + value + "'");
        new AreaId(value.substring(0, slash));
        new AccountingPeriod(value.substring(slash + 1));
    }

    public static BalanceId of(AreaId area, AccountingPeriod period) {
        return new BalanceId(area.value() + "/" + period);
    }

    public AreaId area() {
        return new AreaId(value.substring(0, value.lastIndexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return "balance:" + value;
    }
}
