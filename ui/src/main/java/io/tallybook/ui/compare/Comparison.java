package io.tallybook.ui.compare;

import io.tallybook.intake.profile.LegacyMap.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our figures of a month beside an old system's.
 *
 * @param lines by kind, subject and measure
 * @param unread what of the old file could not be read, a sentence each
 */
public record Comparison(List<Line> lines, List<String> unread) {
    /**
     * One figure on both sides.
     *
     * @param name of the subject as people call it here
     * @param ours null when we have none
     * @param theirs null when the old system has none
     * @param causes why they differ, as far as the log knows; empty when they do not, or it does not
     */
    public record Line(
            Figure figure,
            String name,
            @Nullable BigDecimal ours,
            @Nullable BigDecimal theirs,
            List<Cause> causes) {
        /** Ours less theirs; what is absent counts as nothing. */
        public BigDecimal difference() {
            BigDecimal here = ours == null ? BigDecimal.ZERO : ours;
            return theirs == null ? here : here.subtract(theirs);
        }

        public boolean equal() {
            return difference().signum() == 0;
        }

        Line because(List<Cause> known) {
            return new Line(figure, name, ours, theirs, known);
        }
    }

    /** Why a figure differs. */
    public record Cause(CauseKind reason, String detail) {}

    /** What the log can know of a difference. */
    public enum CauseKind {
        /** The old system has no such figure. */
        NOT_THERE,
        /** We know no such point, shipper or account. */
        NOT_HERE,
        /** The old figure is what was delivered first; it was corrected since. */
        AS_FIRST_DELIVERED,
        /** The old figure has data that came too late for this month and wait for adjustment. */
        WITH_LATE_DATA,
        /** Records were corrected; not by the whole difference. */
        CORRECTED,
        /** Data came too late for the month; not by the whole difference. */
        LATE,
        /** Intervals have no record. */
        MISSING,
        /** Rejected readings wait. */
        REJECTED,
        /** It comes of points that differ. */
        OF_POINTS,
        /** The quantities are equal: another price, or rounding. */
        OF_PRICE,
        /** It comes of shippers that differ. */
        OF_SHIPPERS
    }

    public long differing() {
        return lines.stream().filter(line -> !line.equal()).count();
    }
}
