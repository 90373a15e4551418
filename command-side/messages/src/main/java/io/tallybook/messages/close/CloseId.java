package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;

/** A close: {@code group/2024-10}; its revision is state inside it. */
public record CloseId(String value) {
    public CloseId {
        int slash = value.lastIndexOf('/');
        Invalid.unless(slash > 0, "a close is written group/2024-10, was '" + value + "'");
        new CloseGroup(value.substring(0, slash));
        new AccountingPeriod(value.substring(slash + 1));
    }

    public static CloseId of(CloseGroup group, AccountingPeriod period) {
        return new CloseId(group.value() + "/" + period);
    }

    public CloseGroup group() {
        return new CloseGroup(value.substring(0, value.lastIndexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return "close:" + value;
    }
}
