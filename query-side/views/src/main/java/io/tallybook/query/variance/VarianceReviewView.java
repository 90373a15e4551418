package io.tallybook.query.variance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.LineComparison;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract's month beside all it is compared with.
 *
 * @param closeId null before a close has begun
 * @param contentHash of what was reviewed, null until it is
 * @param lines by point and direction
 */
public record VarianceReviewView(
        VarianceReviewId review,
        @Nullable CloseId closeId,
        int attempt,
        @Nullable AreaId area,
        @Nullable ShipperId shipper,
        @Nullable Instant figuresAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant closedAt,
        @Nullable Sha256 contentHash,
        List<ReviewLine> lines,
        long sequence,
        long position) {
    /**
     * A line.
     *
     * @param threshold that holds for it
     * @param word what it needs to be said of it; null where it is below its threshold
     */
    public record ReviewLine(
            LineComparison figures,
            VarianceThreshold threshold,
            @Nullable ReviewWord word) {}

    /**
     * The word on a flagged line.
     *
     * @param bases those whose threshold it reaches
     * @param text what was said last, of these figures or of those before; null where nothing was
     * @param hash what a reviewer signs; null where nobody has explained these figures
     */
    public record ReviewWord(
            List<VarianceBasis> bases,
            ExplanationState state,
            @Nullable VarianceDriver driver,
            @Nullable String text,
            @Nullable PersonId explainedBy,
            @Nullable Instant explainedAt,
            @Nullable PersonId reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Sha256 hash) {}

    public ReviewProgress progress() {
        return new ReviewProgress(
                review,
                attempt,
                figuresAt != null,
                reviewedAt != null,
                count(ExplanationState.PENDING),
                count(ExplanationState.REVIEW),
                count(ExplanationState.APPROVED));
    }

    private int count(ExplanationState state) {
        return (int) lines.stream()
                .map(ReviewLine::word)
                .filter(word -> word != null && word.state() == state)
                .count();
    }
}
