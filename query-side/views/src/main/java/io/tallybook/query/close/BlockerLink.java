package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthId;
import org.jspecify.annotations.Nullable;

/** Where a blocker is looked into; each carries the ids of its page. */
public sealed interface BlockerLink {
    record ToMeterMonth(MeterMonthId month) implements BlockerLink {}

    /** The open dead letters of one month of a point. */
    record ToDeadLetters(MeterMonthId month) implements BlockerLink {}

    /** A day, or with no day the month. */
    record ToBalance(BalanceId balance, @Nullable GasDay day) implements BlockerLink {}

    record ToPrices(SeriesId series, AccountingPeriod period) implements BlockerLink {}

    record ToAllocation(AllocationRunId run) implements BlockerLink {}

    /** The flagged lines of a contract's month. */
    record ToVariances(CloseId closeId, ContractId contract) implements BlockerLink {}

    record ToJournal(JournalId journal) implements BlockerLink {}

    /** The late facts of a point that wait for a decision on the close's own page. */
    record ToLateData(CloseId closeId, PointId point) implements BlockerLink {}

    record ToClose(CloseId closeId) implements BlockerLink {}
}
