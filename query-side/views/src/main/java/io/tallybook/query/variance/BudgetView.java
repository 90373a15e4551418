package io.tallybook.query.variance;

import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.VarianceReviewId;

/** A budgeted line of a contract's month. */
public record BudgetView(VarianceReviewId review, LineFigures figures) {}
