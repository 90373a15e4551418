package io.tallybook.messages.statement;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
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

    record StatementNominationsAdded(
            StatementId statement,
            CloseId closeId,
            int attempt,
            ContractId contract,
            PointId point,
            int version,
            List<NominatedDay> nominated,
            List<PersonId> contributors)
            implements StatementEvent {}

    record StatementTiersAdded(
            StatementId statement,
            CloseId closeId,
            int attempt,
            CashOutTableId table,
            int version,
            CashOutTiers tiers,
            PersonId author)
            implements StatementEvent {}

    /**
     * The month's imbalances of one contract at one point, each way that has one.
     *
     * @param tableVersion of the tiers, {@code nominationsVersion} of what was scheduled
     * @param index the month's reference price, the mean over its gas days, half-up at 6 decimals
     */
    record ImbalancesCashedOut(
            StatementId statement,
            CloseId closeId,
            int attempt,
            AllocationRunId run,
            ContractId contract,
            PointId point,
            int nominationsVersion,
            CashOutTableId table,
            int tableVersion,
            SeriesId series,
            int priceVersion,
            Price index,
            List<CashedOut> ways)
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

    /**
     * The issued document no longer stands: the revision of the close will issue another, the notice goes to whoever holds it.
     *
     * @param document the one that was issued in {@code attempt}
     */
    record StatementVoided(
            StatementId statement, CloseId closeId, int attempt, int revision, Sha256 document, String reason)
            implements StatementEvent {}

    /**
     * What restated days of one contract at one point come to. Only lines that change, ≤ 62.
     *
     * @param difference sum of the lines' differences
     */
    record VolumesRevalued(
            StatementId statement,
            CloseId closeId,
            PreviewId preview,
            ContractId contract,
            PointId point,
            int recipients,
            List<RevaluedLine> lines,
            StatementTotals difference)
            implements StatementEvent {}

    /** The restated days cannot be valued: a day that had no quantity has no published FINAL price. */
    record RevaluationFailed(
            StatementId statement,
            CloseId closeId,
            PreviewId preview,
            ContractId contract,
            PointId point,
            String sentence)
            implements StatementEvent {}
}
