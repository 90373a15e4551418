package io.tallybook.report.pack;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.journal.JournalId;
import java.math.BigDecimal;
import java.util.List;

/**
 * The flash accrual a month was booked by before its close, beside what it came to.
 *
 * @param journal it was booked as
 * @param reversedIn the period it is taken back in, where the close's journal is booked too
 */
public record AccrualMonth(JournalId journal, AccountingPeriod reversedIn, List<Line> lines) {
    public AccrualMonth {
        lines = List.copyOf(lines);
    }

    /**
     * One shipper, amounts in the journal's currency.
     *
     * @param measured gas days at points that were recorded in full when it was proposed
     * @param estimated gas days at points that were not
     * @param byHand why a person gave the amounts; empty when they were calculated
     */
    public record Line(
            ShipperId shipper,
            BigDecimal accruedPurchases,
            BigDecimal purchases,
            BigDecimal accruedSales,
            BigDecimal sales,
            int measured,
            int estimated,
            String byHand) {}
}
