package io.tallybook.messages.statement;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.ShipperId;

/** A shipper's statement of a month: {@code shipper/2024-10}. */
public record StatementId(String value) {
    public StatementId {
        int slash = value.lastIndexOf('/');
        Invalid.unless(slash > 0, "a statement is written shipper/2024-10, was '" + value + "'");
        new ShipperId(value.substring(0, slash));
        new AccountingPeriod(value.substring(slash + 1));
    }

    public static StatementId of(ShipperId shipper, AccountingPeriod period) {
        return new StatementId(shipper.value() + "/" + period);
    }

    public ShipperId shipper() {
        return new ShipperId(value.substring(0, value.lastIndexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return "statement:" + value;
    }
}
