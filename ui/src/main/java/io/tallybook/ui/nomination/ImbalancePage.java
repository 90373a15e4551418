package io.tallybook.ui.nomination;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.query.nomination.ImbalanceView;
import io.tallybook.query.nomination.ImbalanceView.ImbalanceDay;
import io.tallybook.query.nomination.NominationQueries;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** By how much what was allocated at a point differs from what was nominated: what its operators owe each other in kind. */
@PageController
class ImbalancePage {
    private final NominationQueries nominations;
    private final NetworkQueries networks;

    ImbalancePage(NominationQueries nominations, NetworkQueries networks) {
        this.nominations = nominations;
        this.networks = networks;
    }

    @GetMapping("/close/{group}/{period}/imbalance/{point}")
    String imbalance(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String point,
            Screen screen,
            Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        PointView found = networks.point(new PointId(point)).orElseThrow(NotFound.page());
        List<ImbalanceView> imbalances = nominations.imbalances(found.point(), id.period());
        Figures words = screen.figures();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("imbalance.title", found.name(), id.period()),
                                words.word("imbalance.stand", imbalances.size()))
                        .under(words.word("crumb.close", id.period()), Ways.close(id))
                        .with(screen.table(
                                "imbalances",
                                List.of(
                                        Column.text("contract"),
                                        Column.text("direction"),
                                        Column.of("day", Kind.DAY),
                                        Column.kwh("nominated"),
                                        Column.kwh("operatorValue"),
                                        Column.kwh("energy"),
                                        Column.difference("imbalance"),
                                        Column.figure("cumulated", Kind.DIFFERENCE, "kWh")),
                                imbalances.stream()
                                        .flatMap(i -> i.days().stream().map(day -> row(id, i, day, words)))
                                        .toList())));
        return "leaf";
    }

    private static Row row(CloseId id, ImbalanceView of, ImbalanceDay day, Figures words) {
        return Row.of(
                of.contract().value() + "|" + of.direction() + "|" + day.day(),
                Cell.of(of.contract().value()).to(Ways.contract(of.contract())),
                Cell.of(words.word("direction." + of.direction())),
                Cell.of(day.day()),
                Cell.of(day.nominated()),
                Cell.of(day.operatorValue()),
                Cell.of(day.allocated()).to(Ways.allocation(id, of.point(), day.day(), of.direction())),
                Cell.of(day.imbalance()),
                Cell.of(day.cumulated()));
    }
}
