package io.tallybook.ui.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.NetworkView;
import io.tallybook.query.network.PointView;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.price.SeriesView;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is measured where, and by whose contracts: networks, areas, points, contracts. */
@PageController
class NetworkPages {
    private final NetworkQueries networks;
    private final ContractQueries contracts;
    private final PriceQueries prices;
    private final People people;

    NetworkPages(NetworkQueries networks, ContractQueries contracts, PriceQueries prices, People people) {
        this.networks = networks;
        this.contracts = contracts;
        this.prices = prices;
        this.people = people;
    }

    @GetMapping("/network")
    String network(Screen screen, Model model) {
        List<NetworkView> all = networks.networks();
        List<AreaView> areas =
                all.stream().flatMap(n -> networks.areas(n.network()).stream()).toList();
        List<PointView> points =
                areas.stream().flatMap(a -> networks.points(a.area()).stream()).toList();
        List<ContractView> terms = all.stream()
                .flatMap(n -> contracts.contracts(n.network()).stream())
                .toList();
        Map<SeriesId, String> series = seriesNames();
        Figures words = screen.figures();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("network.title"),
                                words.word("network.stand", areas.size(), points.size(), terms.size()))
                        .with(screen.table(
                                        "network-points",
                                        List.of(
                                                Column.text("point"),
                                                Column.text("area"),
                                                Column.text("role"),
                                                Column.text("interval"),
                                                Column.text("gasDay"),
                                                Column.of("inForceFrom", Kind.DAY),
                                                Column.figure("version", Kind.COUNT, null)),
                                        points.stream()
                                                .map(p -> point(p, areas, words))
                                                .toList())
                                .live("network"))
                        .with(screen.table(
                                        "contracts",
                                        List.of(
                                                Column.text("contract"),
                                                Column.text("shipper"),
                                                Column.text("area"),
                                                Column.figure("version", Kind.COUNT, null),
                                                Column.text("effectiveFrom"),
                                                Column.text("series"),
                                                Column.text("rule"),
                                                Column.figure("shares", Kind.COUNT, null)),
                                        terms.stream()
                                                .map(c -> contract(c, areas, series, words))
                                                .toList())
                                .live("contract"))
                        .with(screen.table(
                                        "tolerances",
                                        List.of(
                                                Column.text("area"),
                                                Column.text("effectiveFrom"),
                                                Column.figure("dayPercent", Kind.PERCENT, "%"),
                                                Column.figure("monthPercent", Kind.PERCENT, "%"),
                                                Column.figure("floor", Kind.ENERGY, "kWh")),
                                        areas.stream()
                                                .flatMap(a ->
                                                        a.tolerances().stream().map(t -> tolerance(a, t)))
                                                .toList())
                                .live("network")));
        return "leaf";
    }

    private static String areaName(List<AreaView> areas, AreaId id) {
        return areas.stream()
                .filter(a -> a.area().equals(id))
                .map(AreaView::name)
                .findFirst()
                .orElse(id.value());
    }

    private static Row point(PointView p, List<AreaView> areas, Figures words) {
        return Row.of(
                p.point().value(),
                Cell.of(p.name()).to(Ways.point(p.point())),
                Cell.of(areaName(areas, p.area())),
                Cell.of(words.word("point.role." + p.role())),
                Cell.of(words.word("interval." + p.rule().interval())),
                Cell.of(p.rule().gasDay().startsAt() + " " + p.rule().gasDay().zone()),
                Cell.of(p.rule().inForceFrom()),
                Cell.of(p.rule().version()));
    }

    private static Row contract(ContractView c, List<AreaView> areas, Map<SeriesId, String> series, Figures words) {
        var last = c.terms().getLast();
        return Row.of(
                c.contract().value(),
                Cell.of(c.contract().value()).to(Ways.contract(c.contract())),
                Cell.of(c.shipperName()),
                Cell.of(areaName(areas, c.area())),
                Cell.of(last.version()),
                Cell.of(last.terms().effectiveFrom().value()),
                series(last.terms().series(), series),
                Cell.of(words.word(
                        "price.rule." + last.terms().rule(), last.terms().lookbackDays())),
                Cell.of(last.terms().shares().size()));
    }

    private Map<SeriesId, String> seriesNames() {
        return prices.series().stream().collect(Collectors.toMap(SeriesView::series, SeriesView::name));
    }

    private static Cell series(SeriesId series, Map<SeriesId, String> names) {
        return Cell.of(names.getOrDefault(series, series.value())).to(Ways.prices(series));
    }

    private static Row tolerance(AreaView a, Tolerance t) {
        return Row.of(
                a.area() + "|" + t.effectiveFrom(),
                Cell.of(a.name()),
                Cell.of(t.effectiveFrom().value()),
                Cell.of(t.dayPercent()),
                Cell.of(t.monthPercent()),
                Cell.of(t.floor()));
    }

    @GetMapping("/network/points/{point}")
    String point(@PathVariable String point, Screen screen, Model model) {
        PointView view = networks.point(new PointId(point)).orElseThrow(NotFound.page());
        AreaView area = networks.area(view.area()).orElseThrow(NotFound.page());
        Figures words = screen.figures();
        Leaf leaf = new Leaf(
                        view.name(), words.word("point.stand", words.word("point.role." + view.role()), area.name()))
                .under(words.word("network.title"), "/network")
                .fact("fact.role", words.word("point.role." + view.role()))
                .fact("fact.interval", words.word("interval." + view.rule().interval()))
                .fact(
                        "fact.gasDay",
                        view.rule().gasDay().startsAt() + " "
                                + view.rule().gasDay().zone())
                .fact("fact.inForceFrom", view.rule().inForceFrom().value())
                .fact("fact.version", words.count(view.rule().version()))
                .fact(
                        "fact.events",
                        words.word("fact.events.of"),
                        Ways.stream(view.point().toString()));
        screen.close()
                .map(CloseId::period)
                .ifPresent(p -> leaf.fact("fact.month", p.value(), Ways.meterMonth(MeterMonthId.of(view.point(), p))));
        List<ContractView> all = networks.area(view.area())
                .map(a -> contracts.contracts(a.network()))
                .orElse(List.of());
        model.addAttribute("leaf", leaf.with(ShareRows.of(view, all, screen).live("contract")));
        return "leaf";
    }

    @GetMapping("/network/contracts/{contract}")
    String contract(@PathVariable String contract, Screen screen, Model model) {
        ContractView view = contracts.contract(new ContractId(contract)).orElseThrow(NotFound.page());
        Function<@Nullable PersonId, String> names = people.names();
        Map<SeriesId, String> series = seriesNames();
        Figures words = screen.figures();
        var last = view.terms().getLast();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("contract.title", view.contract().value(), view.shipperName()),
                                words.word(
                                        "contract.stand",
                                        last.version(),
                                        last.terms().effectiveFrom(),
                                        names.apply(last.by())))
                        .under(words.word("network.title"), "/network")
                        .with(screen.table(
                                        "contract-shares",
                                        List.of(
                                                Column.text("point"),
                                                Column.text("direction"),
                                                Column.text("method"),
                                                Column.figure("share", Kind.SHARE, null)),
                                        last.terms().shares().stream()
                                                .map(s -> Row.of(
                                                        s.point() + "|" + s.direction(),
                                                        Cell.of(networks.point(s.point())
                                                                        .map(PointView::name)
                                                                        .orElse(s.point()
                                                                                .value()))
                                                                .to(Ways.point(s.point())),
                                                        Cell.of(words.word("direction." + s.direction())),
                                                        Cell.of(words.word("method." + s.method())),
                                                        ShareRows.share(s)))
                                                .toList())
                                .live("contract"))
                        .with(screen.table(
                                        "terms",
                                        List.of(
                                                Column.figure("version", Kind.COUNT, null),
                                                Column.text("effectiveFrom"),
                                                Column.text("series"),
                                                Column.text("rule"),
                                                Column.text("currency"),
                                                Column.text("imbalances"),
                                                Column.text("by"),
                                                Column.of("at", Kind.TIME),
                                                Column.figure("position", Kind.COUNT, null)),
                                        view.terms().reversed().stream()
                                                .map(t -> Row.of(
                                                        String.valueOf(t.version()),
                                                        Cell.of(t.version()),
                                                        Cell.of(t.terms()
                                                                .effectiveFrom()
                                                                .value()),
                                                        series(t.terms().series(), series),
                                                        Cell.of(words.word(
                                                                "price.rule."
                                                                        + t.terms()
                                                                                .rule(),
                                                                t.terms().lookbackDays())),
                                                        Cell.of(t.terms().currency()),
                                                        settlement(t.terms().imbalances(), words),
                                                        Cell.of(names.apply(t.by())),
                                                        Cell.of(t.at()),
                                                        Cell.of(t.position()).to(Ways.event(t.position()))))
                                                .toList())
                                .live("contract"))
                        .fact(
                                "fact.events",
                                words.word("fact.events.of"),
                                Ways.stream(view.contract().toString())));
        return "leaf";
    }

    /** How imbalances are settled; a table leads to its tiers. */
    private static Cell settlement(@Nullable ImbalanceTerms imbalances, Figures words) {
        if (imbalances == null) {
            return Cell.ABSENT;
        }
        CashOutTableId table = imbalances.table();
        return table == null
                ? Cell.of(words.word("settlement.OBA"))
                : Cell.of(words.word("settlement.CASH_OUT", table.value()))
                        .to("/setup/cash_out_tables?of=" + table.value() + "#form");
    }
}
