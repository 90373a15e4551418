package io.tallybook.report.pack;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import java.math.BigDecimal;
import java.util.List;

/**
 * The journal of a close.
 *
 * @param journal also the document key in the ERP
 * @param contentHash of the prepared journal
 * @param documentNumber the ERP's number, empty while it has not answered
 */
public record JournalMonth(
        JournalId journal, String currency, List<JournalLine> lines, Sha256 contentHash, String documentNumber) {

    public JournalMonth {
        lines = List.copyOf(lines);
    }

    public BigDecimal debits() {
        return lines.stream().map(l -> l.debit().amount()).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    public BigDecimal credits() {
        return lines.stream().map(l -> l.credit().amount()).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
