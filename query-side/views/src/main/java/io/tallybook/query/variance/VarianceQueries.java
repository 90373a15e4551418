package io.tallybook.query.variance;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.util.List;
import java.util.Optional;

/** Reviews of variances, and what months are compared with. */
public interface VarianceQueries {
    /** Every contract's review of a close, by contract; ≤ 256. */
    List<VarianceReviewView> ofClose(CloseId closeId);

    /** How far the reviews of a close have come, by contract; ≤ 256. */
    List<ReviewProgress> progress(CloseId closeId);

    /** One contract's month; also when nothing but its budget is known. */
    Optional<VarianceReviewView> review(VarianceReviewId review);

    /** What was ever said or decided of a line, oldest first; ≤ 1,000. */
    List<WordView> history(VarianceReviewId review, VarianceLine line);

    /** What was set for a close group, by scope and from when on. */
    List<VarianceThreshold> thresholds(CloseGroup group);

    /** Every budgeted line, by contract and month; at most the latest 20,000. */
    List<BudgetView> budgets();

    /** Every heating value that was said, by contract and month; at most the latest 20,000. */
    List<HeatingValueView> heatingValues();
}
