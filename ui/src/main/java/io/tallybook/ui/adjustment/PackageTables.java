package io.tallybook.ui.adjustment;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.adjustment.ContractEffect;
import io.tallybook.query.adjustment.PackageDeed;
import io.tallybook.query.adjustment.PackageJournal;
import io.tallybook.query.adjustment.PackageMember;
import io.tallybook.query.adjustment.PackageState;
import io.tallybook.query.adjustment.PackageView;
import io.tallybook.query.adjustment.PreviewLine;
import io.tallybook.query.journal.JournalState;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the pages of adjustments. */
final class PackageTables {
    static final List<Column> MEMBERS = List.of(
            Column.of("day", Kind.DAY),
            Column.text("point"),
            Column.text("period"),
            Column.figure("readings", Kind.COUNT, null),
            Column.kwh("closedKwh"),
            Column.kwh("receivedKwh"),
            Column.difference("difference"),
            Column.text("rival"));
    static final List<Column> DEEDS = List.of(
            Column.text("deed"),
            Column.text("by"),
            Column.text("words"),
            Column.of("at", Kind.TIME),
            Column.figure("position", Kind.COUNT, null));
    static final List<Column> JOURNALS = List.of(
            Column.text("adjustmentJournal"),
            Column.text("productionMonth"),
            Column.text("bookedIn"),
            Column.text("booking"),
            Column.of("booked", Kind.TIME),
            Column.of("state", Kind.STATE),
            Column.text("erpDocument"),
            Column.text("erpSays"));

    private PackageTables() {}

    static List<Column> packages() {
        return List.of(
                Column.text("adjustmentPackage"),
                Column.count("adjustments"),
                Column.of("state", Kind.STATE),
                Column.text("cause"),
                Column.text("oldest"),
                Column.figure("age", Kind.COUNT, null),
                Column.figure("points", Kind.COUNT, null),
                Column.figure("days", Kind.COUNT, null),
                Column.difference("quantity"),
                Column.summed("purchasesMore", Kind.MONEY, null),
                Column.summed("salesMore", Kind.MONEY, null),
                Column.of("raised", Kind.TIME));
    }

    static Row row(PackageView p) {
        StatementTotals effect = p.difference();
        return Row.of(
                p.id().value(),
                Cell.of(p.id().value()).to(Ways.adjustments(p.id())),
                Cell.of(p.adjustments()).to(Ways.adjustments(p.id())),
                Cell.of(state(p.state())),
                Cell.of(p.source().name()).to(Ways.imported(p.source().importId())),
                Cell.of(p.oldest().value()),
                Cell.of(p.ageMonths()),
                Cell.of(p.points()),
                Cell.of(p.days()),
                Cell.of(p.quantity()),
                effect == null ? Cell.ABSENT : Cell.of(effect.purchases()),
                effect == null ? Cell.ABSENT : Cell.of(effect.sales()),
                Cell.of(p.raisedAt()));
    }

    static State state(PackageState state) {
        String key = "adjustments.state." + state;
        return switch (state) {
            case COLLECTING, OFFERED -> State.waiting(key);
            case CALCULATING, APPROVED -> State.working(key);
            case HELD_BACK -> State.late(key);
            case BOOKED -> State.done(key);
            case REFUSED -> State.blocked(key);
            case REJECTED -> State.revoked(key);
        };
    }

    static Row row(PackageMember m, Figures words) {
        return Row.of(
                m.adjustment().value(),
                Cell.of(m.day()).to(Ways.meterDay(m.point(), m.day())),
                Cell.of(m.pointName()).to(Ways.point(m.point())),
                Cell.of(m.closeId().period().value()).to(Ways.close(m.closeId())),
                Cell.of(m.readings()),
                Cell.of(m.closed()),
                Cell.of(m.received()),
                Cell.of(m.difference()),
                rival(m, words));
    }

    private static Cell rival(PackageMember m, Figures words) {
        if (m.rival() != null) {
            String key = m.rejected() ? "adjustments.rejectedFor" : "adjustments.rivals";
            return Cell.of(words.word(key, m.rival().value())).to(Ways.adjustments(m.rival()));
        }
        return m.rejected() ? Cell.of(words.word("adjustments.state.REJECTED")) : Cell.ABSENT;
    }

    static List<Column> effects(@Nullable String currency) {
        return List.of(
                Column.text("period"),
                Column.text("point"),
                Column.text("contract"),
                Column.text("shipper"),
                Column.difference("receiptsMore"),
                Column.difference("deliveriesMore"),
                Column.difference("imbalanceMore"),
                Column.summed("purchasesMore", Kind.MONEY, currency),
                Column.summed("salesMore", Kind.MONEY, currency));
    }

    static Row row(ContractEffect e, Function<String, String> shippers) {
        return Row.of(
                e.closeId().value() + "|" + e.point().value() + "|"
                        + e.contract().value(),
                Cell.of(e.closeId().period().value()).to(Ways.close(e.closeId())),
                Cell.of(e.point().value()).to(Ways.point(e.point())),
                Cell.of(e.contract().value()).to(Ways.contract(e.contract())),
                Cell.of(shippers.apply(e.shipper().value())).to(Ways.statement(e.closeId(), e.shipper())),
                Cell.of(e.receipts()),
                Cell.of(e.deliveries()),
                Cell.of(e.imbalance()),
                Cell.of(e.purchases()),
                Cell.of(e.sales()));
    }

    static List<Column> lines(@Nullable String currency) {
        return List.of(
                Column.of("day", Kind.DAY),
                Column.text("point"),
                Column.text("contract"),
                Column.text("direction"),
                Column.kwh("before"),
                Column.kwh("after"),
                Column.difference("difference"),
                Column.summed("mmbtuMore", Kind.MMBTU, "MMBtu"),
                Column.figure("price", Kind.PRICE, currency),
                Column.summed("amountBefore", Kind.MONEY, currency),
                Column.summed("amountAfter", Kind.MONEY, currency),
                Column.summed("amountMore", Kind.MONEY, currency));
    }

    static Row row(PreviewLine l, Figures words) {
        return Row.of(
                l.closeId().value() + "|" + l.point().value() + "|"
                        + l.contract().value() + "|" + l.day() + "|" + l.direction(),
                Cell.of(l.day()).to(Ways.meterDay(l.point(), l.day())),
                Cell.of(l.pointName()).to(Ways.point(l.point())),
                Cell.of(l.contract().value()).to(Ways.contract(l.contract())),
                Cell.of(words.word("direction." + l.direction())),
                Cell.of(l.before()),
                Cell.of(l.after()),
                Cell.of(l.difference()),
                Cell.of(l.mmbtuDifference()),
                Cell.of(l.price().perMmbtu()),
                Cell.of(l.amountBefore()),
                Cell.of(l.amountAfter()),
                Cell.of(l.amountDifference()));
    }

    static Row row(PackageJournal j, Figures words) {
        return Row.of(
                j.journal().value(),
                Cell.of(j.journal().value()).to(Ways.erp(j.journal())),
                Cell.of(j.closeId().period().value()).to(Ways.journal(j.closeId())),
                Cell.of(j.period().value())
                        .to(Ways.journal(CloseId.of(j.closeId().group(), j.period()))),
                Cell.of(words.word("adjustments.booking." + j.booking())),
                Cell.of(j.bookedAt()),
                j.state() == null ? Cell.ABSENT : Cell.of(state(j.state())),
                Cell.of(j.documentNumber()),
                Cell.of(j.failure()).marked("wrap"));
    }

    private static State state(JournalState state) {
        String key = "adjustments.journal." + state;
        return switch (state) {
            case WAITING, PREPARED, POSTING_REQUESTED -> State.working(key);
            case POSTED -> State.done(key);
            case FAILED, POSTING_FAILED -> State.blocked(key);
            case REVERSED -> State.revoked(key);
        };
    }

    static Row row(PackageDeed d, Function<@Nullable PersonId, String> names, Figures words) {
        return Row.of(
                String.valueOf(d.position()),
                Cell.of(words.word("adjustments.deed." + d.deed())),
                Cell.of(d.by() == null ? names.apply(PersonId.HOUSE) : names.apply(d.by())),
                Cell.of(d.words()).marked("wrap"),
                Cell.of(d.at()),
                Cell.of(d.position()).to(Ways.event(d.position())));
    }
}
