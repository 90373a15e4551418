package io.tallybook.query.variance;

import io.tallybook.messages.PointId;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.VarianceReviewId;

/** With which heating value a contract's gas was measured at a point in a month. */
public record HeatingValueView(VarianceReviewId review, PointId point, HeatingValue heatingValue) {}
