package io.tallybook.ui.journal;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.ReversedLine;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ShipperView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.workpapers.PapersPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The journal of a close: debits and credits as the ERP gets them. */
@PageController
class JournalPage {
    private final JournalQueries journals;
    private final ContractQueries contracts;
    private final PapersPanel papers;

    JournalPage(JournalQueries journals, ContractQueries contracts, PapersPanel papers) {
        this.papers = papers;
        this.journals = journals;
        this.contracts = contracts;
    }

    @GetMapping("/close/{group}/{period}/journal")
    String journal(@PathVariable String group, @PathVariable String period, Screen screen, Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        Optional<JournalView> journal = journals.ofClose(id);
        Figures words = screen.figures();
        String stand = journal.map(j -> words.word(
                        "journal.stand." + j.state(), words.time(j.postedAt()), j.documentNumber(), j.failure()))
                .orElseGet(() -> words.word("journal.none"));
        Leaf leaf = new Leaf(words.word("journal.title", period), stand)
                .under(words.word("crumb.close", period), Ways.close(id));
        journal.ifPresent(j -> facts(leaf, j, journals.postings(id), words));
        leaf.with(table(id, journal, screen));
        List<JournalView> adjustments = journals.ofAdjustments(id);
        if (!adjustments.isEmpty()) {
            leaf.with(AdjustmentJournals.table(adjustments, this::name, screen));
        }
        model.addAttribute("leaf", leaf);
        List<Subject> lines = journal.map(JournalView::lines).orElse(List.of()).stream()
                .map(line -> Subject.journalLine(id.period(), line.line()))
                .toList();
        papers.on(id, lines, Ways.journal(id), screen, model);
        return "leaf";
    }

    private static void facts(Leaf leaf, JournalView j, PostingsView postings, Figures words) {
        if (j.debits() != null && j.credits() != null) {
            leaf.check(
                            "column.debit",
                            words.money(j.debits()) + " " + j.debits().currency(),
                            null)
                    .check(
                            "column.credit",
                            words.money(j.credits()) + " " + j.credits().currency(),
                            null)
                    .check(
                            "check.result",
                            words.word(j.debits().equals(j.credits()) ? "check.balanced" : "check.differs"),
                            null);
        }
        String key = postings.postings().isEmpty()
                ? j.journal().value()
                : postings.postings().getLast().key().value();
        leaf.fact("fact.erpKey", key, Ways.erp(j.closeId()))
                .fact("fact.accrual", words.word("fact.accrual.of"), Ways.accrual(j.closeId()))
                .fact("fact.documentNumber", j.documentNumber() == null ? "–" : j.documentNumber())
                .fact("fact.prepared", words.time(j.preparedAt()))
                .fact("fact.posted", words.time(j.postedAt()))
                .fact("fact.accountsVersion", words.count(j.accountsVersion()))
                .hash("fact.contentHash", j.contentHash())
                .hash("fact.acknowledgement", j.acknowledgement())
                .fact(
                        "fact.events",
                        words.word("fact.events.of"),
                        Ways.stream(j.journal().toString()));
    }

    private io.tallybook.ui.table.Table table(CloseId id, Optional<JournalView> journal, Screen screen) {
        String currency =
                journal.map(JournalView::debits).map(m -> m.currency()).orElse(null);
        List<JournalLine> lines = journal.map(JournalView::lines).orElse(List.of());
        boolean reversal = lines.stream().anyMatch(line -> line.reverses() != null);
        List<Column> columns = new ArrayList<>(List.of(
                Column.figure("line", Kind.COUNT, null),
                Column.text("account"),
                Column.text("accountName"),
                Column.text("shipper"),
                Column.text("direction"),
                Column.figure("energy", Kind.ENERGY, "kWh"),
                new Column("debit", Kind.MONEY, currency, true, 2),
                new Column("credit", Kind.MONEY, currency, true, 2)));
        if (reversal) {
            columns.add(Column.text("reverses"));
        }
        return screen.table(
                        "journal",
                        columns,
                        lines.stream()
                                .map(l -> new Row(String.valueOf(l.line()), cells(id, l, reversal, screen), ""))
                                .toList())
                .live("journal");
    }

    private List<Cell> cells(CloseId id, JournalLine l, boolean reversal, Screen screen) {
        String statement = Ways.statement(id, l.shipper());
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(l.line()),
                Cell.of(l.account().number()),
                Cell.of(l.account().name()),
                Cell.of(name(l.shipper())).to(statement),
                Cell.of(screen.figures().word("direction." + l.direction())),
                Cell.of(l.energy()),
                l.debit().amount().signum() == 0
                        ? Cell.ABSENT
                        : Cell.of(l.debit()).to(statement),
                l.credit().amount().signum() == 0
                        ? Cell.ABSENT
                        : Cell.of(l.credit()).to(statement)));
        if (reversal) {
            cells.add(reverses(id, l));
        }
        return cells;
    }

    /** The line a reversal's line takes back, by key and number. */
    private static Cell reverses(CloseId id, JournalLine l) {
        ReversedLine reverses = l.reverses();
        return reverses == null
                ? Cell.ABSENT
                : Cell.of(reverses.key().value() + " " + reverses.line()).to(Ways.erp(id));
    }

    private String name(ShipperId shipper) {
        return contracts.shipper(shipper).map(ShipperView::name).orElse(shipper.value());
    }
}
