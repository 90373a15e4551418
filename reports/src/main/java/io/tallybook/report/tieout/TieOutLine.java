package io.tallybook.report.tieout;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure seen from three sides.
 *
 * @param subject the area or shipper, or {@code All}
 * @param unit {@code kWh}, {@code intervals} or a currency
 * @param journal null where the journal does not carry the figure
 */
public record TieOutLine(
        String subject,
        Figure figure,
        String unit,
        BigDecimal report,
        @Nullable BigDecimal journal,
        BigDecimal event) {

    /** What is compared, and the words for it. */
    public enum Figure {
        RECEIPTS("Receipts, measured"),
        DELIVERIES("Deliveries, measured"),
        FUEL("Fuel"),
        STORAGE_CHANGE("Storage change"),
        UNACCOUNTED("Unaccounted"),
        /** Only where there are any. */
        ESTIMATED_INTERVALS("Intervals estimated"),
        ALLOCATED_RECEIPTS("Receipts, allocated against measured"),
        ALLOCATED_DELIVERIES("Deliveries, allocated against measured"),
        BOUGHT("Gas bought"),
        PURCHASES("Purchases"),
        SOLD("Gas sold"),
        SALES("Sales"),
        OVER_SUPPLY("Over-supply cashed out"),
        OVER_SUPPLY_PAID("Paid for over-supply"),
        UNDER_SUPPLY("Under-supply cashed out"),
        UNDER_SUPPLY_PAID("Charged for under-supply"),
        DEBITS("Debits"),
        CREDITS("Credits");

        private final String words;

        Figure(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Report less journal; null where the journal does not carry the figure. */
    public @Nullable BigDecimal fromJournal() {
        return journal == null ? null : report.subtract(journal);
    }

    public BigDecimal fromEvents() {
        return report.subtract(event);
    }

    public boolean ties() {
        return fromEvents().signum() == 0 && (journal == null || report.compareTo(journal) == 0);
    }

    /** {@code TIES} or {@code OUT}. */
    public String status() {
        return ties() ? "TIES" : "OUT";
    }
}
