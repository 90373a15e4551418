package io.tallybook.ui.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.adjustment.RestatedStatement;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ShipperView;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A closed statement with what was restated of it since, marked as such; the one that was issued stays as it is. */
@PageController
class RestatedPage {
    private final PackageQueries packages;
    private final ContractQueries contracts;

    RestatedPage(PackageQueries packages, ContractQueries contracts) {
        this.packages = packages;
        this.contracts = contracts;
    }

    @GetMapping("/close/{group}/{period}/statements/{shipper}/restated")
    String restated(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String shipper,
            Screen screen,
            Model model) {
        CloseId close = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        ShipperId id = new ShipperId(shipper);
        RestatedStatement found = packages.restated(close, id).orElseThrow(NotFound.page());
        Figures words = screen.figures();
        String name = contracts.shipper(id).map(ShipperView::name).orElse(shipper);
        Money amount = found.months().getFirst().amountClosed();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("restated.title", name, period, found.revision()),
                                words.word("restated.stand", found.packages().size()))
                        .under(words.word("crumb.close", period), Ways.close(close))
                        .under(words.word("statements.crumb"), Ways.statements(close))
                        .under(name, Ways.statement(close, id))
                        .with(screen.table(
                                "restated-months",
                                columns("direction", amount.currency()),
                                found.months().stream().map(m -> row(m, words)).toList()))
                        .with(screen.table(
                                "restated-days",
                                dayColumns(amount.currency()),
                                found.days().stream().map(d -> row(d, words)).toList()))
                        .fact(
                                "fact.adjustments",
                                named(found.packages()),
                                Ways.adjustments(found.packages().getLast())));
        return "leaf";
    }

    private static String named(List<PackageId> packages) {
        return packages.stream().map(PackageId::value).collect(Collectors.joining(", "));
    }

    private static List<Column> columns(String first, String currency) {
        return List.of(
                Column.text(first),
                Column.kwh("closedKwh"),
                Column.difference("difference"),
                Column.kwh("after"),
                Column.summed("amountBefore", Kind.MONEY, currency),
                Column.summed("amountMore", Kind.MONEY, currency),
                Column.summed("amountAfter", Kind.MONEY, currency));
    }

    private static List<Column> dayColumns(String currency) {
        return Stream.concat(Stream.of(Column.of("day", Kind.DAY)), columns("direction", currency).stream())
                .toList();
    }

    private static Row row(RestatedStatement.Month m, Figures words) {
        return Row.of(
                m.direction().name(),
                Cell.of(words.word("direction." + m.direction())),
                Cell.of(m.closed()),
                Cell.of(m.restated().minus(m.closed())),
                Cell.of(m.restated()),
                Cell.of(m.amountClosed()),
                Cell.of(m.amountRestated().plus(m.amountClosed().negate())),
                Cell.of(m.amountRestated()));
    }

    private static Row row(RestatedStatement.Day d, Figures words) {
        return Row.of(
                d.day() + "|" + d.direction(),
                Cell.of(d.day()),
                Cell.of(words.word("direction." + d.direction())),
                Cell.of(d.closed()),
                Cell.of(d.restated().minus(d.closed())),
                Cell.of(d.restated()),
                Cell.of(d.amountClosed()),
                Cell.of(d.amountRestated().plus(d.amountClosed().negate())),
                Cell.of(d.amountRestated()));
    }
}
