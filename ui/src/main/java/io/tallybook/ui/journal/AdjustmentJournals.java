package io.tallybook.ui.journal;

import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.query.journal.JournalView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.util.List;
import java.util.function.Function;

/** The lines of adjustments booked in a period, each with the line of the earlier month that it adjusts. */
final class AdjustmentJournals {
    private AdjustmentJournals() {}

    static Table table(List<JournalView> journals, Function<ShipperId, String> names, Screen screen) {
        Money first = journals.getFirst().debits();
        String currency = first == null ? null : first.currency();
        return screen.table(
                        "adjustment-lines",
                        List.of(
                                Column.text("adjustmentJournal"),
                                Column.figure("line", Kind.COUNT, null),
                                Column.text("account"),
                                Column.text("accountName"),
                                Column.text("shipper"),
                                Column.text("direction"),
                                Column.difference("energy"),
                                new Column("debit", Kind.MONEY, currency, true, 2),
                                new Column("credit", Kind.MONEY, currency, true, 2),
                                Column.text("adjustmentPackage"),
                                Column.text("adjusts")),
                        journals.stream()
                                .flatMap(j -> j.lines().stream().map(l -> row(j, l, names, screen)))
                                .toList())
                .live("journal");
    }

    private static Row row(JournalView journal, JournalLine l, Function<ShipperId, String> names, Screen screen) {
        AdjustedLine adjusts = l.adjusts();
        return Row.of(
                journal.journal().value() + "|" + l.line(),
                Cell.of(journal.journal().value()).to(Ways.erp(journal.journal())),
                Cell.of(l.line()),
                Cell.of(l.account().number()),
                Cell.of(l.account().name()),
                Cell.of(names.apply(l.shipper())),
                Cell.of(screen.figures().word("direction." + l.direction())),
                Cell.of(l.energy()),
                l.debit().amount().signum() == 0 ? Cell.ABSENT : Cell.of(l.debit()),
                l.credit().amount().signum() == 0 ? Cell.ABSENT : Cell.of(l.credit()),
                adjusts == null
                        ? Cell.ABSENT
                        : Cell.of(adjusts.adjustments().value()).to(Ways.adjustments(adjusts.adjustments())),
                adjusts == null
                        ? Cell.ABSENT
                        : Cell.of(adjusts.journal().value() + " " + adjusts.line())
                                .to(Ways.journal(adjusts.journal().close())));
    }
}
