package io.tallybook.messages.variance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Invalid;

/** The review of one contract's month: {@code contract/2024-10}. */
public record VarianceReviewId(String value) {
    public VarianceReviewId {
        int slash = value.lastIndexOf('/');
        Invalid.unless(slash > 0, "a variance review is written contract/2024-10, was '" + value + "'");
        new ContractId(value.substring(0, slash));
        new AccountingPeriod(value.substring(slash + 1));
    }

    public static VarianceReviewId of(ContractId contract, AccountingPeriod period) {
        return new VarianceReviewId(contract.value() + "/" + period);
    }

    public ContractId contract() {
        return new ContractId(value.substring(0, value.lastIndexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.lastIndexOf('/') + 1));
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "variance:" + value;
    }
}
