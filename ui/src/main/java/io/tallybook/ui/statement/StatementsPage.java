package io.tallybook.ui.statement;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.query.statement.ProvisionalStatement;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementPointView;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.workpapers.PapersPanel;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Statements of a month, and the first two steps down from a total: by point, then by day. */
@PageController
class StatementsPage {
    private final StatementQueries statements;
    private final AllocationQueries allocations;
    private final CloseQueries closes;
    private final PackageQueries packages;
    private final PapersPanel papers;

    StatementsPage(
            StatementQueries statements,
            AllocationQueries allocations,
            CloseQueries closes,
            PackageQueries packages,
            PapersPanel papers) {
        this.papers = papers;
        this.statements = statements;
        this.allocations = allocations;
        this.closes = closes;
        this.packages = packages;
    }

    @GetMapping("/close/{group}/{period}/statements")
    String statements(@PathVariable String group, @PathVariable String period, Screen screen, Model model) {
        CloseId id = id(group, period);
        CalendarView calendar = closes.calendar(id.group()).orElseThrow(NotFound.page());
        List<StatementView> valued = statements.ofClose(id);
        Figures words = screen.figures();
        boolean firm = valued.stream().anyMatch(s -> s.totals() != null);
        List<ProvisionalAllocation> split = firm ? List.of() : allocations.provisional(calendar.network(), id.period());
        List<ProvisionalStatement> soFar =
                split.isEmpty() ? List.of() : statements.provisional(calendar.network(), id.period(), split);
        String stand = firm || soFar.isEmpty()
                ? words.word(valued.isEmpty() ? "statements.none" : "statements.stand", valued.size())
                : words.word("statements.provisional", soFar.getFirst().through());
        Leaf leaf = new Leaf(words.word("statements.title", period), stand)
                .under(words.word("crumb.close", period), Ways.close(id))
                .provisional(!soFar.isEmpty());
        leaf.with(
                soFar.isEmpty()
                        ? StatementTables.statements(id, valued, screen)
                        : StatementTables.provisional(soFar, screen));
        if (!soFar.isEmpty()) {
            leaf.with(StatementTables.allocated(id, split, screen));
        }
        model.addAttribute("leaf", leaf);
        return "leaf";
    }

    @GetMapping("/close/{group}/{period}/statements/{shipper}")
    String statement(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String shipper,
            Screen screen,
            Model model) {
        CloseId id = id(group, period);
        StatementView statement = find(shipper, period);
        Figures words = screen.figures();
        Leaf leaf = new Leaf(
                        words.word("statement.title", statement.shipperName(), period),
                        StatementTables.stand(statement, words))
                .under(words.word("crumb.close", period), Ways.close(id))
                .under(words.word("statements.crumb"), Ways.statements(id))
                .provisional(statement.provisional());
        List<StatementPointView> points = statements.points(statement.statement());
        StatementChecks.totals(leaf, statement, points, words);
        leaf.with(StatementTables.points(id, statement, points, screen));
        List<CashOutView> cashOuts = statements.cashOuts(statement.statement());
        if (!cashOuts.isEmpty()) {
            leaf.with(CashOutTable.of(id, statement, cashOuts, screen));
        }
        leaf.fact("fact.lines", words.count(statement.lines()))
                .fact("fact.prepared", words.time(statement.preparedAt()))
                .hash("fact.contentHash", statement.contentHash())
                .hash("fact.document", statement.document())
                .fact(
                        "fact.events",
                        words.word("fact.events.of"),
                        Ways.stream(statement.statement().toString()));
        StatementChecks.versions(leaf, statement);
        packages.restated(id, statement.statement().shipper())
                .ifPresent(r -> leaf.fact(
                        "fact.restated", words.word("fact.restated.as", r.revision()), Ways.restated(id, r.shipper())));
        model.addAttribute("leaf", leaf);
        return "leaf";
    }

    @GetMapping("/close/{group}/{period}/statements/{shipper}/{contract}/{point}/{direction}")
    String lines(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String shipper,
            @PathVariable String contract,
            @PathVariable String point,
            @PathVariable String direction,
            Screen screen,
            Model model) {
        CloseId id = id(group, period);
        StatementView statement = find(shipper, period);
        Direction way = Direction.valueOf(direction.toUpperCase(Locale.ROOT));
        List<StatementLineView> lines =
                statements.lines(statement.statement(), new ContractId(contract), new PointId(point), way);
        StatementPointView parent = statements.points(statement.statement()).stream()
                .filter(p -> p.contract().value().equals(contract)
                        && p.point().value().equals(point)
                        && p.direction() == way)
                .findFirst()
                .orElseThrow(NotFound.page());
        Figures words = screen.figures();
        Leaf leaf = new Leaf(
                        words.word("lines.title", parent.pointName(), words.word("direction." + way), period),
                        words.word("lines.stand", statement.shipperName(), parent.lines()))
                .under(words.word("crumb.close", period), Ways.close(id))
                .under(words.word("statements.crumb"), Ways.statements(id))
                .under(
                        statement.shipperName(),
                        Ways.statement(id, statement.statement().shipper()));
        StatementChecks.lines(leaf, parent, lines, words);
        model.addAttribute("leaf", leaf.with(StatementTables.lines(id, statement, lines, screen)));
        ShipperId of = statement.statement().shipper();
        Subject line = Subject.statementLine(of, parent.contract(), parent.point(), way);
        papers.on(id, List.of(line), Ways.subject(id, line), screen, model);
        return "leaf";
    }

    private StatementView find(String shipper, String period) {
        return statements
                .statement(StatementId.of(new ShipperId(shipper), new AccountingPeriod(period)))
                .orElseThrow(NotFound.page());
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }
}
