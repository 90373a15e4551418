package io.tallybook.messages.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.statement.StatementTotals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an AdjustmentBook. */
public sealed interface AdjustmentBookEvent extends Event {
    /** {@code number} is the package of its cause, opened by its first adjustment. */
    record AdjustmentCollected(
            AdjustmentBookId book,
            int number,
            AdjustmentId adjustment,
            CloseId closeId,
            PointId point,
            GasDay day,
            Source source,
            List<RestatedReading> readings,
            @Nullable PersonId by)
            implements AdjustmentBookEvent {}

    record BookPeriodNoted(AdjustmentBookId book, AccountingPeriod period, boolean open)
            implements AdjustmentBookEvent {}

    /** A preview is being calculated. {@code period} is the open period its age is counted to; {@code points} will answer. */
    record AdjustmentsPrepared(
            AdjustmentBookId book,
            PreviewId preview,
            Booking booking,
            LateGround ground,
            AccountingPeriod period,
            int points,
            String reason,
            PersonId by)
            implements AdjustmentBookEvent {}

    /** One point and month of a preview; {@code days} are differences to what the month was closed with, ≤ 31. */
    record RestatementAsked(
            AdjustmentBookId book, PreviewId preview, CloseId closeId, PointId point, List<RestatedDay> days)
            implements AdjustmentBookEvent {}

    record AdjustmentEffectAdded(
            AdjustmentBookId book,
            PreviewId preview,
            CloseId closeId,
            PointId point,
            ContractId contract,
            ShipperId shipper,
            int recipients,
            StatementTotals difference)
            implements AdjustmentBookEvent {}

    record UnsharedPointNoted(AdjustmentBookId book, PreviewId preview, CloseId closeId, PointId point)
            implements AdjustmentBookEvent {}

    /**
     * Every point has answered: the effect can be shown and judged. {@code contributors} may not approve it.
     *
     * @param difference sum over every contract, point and month
     * @param previewHash over sorted lines of what is restated and what it comes to
     * @param material false while it waits until the running sums of its points and contracts are material
     */
    record PpaCalculated(
            AdjustmentBookId book,
            PreviewId preview,
            StatementTotals difference,
            Sha256 previewHash,
            boolean material,
            List<PersonId> contributors)
            implements AdjustmentBookEvent {}

    /** Held back until now: with {@code by}'s package its running sums are material, and both can be approved. */
    record PpaOffered(AdjustmentBookId book, int number, int by) implements AdjustmentBookEvent {}

    record PreviewFailed(AdjustmentBookId book, PreviewId preview, String sentence) implements AdjustmentBookEvent {}

    /** The preview no longer says what the package comes to: what it starts from has changed. */
    record PreviewOutdated(AdjustmentBookId book, PreviewId preview, String reason) implements AdjustmentBookEvent {}

    /** {@code limit} is that of the approver's grant; null for none. */
    record PpaApproved(
            AdjustmentBookId book,
            PreviewId preview,
            Sha256 previewHash,
            String reason,
            PersonId by,
            @Nullable Money limit)
            implements AdjustmentBookEvent {
        public PpaApproved(AdjustmentBookId book, PreviewId preview, Sha256 previewHash, String reason, PersonId by) {
            this(book, preview, previewHash, reason, by, null);
        }
    }

    /**
     * One adjustment will not be booked. {@code rival} is the package whose approval rejected it, null when a person rejected
     * its package.
     */
    record AdjustmentRejected(
            AdjustmentBookId book,
            int number,
            AdjustmentId adjustment,
            @Nullable PackageId rival) implements AdjustmentBookEvent {}

    /** The package is over: a person rejected it, or, {@code by} null, nothing of it was left after its rivals. */
    record PpaRejected(
            AdjustmentBookId book,
            int number,
            String reason,
            @Nullable PersonId by) implements AdjustmentBookEvent {}

    record LegalHoldGranted(AdjustmentBookId book, int number, String reference, PersonId by)
            implements AdjustmentBookEvent {}

    /** One production month of an approved package goes into the journal of the open period; again with a higher attempt. */
    record BookingAsked(
            AdjustmentBookId book,
            PreviewId preview,
            AccountingPeriod period,
            JournalId journal,
            int attempt,
            Booking booking,
            Sha256 previewHash,
            CloseId closeId,
            List<MonthEffect> effects,
            List<PersonId> contributors)
            implements AdjustmentBookEvent {}

    /** What was asked for is written in that journal; null when nothing of it was to be booked. */
    record PpaBooked(
            AdjustmentBookId book, int number, @Nullable JournalId journal) implements AdjustmentBookEvent {}

    record AdjustmentRulesSet(AdjustmentBookId book, AdjustmentRules rules, PersonId by)
            implements AdjustmentBookEvent {}
}
