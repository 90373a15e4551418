package io.tallybook.report.journal;

import io.tallybook.messages.journal.JournalLine;
import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.table.Csv;
import java.util.List;

/** The journal as CSV: what it is, its lines, its totals; debits equal credits. */
public final class JournalCsv {
    private static final List<String> COLUMNS = List.of(
            "record",
            "line",
            "use",
            "account",
            "account_name",
            "shipper",
            "direction",
            "energy_kwh",
            "currency",
            "debit",
            "credit");

    private JournalCsv() {}

    /** The file, as {@code text/csv}; the first field of every record says what it is. */
    public static byte[] of(PackHead head, JournalMonth journal) {
        Csv csv = new Csv(COLUMNS.size()).row(COLUMNS);
        head(csv, head, journal);
        journal.lines().forEach(line -> line(csv, line));
        csv.row(
                "total",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                journal.currency(),
                journal.debits(),
                journal.credits());
        return csv.bytes();
    }

    /** The file's name in the pack. */
    public static String name(PackHead head) {
        return "journal-" + head.inNames() + ".csv";
    }

    private static void head(Csv csv, PackHead head, JournalMonth journal) {
        csv.row("head", "document key", journal.journal().value())
                .row("head", "ERP document", journal.documentNumber())
                .row("head", "close", head.closeId().value())
                .row("head", "period", head.closeId().period().value())
                .row("head", "pack hash", head.packHash().hex())
                .row("head", "journal hash", journal.contentHash().hex())
                .row("head", "event position", Long.toString(head.position()))
                .row("head", "issued at", head.issuedAt().toString());
        AccrualMonth accrual = journal.accrual();
        if (accrual != null) {
            csv.row("head", "booked in", accrual.reversedIn().value())
                    .row("head", "accrual", accrual.journal().value());
        }
        if (head.revision() > 1) {
            csv.row("head", "revision", head.replaces());
        }
        if (head.demo()) {
            csv.row("head", "sample", "shippers and accounts are invented");
        }
    }

    private static void line(Csv csv, JournalLine line) {
        csv.row(
                "line",
                line.line(),
                line.use().name(),
                line.account().number(),
                line.account().name(),
                line.shipper().value(),
                line.direction().name(),
                line.energy().kwh(),
                line.debit().currency(),
                line.debit().amount(),
                line.credit().amount());
    }
}
