package io.tallybook.messages.statement;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.price.DailyPrice;
import java.util.List;

/** What happened to a Statement. */
public sealed interface StatementEvent extends Event {
    StatementId statement();

    record StatementOpened(StatementId statement, CloseId closeId, int attempt, List<ContractId> contracts)
            implements StatementEvent {}

    record StatementTermsAdded(
            StatementId statement,
            CloseId closeId,
            int attempt,
            ContractId contract,
            ContractTerms terms,
            int version,
            PersonId author)
            implements StatementEvent {}

    record StatementPricesAdded(
            StatementId statement,
            CloseId closeId,
            int attempt,
            SeriesId series,
            int version,
            List<DailyPrice> prices,
            List<PersonId> contributors)
            implements StatementEvent {}

    record AllocatedVolumesAdded(
            StatementId statement,
            CloseId closeId,
            int attempt,
            AllocationRunId run,
            ContractId contract,
            PointId point,
            Sha256 allocationHash,
            List<DayTotal> days,
            List<PersonId> contributors)
            implements StatementEvent {}

    /** One point of one contract, every day and direction that has a quantity, ≤ 62 lines. */
    record VolumesValued(
            StatementId statement,
            CloseId closeId,
            int attempt,
            AllocationRunId run,
            ContractId contract,
            PointId point,
            SeriesId series,
            int priceVersion,
            List<ValuedLine> lines)
            implements StatementEvent {}

    /** Days no published FINAL price covers under the contract's rule; valuation waits, never zero. First ten days. */
    record PriceMissing(
            StatementId statement, CloseId closeId, int attempt, SeriesId series, int days, List<String> firstDays)
            implements StatementEvent {}

    /**
     * Every line is valued.
     *
     * @param allocationsHash over sorted lines {@code contract|point|allocationHash}: an attempt leaves no trace in it
     * @param contentHash over every valued line
     * @param versions sorted lines {@code contract|<id>|v<n>}, {@code prices|<series>|<hash of the prices used>} and
     *     {@code calculation|statement|<n>}
     */
    record StatementPrepared(
            StatementId statement,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            int lines,
            StatementTotals totals,
            Sha256 allocationsHash,
            Sha256 contentHash,
            List<String> versions,
            List<PersonId> contributors)
            implements StatementEvent {}

    /** A price it used was corrected after it was prepared: the close must take it anew. */
    record StatementOutdated(StatementId statement, CloseId closeId, int attempt, String reason)
            implements StatementEvent {}

    record StatementIssued(StatementId statement, CloseId closeId, int attempt, Sha256 document)
            implements StatementEvent {}
}
