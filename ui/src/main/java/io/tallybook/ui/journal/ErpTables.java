package io.tallybook.ui.journal;

import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.KeyCompared;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.query.journal.ReconciliationView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys, refused lines and both books as tables. */
public final class ErpTables {
    private ErpTables() {}

    public static Table keys(PostingsView view, Screen screen) {
        String currency = view.debits() == null ? null : view.debits().currency();
        return screen.table(
                "postings",
                List.of(
                        Column.text("erpKey"),
                        Column.text("bookedIn"),
                        Column.of("state", Kind.STATE),
                        Column.text("erpDocument"),
                        Column.text("erpSays"),
                        Column.figure("lines", Kind.COUNT, null),
                        Column.figure("debit", Kind.MONEY, currency),
                        Column.figure("credit", Kind.MONEY, currency),
                        Column.of("requested", Kind.TIME),
                        Column.of("answered", Kind.TIME),
                        Column.figure("sendings", Kind.COUNT, null),
                        Column.text("erp")),
                view.postings().stream()
                        .map(posting -> row(posting, screen.figures()))
                        .toList());
    }

    private static Row row(PostingView posting, Figures words) {
        boolean byFile = posting.erp() == null && posting.state() == KeyState.ACKNOWLEDGED;
        return Row.of(
                posting.key().value(),
                Cell.of(posting.key().value()),
                Cell.of(posting.bookedIn().value()),
                Cell.of(state(posting)),
                Cell.of(posting.documentNumber()),
                Cell.of(posting.sentence()).marked("wrap"),
                Cell.of(posting.lines()),
                Cell.of(posting.debits()),
                Cell.of(posting.credits()),
                Cell.of(posting.requestedAt()),
                Cell.of(posting.answeredAt()),
                Cell.of(posting.sendings()),
                Cell.of(byFile ? words.word("erp.fileDrop") : posting.erp()));
    }

    private static State state(PostingView posting) {
        String word = "key." + posting.state();
        return switch (posting.state()) {
            case REQUESTED -> State.waiting(word);
            case SENT -> State.working(word);
            case UNKNOWN -> State.late(word);
            case ACKNOWLEDGED -> State.done(word);
            case REJECTED -> State.blocked(word);
        };
    }

    static Table refused(PostingsView view, Screen screen) {
        List<Row> rows = new ArrayList<>();
        for (PostingView posting : view.postings()) {
            for (RefusedLine line : posting.refused()) {
                rows.add(Row.of(
                        posting.key() + "/" + (rows.size() + 1),
                        Cell.of(posting.key().value()),
                        Cell.of(line.line()),
                        Cell.of(line.reason()).marked("wrap")));
            }
        }
        return screen.table(
                "refused",
                List.of(Column.text("erpKey"), Column.figure("line", Kind.COUNT, null), Column.text("erpSays")),
                rows);
    }

    /** What the ERP said of the period, the latest first. */
    static Table periods(List<ErpPeriodView> told, Screen screen) {
        return screen.table(
                "erpPeriods",
                List.of(
                        Column.of("state", Kind.STATE),
                        Column.of("toldAt", Kind.TIME),
                        Column.text("source"),
                        Column.figure("line", Kind.COUNT, null)),
                told.stream()
                        .map(one -> Row.of(
                                String.valueOf(one.position()),
                                Cell.of(
                                        one.state() == ErpPeriodState.OPEN
                                                ? State.done("erpPeriod.OPEN")
                                                : State.locked("erpPeriod.CLOSED")),
                                Cell.of(one.toldAt()),
                                Cell.of(one.source().name()),
                                Cell.of(one.line())))
                        .toList());
    }

    static Table compared(ReconciliationView view, Screen screen) {
        return screen.table(
                "compared",
                List.of(
                        Column.text("erpKey"),
                        Column.of("comparison", Kind.STATE),
                        Column.figure("ourLines", Kind.COUNT, null),
                        Column.figure("theirLines", Kind.COUNT, null),
                        Column.figure("ourDebits", Kind.MONEY, null),
                        Column.figure("theirDebits", Kind.MONEY, null),
                        Column.figure("ourCredits", Kind.MONEY, null),
                        Column.figure("theirCredits", Kind.MONEY, null),
                        Column.text("erpDocument")),
                view.keys().stream().map(ErpTables::row).toList());
    }

    private static Row row(KeyCompared key) {
        Booked ours = key.ours();
        Booked theirs = key.theirs();
        return Row.of(
                key.key(),
                Cell.of(key.key()),
                Cell.of(state(key)),
                lines(ours),
                lines(theirs),
                Cell.of(ours == null ? null : ours.debits()),
                Cell.of(theirs == null ? null : theirs.debits()),
                Cell.of(ours == null ? null : ours.credits()),
                Cell.of(theirs == null ? null : theirs.credits()),
                Cell.of(theirs == null ? null : theirs.documentNumber()));
    }

    private static Cell lines(@Nullable Booked side) {
        return side == null ? Cell.ABSENT : Cell.of(side.lines());
    }

    private static State state(KeyCompared key) {
        String word = "comparison." + key.comparison();
        return switch (key.comparison()) {
            case AGREES -> State.done(word);
            case DIFFERS, MISSING, UNEXPECTED -> State.blocked(word);
            case NOT_BOOKED -> State.revoked(word);
        };
    }
}
