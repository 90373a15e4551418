package io.tallybook.report.pack;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a close.
 *
 * @param journal also the document key in the ERP
 * @param contentHash of the prepared journal
 * @param documentNumber the ERP's number, empty while it has not answered
 * @param accrual what was booked by estimate before it; null for nothing
 * @param adjustments journals of adjustments to earlier months booked in this period so far, by number
 */
public record JournalMonth(
        JournalId journal,
        String currency,
        List<JournalLine> lines,
        Sha256 contentHash,
        String documentNumber,
        @Nullable AccrualMonth accrual,
        List<Adjustment> adjustments) {
    /**
     * A journal of adjustments as the ERP was given it last.
     *
     * @param documentNumber the ERP's, empty while it has not posted it
     */
    public record Adjustment(JournalId journal, List<JournalLine> lines, String documentNumber) {
        public Adjustment {
            lines = List.copyOf(lines);
        }
    }

    /** Of a period in which nothing was adjusted. */
    public JournalMonth(
            JournalId journal,
            String currency,
            List<JournalLine> lines,
            Sha256 contentHash,
            String documentNumber,
            @Nullable AccrualMonth accrual) {
        this(journal, currency, lines, contentHash, documentNumber, accrual, List.of());
    }

    /** Of a month that was not accrued. */
    public JournalMonth(
            JournalId journal, String currency, List<JournalLine> lines, Sha256 contentHash, String documentNumber) {
        this(journal, currency, lines, contentHash, documentNumber, null);
    }

    public JournalMonth {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    public BigDecimal debits() {
        return lines.stream().map(l -> l.debit().amount()).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    public BigDecimal credits() {
        return lines.stream().map(l -> l.credit().amount()).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
