package io.tallybook.messages.variance;

import io.tallybook.messages.CloseGroup;

/** The variance thresholds of one close group. */
public record ThresholdsId(String value) {
    public ThresholdsId {
        new CloseGroup(value);
    }

    public static ThresholdsId of(CloseGroup group) {
        return new ThresholdsId(group.value());
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "variance-thresholds:" + value;
    }
}
