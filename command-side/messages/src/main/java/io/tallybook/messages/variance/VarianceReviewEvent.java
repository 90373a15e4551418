package io.tallybook.messages.variance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.nomination.NominatedDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a VarianceReview. */
public sealed interface VarianceReviewEvent extends Event {
    VarianceReviewId review();

    record BudgetSet(VarianceReviewId review, List<LineFigures> lines, PersonId by) implements VarianceReviewEvent {}

    record HeatingValueSet(VarianceReviewId review, PointId point, HeatingValue heatingValue, PersonId by)
            implements VarianceReviewEvent {}

    /** {@code receipt} and {@code delivery} are the month's nominations at the point from then on, null where none stands. */
    record NominationsNoted(
            VarianceReviewId review,
            PointId point,
            int version,
            List<NominatedDay> days,
            @Nullable Energy receipt,
            @Nullable Energy delivery)
            implements VarianceReviewEvent {}

    record ReviewOpened(VarianceReviewId review, CloseId closeId, int attempt, AreaId area, ShipperId shipper)
            implements VarianceReviewEvent {}

    record ThresholdsAdded(VarianceReviewId review, CloseId closeId, int attempt, List<VarianceThreshold> inForce)
            implements VarianceReviewEvent {}

    /**
     * The figures of this month as they stand, told to a later one in parts.
     *
     * @param throughSequence this stream's last event they rest on, −1 where there is none
     */
    record FiguresTold(
            VarianceReviewId review,
            VarianceReviewId asker,
            CloseId closeId,
            int attempt,
            VarianceBasis basis,
            long throughSequence,
            int part,
            int parts,
            List<LineFigures> lines)
            implements VarianceReviewEvent {}

    record EarlierFiguresAdded(
            VarianceReviewId review,
            CloseId closeId,
            int attempt,
            VarianceBasis basis,
            long throughSequence,
            int part,
            int parts,
            List<LineFigures> lines)
            implements VarianceReviewEvent {}

    record LinesValued(VarianceReviewId review, CloseId closeId, int attempt, PointId point, List<LineFigures> lines)
            implements VarianceReviewEvent {}

    record FiguresCompleted(VarianceReviewId review, CloseId closeId, int attempt, List<PersonId> contributors)
            implements VarianceReviewEvent {}

    /**
     * A line differs by so much that somebody must say why. Told again when its figures come out otherwise: what was said of the
     * ones before has to be looked at again.
     *
     * @param bases those whose threshold it reaches
     * @param figuresHash over the line's amounts and those of these bases
     */
    record VarianceFlagged(
            VarianceReviewId review,
            CloseId closeId,
            int attempt,
            PointId point,
            Direction direction,
            List<VarianceBasis> bases,
            Sha256 figuresHash)
            implements VarianceReviewEvent {}

    /** The line no longer differs by so much: nothing needs to be said. */
    record VarianceCleared(VarianceReviewId review, CloseId closeId, int attempt, PointId point, Direction direction)
            implements VarianceReviewEvent {}

    record VarianceExplained(
            VarianceReviewId review,
            PointId point,
            Direction direction,
            VarianceDriver driver,
            String text,
            Sha256 figuresHash,
            PersonId by)
            implements VarianceReviewEvent {}

    /** {@code explanation} is the hash of figures and words that was signed. */
    record ReviewSigned(VarianceReviewId review, PointId point, Direction direction, Sha256 explanation, PersonId by)
            implements VarianceReviewEvent {}

    record ReviewUnsigned(VarianceReviewId review, PointId point, Direction direction, String reason, PersonId by)
            implements VarianceReviewEvent {}

    /**
     * Every flagged line is explained and approved, or none was flagged.
     *
     * @param contentHash over the flagged lines' figures and words, and the thresholds
     * @param contributors who explained: they do not approve the close
     */
    record VarianceReviewCompleted(
            VarianceReviewId review,
            CloseId closeId,
            int attempt,
            ContractId contract,
            int flagged,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements VarianceReviewEvent {}

    /** What was reviewed no longer stands: the close must take it anew. */
    record VarianceReviewOutdated(VarianceReviewId review, CloseId closeId, int attempt, String reason)
            implements VarianceReviewEvent {}

    record VarianceReviewClosed(VarianceReviewId review, CloseId closeId) implements VarianceReviewEvent {}
}
