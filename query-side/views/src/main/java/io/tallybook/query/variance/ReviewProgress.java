package io.tallybook.query.variance;

import io.tallybook.messages.variance.VarianceReviewId;

/**
 * How far a contract's review has come. Only lines that reach their threshold count.
 *
 * @param attempt of the close it is of
 * @param compared whether all it is compared with is in
 * @param reviewed whether nothing is left to do
 */
public record ReviewProgress(
        VarianceReviewId review,
        int attempt,
        boolean compared,
        boolean reviewed,
        int pending,
        int waiting,
        int approved) {
    public int flagged() {
        return pending + waiting + approved;
    }
}
