package io.tallybook.messages.nomination;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;

/** What one contract says of one point and month: {@code contract/point/2024-10}. */
public record NominationMonthId(String value) {
    public NominationMonthId {
        String[] parts = value.split("/", -1);
        Invalid.unless(parts.length == 3, "a nomination month is written contract/point/2024-10, was '" + value + "'");
        new ContractId(parts[0]);
        new PointId(parts[1]);
        new AccountingPeriod(parts[2]);
    }

    public static NominationMonthId of(ContractId contract, PointId point, AccountingPeriod period) {
        return new NominationMonthId(contract.value() + "/" + point.value() + "/" + period);
    }

    public ContractId contract() {
        return new ContractId(value.substring(0, value.indexOf('/')));
    }

    public PointId point() {
        return new PointId(value.substring(value.indexOf('/') + 1, value.lastIndexOf('/')));
    }

    public AccountingPeriod period() {
        return new AccountingPeriod(value.substring(value.lastIndexOf('/') + 1));
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "nomination:" + value;
    }
}
