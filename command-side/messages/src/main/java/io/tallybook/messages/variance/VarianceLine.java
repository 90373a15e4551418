package io.tallybook.messages.variance;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import java.util.Comparator;

/** Which line of a contract: a point one way. */
public record VarianceLine(PointId point, Direction direction) implements Comparable<VarianceLine> {
    private static final Comparator<VarianceLine> ORDER =
            Comparator.comparing((VarianceLine line) -> line.point().value()).thenComparing(VarianceLine::direction);

    @Override
    public int compareTo(VarianceLine other) {
        return ORDER.compare(this, other);
    }
}
