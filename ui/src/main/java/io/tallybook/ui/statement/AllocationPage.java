package io.tallybook.ui.statement;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.AllocationRunView;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.nomination.ImbalanceView;
import io.tallybook.query.nomination.NominationQueries;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.workpapers.PapersPanel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Third step down: who got how much of what a point moved on one gas day. */
@PageController
class AllocationPage {
    private final AllocationQueries allocations;
    private final StatementQueries statements;
    private final NominationQueries nominations;
    private final PapersPanel papers;

    AllocationPage(
            AllocationQueries allocations,
            StatementQueries statements,
            NominationQueries nominations,
            PapersPanel papers) {
        this.papers = papers;
        this.allocations = allocations;
        this.statements = statements;
        this.nominations = nominations;
    }

    @GetMapping("/close/{group}/{period}/allocation/{point}/{day}/{direction}")
    String day(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String point,
            @PathVariable String day,
            @PathVariable String direction,
            Screen screen,
            Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        Direction way = Direction.valueOf(direction.toUpperCase(Locale.ROOT));
        DayAllocationView allocation = allocations.runs(new PointId(point), id.period()).stream()
                .filter(run -> run.successor() == null && run.closeId().equals(id))
                .map(AllocationRunView::run)
                .findFirst()
                .flatMap(run -> allocations.day(run, new GasDay(day), way))
                .orElseThrow(NotFound.page());
        model.addAttribute("leaf", imbalances(leaf(id, allocation, screen), id, allocation, screen));
        Subject of = Subject.allocationDay(allocation.point(), allocation.day(), way);
        papers.on(id, List.of(of), Ways.subject(id, of), screen, model);
        return "leaf";
    }

    /** The month's imbalances at the point, where anything was nominated that way. */
    private Leaf imbalances(Leaf leaf, CloseId id, DayAllocationView allocation, Screen screen) {
        List<ImbalanceView> found = nominations.imbalances(allocation.point(), id.period()).stream()
                .filter(imbalance -> imbalance.direction() == allocation.direction())
                .toList();
        return found.isEmpty()
                ? leaf
                : leaf.with(screen.table(
                                "imbalance-months", ImbalanceTable.monthColumns(), ImbalanceTable.months(found)))
                        .with(screen.table("imbalances", ImbalanceTable.columns(), ImbalanceTable.rows(id, found)));
    }

    private Leaf leaf(CloseId id, DayAllocationView allocation, Screen screen) {
        Figures words = screen.figures();
        String way = words.word("direction." + allocation.direction());
        Leaf leaf = new Leaf(
                        words.word("allocation.title", allocation.pointName(), allocation.day(), way),
                        words.word("allocation.stand", allocation.recipients().size()))
                .under(words.word("crumb.close", id.period()), Ways.close(id))
                .under(words.word("statements.crumb"), Ways.statements(id));
        screen.param("shipper")
                .ifPresent(shipper -> allocation.recipients().stream()
                        .filter(r -> r.shipper().value().equals(shipper))
                        .findFirst()
                        .ifPresent(r -> leaf.under(r.shipperName(), Ways.statement(id, r.shipper()))
                                .under(
                                        allocation.pointName(),
                                        Ways.statementPoint(
                                                id,
                                                r.shipper(),
                                                r.contract(),
                                                allocation.point(),
                                                allocation.direction()))));
        check(leaf, allocation, screen.figures());
        BigDecimal factor = allocation.factor();
        if (factor != null) {
            leaf.fact("fact.factor", factor.toPlainString());
        }
        screen.param("shipper").ifPresent(shipper -> line(leaf, allocation, shipper, screen.figures()));
        return leaf.with(screen.table(
                        "shares",
                        ShareTable.columns(allocation),
                        ShareTable.rows(allocation, screen.param("shipper").orElse(""), words)))
                .fact(
                        "fact.measured",
                        words.energy(allocation.total()) + " kWh",
                        Ways.meterDay(allocation.point(), allocation.day()))
                .fact("fact.throughSequence", words.count(allocation.inputSequence()))
                .hash("fact.inputHash", allocation.inputHash())
                .fact(
                        "fact.run",
                        words.word("fact.run.attempt", allocation.run().attempt()),
                        Ways.stream(allocation.run().toString()));
    }

    private static void check(Leaf leaf, DayAllocationView allocation, Figures words) {
        Energy sum = allocation.recipients().stream()
                .map(DayAllocationView.DayShareView::energy)
                .reduce(Energy.ZERO, Energy::plus);
        leaf.check("check.measured", words.energy(allocation.total()) + " kWh", null)
                .check("check.shares", words.energy(sum) + " kWh", null)
                .check(
                        "check.result",
                        words.word(sum.equals(allocation.total()) ? "check.equal" : "check.differs"),
                        null);
    }

    /** The statement's line beside this shipper's part of the day. */
    private void line(Leaf leaf, DayAllocationView allocation, String shipper, Figures words) {
        allocation.recipients().stream()
                .filter(r -> r.shipper().value().equals(shipper))
                .findFirst()
                .ifPresent(r -> statements
                        .line(
                                StatementId.of(r.shipper(), AccountingPeriod.of(allocation.day())),
                                r.contract(),
                                allocation.point(),
                                allocation.day(),
                                allocation.direction())
                        .ifPresent(line -> leaf.check(
                                        "check.line", words.energy(line.line().energy()) + " kWh", null)
                                .check(
                                        "check.share",
                                        words.word(
                                                line.line().energy().equals(r.energy())
                                                        ? "check.same"
                                                        : "check.differs"),
                                        null)));
    }
}
