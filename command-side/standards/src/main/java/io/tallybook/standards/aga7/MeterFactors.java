package io.tallybook.standards.aga7;

import io.tallybook.standards.InvalidInput;
import java.util.List;

/**
 * A meter's factor by pulse frequency, straight lines between the points of its calibration (AGA 7 §6.3).
 *
 * @param points by rising frequency, 1 to 32
 */
public record MeterFactors(List<Point> points) {
    /** As many as a flow computer holds. */
    public static final int MOST = 32;

    /**
     * @param frequencyHz pulses per second
     * @param factor MF
     */
    public record Point(double frequencyHz, double factor) {
        /** @throws InvalidInput when the frequency is negative or the factor not above zero */
        public Point {
            InvalidInput.notNegative("frequencyHz", frequencyHz);
            InvalidInput.positive("factor", factor);
        }
    }

    /** @throws InvalidInput when there is no point, too many, or their frequencies do not rise */
    public MeterFactors {
        points = List.copyOf(points);
        InvalidInput.unless(
                !points.isEmpty() && points.size() <= MOST, "meterFactors", "there are 1 to " + MOST + " points");
        for (int i = 1; i < points.size(); i++) {
            InvalidInput.unless(
                    points.get(i).frequencyHz() > points.get(i - 1).frequencyHz(),
                    "meterFactors",
                    "the points' frequencies rise");
        }
    }

    /** One factor at every frequency. */
    public static MeterFactors constant(double factor) {
        return new MeterFactors(List.of(new Point(0, factor)));
    }

    boolean covers(double frequency) {
        return points.size() == 1
                || frequency >= points.getFirst().frequencyHz()
                        && frequency <= points.getLast().frequencyHz();
    }

    /** The factor at a frequency; that of the first or last point outside of them. */
    double at(double frequency) {
        if (frequency <= points.getFirst().frequencyHz()) {
            return points.getFirst().factor();
        }
        for (int i = 1; i < points.size(); i++) {
            Point low = points.get(i - 1);
            Point high = points.get(i);
            if (frequency <= high.frequencyHz()) {
                double part = (frequency - low.frequencyHz()) / (high.frequencyHz() - low.frequencyHz());
                return low.factor() + part * (high.factor() - low.factor());
            }
        }
        return points.getLast().factor();
    }
}
