package io.tallybook.ui.variance;

import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.Variance;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.query.variance.VarianceReviewView;
import io.tallybook.query.variance.VarianceReviewView.ReviewLine;
import io.tallybook.query.variance.VarianceReviewView.ReviewWord;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a contract's review, as the page shows it. */
public record ReviewedLine(VarianceReviewView review, ReviewLine line) {
    static List<ReviewedLine> of(List<VarianceReviewView> reviews) {
        return reviews.stream()
                .flatMap(review -> review.lines().stream().map(line -> new ReviewedLine(review, line)))
                .toList();
    }

    public String contract() {
        return review.review().contract().value();
    }

    public VarianceLine id() {
        return line.figures().line();
    }

    public @Nullable ReviewWord word() {
        return line.word();
    }

    /** Whether anything may still be said of it: until the close is approved. */
    public boolean isOpen() {
        return review.closedAt() == null;
    }

    boolean isApproved() {
        ReviewWord word = line.word();
        return word != null && word.state() == ExplanationState.APPROVED;
    }

    public State state() {
        return VarianceTables.state(line.word(), true);
    }

    /** Unlike any other line's on the page. */
    public String key() {
        return (contract() + "-" + id().point().value() + "-" + way()).replace('.', '_');
    }

    public String way() {
        return id().direction().name().toLowerCase(Locale.ROOT);
    }

    Optional<Variance> beside(VarianceBasis basis) {
        return line.figures().variances().stream()
                .filter(variance -> variance.basis() == basis)
                .findFirst();
    }

    /** The bases it reaches its threshold against, each with its difference. */
    public List<Variance> breaches() {
        ReviewWord word = line.word();
        return line.figures().variances().stream()
                .filter(variance -> word != null && word.bases().contains(variance.basis()))
                .toList();
    }

    /** Down to the days this month's figure is made of. */
    @Nullable String wayDown(CloseId close) {
        var shipper = review.shipper();
        return shipper == null
                ? null
                : Ways.statementPoint(close, shipper, review.review().contract(), id().point(), id().direction());
    }

    /** Down to where a base comes from; a nomination is seen with the allocation of its days. */
    @Nullable String wayDown(CloseId close, VarianceBasis basis) {
        return switch (basis) {
            case PRIOR_MONTH, SAME_MONTH_LAST_YEAR ->
                wayDown(CloseId.of(close.group(), basis.monthFor(close.period())));
            case NOMINATION -> wayDown(close);
            case BUDGET -> "/setup/budget?of=" + contract() + "~" + close.period();
        };
    }

    /** Everything that is known of it. */
    public String page(CloseId close) {
        return Ways.variances(close) + "/" + contract() + "/" + id().point().value() + "/" + way();
    }
}
