package io.tallybook.messages.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.statement.StatementTotals;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to an AdjustmentBook, which holds the packages of a close group: what is pending, approved and booked (ADR 19). */
public sealed interface AdjustmentBookCommand extends Command {
    AdjustmentBookId book();

    /** Puts a raised adjustment into the package of its cause. {@code by} gave the readings; null when nobody is known. */
    @SentBy(Role.PROCESS)
    record CollectAdjustment(
            @TargetAggregateIdentifier AdjustmentBookId book,
            AdjustmentId adjustment,
            CloseId closeId,
            PointId point,
            GasDay day,
            Source source,
            List<RestatedReading> readings,
            @Nullable PersonId by,
            Instant at)
            implements AdjustmentBookCommand {}

    /** A period of the group was opened or, {@code open} false, locked: what is booked goes into the open one. */
    @SentBy(Role.PROCESS)
    record NoteBookPeriod(
            @TargetAggregateIdentifier AdjustmentBookId book, AccountingPeriod period, boolean open, Instant at)
            implements AdjustmentBookCommand {}

    /** Has the effect of the package calculated as it now stands, to be booked in that way. {@code by} is its preparer. */
    @SentBy(Role.ACCOUNTANT)
    record PrepareAdjustments(
            @TargetAggregateIdentifier AdjustmentBookId book,
            int number,
            Booking booking,
            LateGround ground,
            String reason,
            PersonId by,
            Instant at)
            implements AdjustmentBookCommand {}

    /** What the package comes to for one contract at one point of one month. */
    @SentBy(Role.PROCESS)
    record AddAdjustmentEffect(
            @TargetAggregateIdentifier AdjustmentBookId book,
            PreviewId preview,
            CloseId closeId,
            PointId point,
            ContractId contract,
            ShipperId shipper,
            int recipients,
            StatementTotals difference,
            Instant at)
            implements AdjustmentBookCommand {}

    /** The point is no contract's (a storage): its change moves the balance and no money. */
    @SentBy(Role.PROCESS)
    record NoteUnsharedPoint(
            @TargetAggregateIdentifier AdjustmentBookId book,
            PreviewId preview,
            CloseId closeId,
            PointId point,
            Instant at)
            implements AdjustmentBookCommand {}

    /** The effect cannot be calculated, by the sentence of a rule. */
    @SentBy(Role.PROCESS)
    record FailPreview(@TargetAggregateIdentifier AdjustmentBookId book, PreviewId preview, String sentence, Instant at)
            implements AdjustmentBookCommand {}

    /**
     * Approves the preview whose hash the person was shown; what else is pending on the same readings is rejected by it.
     *
     * @param limit up to which effect in money the person may approve, from their grant; null for any
     */
    @SentBy(Role.APPROVER)
    record ApproveAdjustments(
            @TargetAggregateIdentifier AdjustmentBookId book,
            int number,
            Sha256 previewHash,
            String reason,
            @Nullable Money limit,
            PersonId by,
            Instant at)
            implements AdjustmentBookCommand {
        /** By somebody whose grant names no limit. */
        public ApproveAdjustments(
                AdjustmentBookId book, int number, Sha256 previewHash, String reason, PersonId by, Instant at) {
            this(book, number, previewHash, reason, null, by, at);
        }
    }

    /** Rejects the whole package: nothing of it is booked, and the closed month stands as it is. */
    @SentBy(Role.APPROVER)
    record RejectAdjustments(
            @TargetAggregateIdentifier AdjustmentBookId book, int number, String reason, PersonId by, Instant at)
            implements AdjustmentBookCommand {}

    /** A package older than every limit may be approved, by somebody else than this. */
    @SentBy(Role.APPROVER)
    record GrantLegalHold(
            @TargetAggregateIdentifier AdjustmentBookId book, int number, String reference, PersonId by, Instant at)
            implements AdjustmentBookCommand {}

    /** The journal of one production month of the package is written. */
    @SentBy(Role.PROCESS)
    record ConfirmAdjustmentsBooked(
            @TargetAggregateIdentifier AdjustmentBookId book, int number, JournalId journal, Instant at)
            implements AdjustmentBookCommand {}

    /** The journal could not be written (an account was not mapped): with the cause put right it is asked for once more. */
    @SentBy(Role.ACCOUNTANT)
    record RetryBooking(
            @TargetAggregateIdentifier AdjustmentBookId book, int number, String reason, PersonId by, Instant at)
            implements AdjustmentBookCommand {}

    /** Age limits and materiality from a period on. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record SetAdjustmentRules(
            @TargetAggregateIdentifier AdjustmentBookId book, AdjustmentRules rules, PersonId by, Instant at)
            implements AdjustmentBookCommand {}

    /** The month is open again: what waited to be adjusted in it is a figure there now. Approved packages stand. */
    @SentBy(Role.PROCESS)
    record WithdrawAdjustments(
            @TargetAggregateIdentifier AdjustmentBookId book, CloseId closeId, int revision, Instant at)
            implements AdjustmentBookCommand {}
}
