package io.tallybook.messages.variance;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;

/** A line of a contract's month: a point one way, and its amounts. Receipts are bought, deliveries sold. */
public record LineFigures(PointId point, Direction direction, LineAmounts amounts) {
    public VarianceLine line() {
        return new VarianceLine(point, direction);
    }
}
