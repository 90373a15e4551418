package io.tallybook.messages.variance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.nomination.NominatedDay;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Orders to a VarianceReview: one contract, one month. What it compares may come in any order and more than once; a higher
 * attempt begins it anew, a lower one is unchanged.
 */
public sealed interface VarianceReviewCommand extends Command {
    VarianceReviewId review();

    /** How many lines a budget of a contract's month has at most: they are one event. */
    int MOST_BUDGET_LINES = 200;

    /** How many lines of an earlier month are told in one event. */
    int MOST_TOLD_LINES = 128;

    /** How long an explanation or a reason is at most. */
    int LONGEST_TEXT = 2000;

    /** Budgets a contract's month, in place of what was budgeted before; 1 to {@value #MOST_BUDGET_LINES} lines. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record SetBudget(
            @TargetAggregateIdentifier VarianceReviewId review, List<LineFigures> lines, PersonId by, Instant at)
            implements VarianceReviewCommand {
        public SetBudget {
            lines = List.copyOf(lines);
            Invalid.unless(
                    !lines.isEmpty() && lines.size() <= MOST_BUDGET_LINES,
                    "a budget of a contract's month has 1 to " + MOST_BUDGET_LINES + " lines");
            Invalid.unless(
                    lines.stream().map(LineFigures::line).distinct().count() == lines.size(),
                    "a budget names a point one way once");
        }
    }

    /** Says with which heating value a month's gas was measured at a point, in place of what was said before. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record SetHeatingValue(
            @TargetAggregateIdentifier VarianceReviewId review,
            PointId point,
            HeatingValue heatingValue,
            PersonId by,
            Instant at)
            implements VarianceReviewCommand {}

    /** What was newly nominated of the contract at a point. */
    @SentBy(Role.PROCESS)
    record NoteNominations(
            @TargetAggregateIdentifier VarianceReviewId review,
            PointId point,
            int version,
            List<NominatedDay> days,
            Instant at)
            implements VarianceReviewCommand {}

    @SentBy(Role.PROCESS)
    record OpenReview(
            @TargetAggregateIdentifier VarianceReviewId review,
            CloseId closeId,
            int attempt,
            AreaId area,
            ShipperId shipper,
            Instant at)
            implements VarianceReviewCommand {}

    @SentBy(Role.PROCESS)
    record AddThresholds(
            @TargetAggregateIdentifier VarianceReviewId review,
            CloseId closeId,
            int attempt,
            List<VarianceThreshold> inForce,
            Instant at)
            implements VarianceReviewCommand {}

    /** Asks for the figures as they stand, for a later month; answered by {@code FiguresTold}, also when there are none. */
    @SentBy(Role.PROCESS)
    record TellFigures(
            @TargetAggregateIdentifier VarianceReviewId review,
            VarianceReviewId asker,
            CloseId closeId,
            int attempt,
            VarianceBasis basis,
            Instant at)
            implements VarianceReviewCommand {}

    /** One part of an earlier month's figures. */
    @SentBy(Role.PROCESS)
    record AddEarlierFigures(
            @TargetAggregateIdentifier VarianceReviewId review,
            CloseId closeId,
            int attempt,
            VarianceBasis basis,
            long throughSequence,
            int part,
            int parts,
            List<LineFigures> lines,
            Instant at)
            implements VarianceReviewCommand {}

    /** What a point came to this month, both ways at most. */
    @SentBy(Role.PROCESS)
    record AddValuedLines(
            @TargetAggregateIdentifier VarianceReviewId review,
            CloseId closeId,
            int attempt,
            PointId point,
            List<LineFigures> lines,
            Instant at)
            implements VarianceReviewCommand {}

    /** Every line of this attempt is in; {@code contributors} had a hand in the figures and do not review them. */
    @SentBy(Role.PROCESS)
    record CompleteFigures(
            @TargetAggregateIdentifier VarianceReviewId review,
            CloseId closeId,
            int attempt,
            List<PersonId> contributors,
            Instant at)
            implements VarianceReviewCommand {}

    /** Explains a flagged line; refused while there is nothing to explain, and once it is approved. */
    @SentBy(Role.ACCOUNTANT)
    record RecordVarianceExplanation(
            @TargetAggregateIdentifier VarianceReviewId review,
            PointId point,
            Direction direction,
            VarianceDriver driver,
            String text,
            PersonId by,
            Instant at)
            implements VarianceReviewCommand {
        public RecordVarianceExplanation {
            checkText(text, "an explanation");
        }
    }

    /**
     * Approves the explanation of a line. Refused to who wrote it and to who had a hand in the figures.
     *
     * @param explanation the hash of the figures and words the person was shown
     */
    @SentBy(Role.APPROVER)
    record SignReview(
            @TargetAggregateIdentifier VarianceReviewId review,
            PointId point,
            Direction direction,
            Sha256 explanation,
            PersonId by,
            Instant at)
            implements VarianceReviewCommand {}

    /** Sends an explanation back to be said better; an approved one too, as long as the close is not approved. */
    @SentBy(Role.APPROVER)
    record UnsignReview(
            @TargetAggregateIdentifier VarianceReviewId review,
            PointId point,
            Direction direction,
            String reason,
            PersonId by,
            Instant at)
            implements VarianceReviewCommand {
        public UnsignReview {
            checkText(reason, "a reason");
        }
    }

    /** The close is approved: what was explained and reviewed stands. */
    @SentBy(Role.PROCESS)
    record CloseReview(@TargetAggregateIdentifier VarianceReviewId review, CloseId closeId, Instant at)
            implements VarianceReviewCommand {}

    private static void checkText(String text, String what) {
        Invalid.unless(!text.isBlank() && text.length() <= LONGEST_TEXT, what + " has 1 to 2,000 characters");
    }
}
