package io.tallybook.messages;

/** A prior-period adjustment: point, gas day, source publication, number of the late fact in the month's stream. */
public record AdjustmentId(String value) {
    public AdjustmentId {
        Ids.path("adjustment id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "adjustment:" + value;
    }
}
