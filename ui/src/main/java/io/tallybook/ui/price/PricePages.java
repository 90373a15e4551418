package io.tallybook.ui.price;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.price.PriceView;
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
import io.tallybook.ui.table.State;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Price series and the prices of a month, days without a price too. */
@PageController
class PricePages {
    private final PriceQueries prices;
    private final People people;

    PricePages(PriceQueries prices, People people) {
        this.prices = prices;
        this.people = people;
    }

    @GetMapping("/prices")
    String series(Screen screen, Model model) {
        List<SeriesView> all = prices.series();
        Figures words = screen.figures();
        model.addAttribute(
                "leaf",
                new Leaf(words.word("prices.title"), words.word("prices.stand", all.size()))
                        .with(screen.table(
                                        "series",
                                        List.of(
                                                Column.text("series"),
                                                Column.text("currency"),
                                                Column.count("pricedDays"),
                                                Column.of("firstDay", Kind.DAY),
                                                Column.of("lastDay", Kind.DAY)),
                                        all.stream().map(s -> row(s, screen)).toList())
                                .live("price")));
        return "leaf";
    }

    private static Row row(SeriesView s, Screen screen) {
        AccountingPeriod period = screen.close()
                .map(CloseId::period)
                .orElse(new AccountingPeriod(
                        s.last() == null ? "2000-01" : s.last().toString().substring(0, 7)));
        return Row.of(
                s.series().value(),
                Cell.of(s.name()).to(Ways.prices(s.series(), period)),
                Cell.of(s.currency()),
                Cell.of(s.days()),
                Cell.of(s.first()),
                Cell.of(s.last()));
    }

    @GetMapping("/prices/{series}")
    String prices(@PathVariable String series, Screen screen, Model model) {
        SeriesView found = prices.series(new SeriesId(series)).orElseThrow(NotFound.page());
        AccountingPeriod period = screen.param("period")
                .map(AccountingPeriod::new)
                .or(() -> screen.close().map(CloseId::period))
                .orElseThrow(NotFound.page());
        var month = period.month();
        var byDay = prices.prices(found.series(), month.atDay(1), month.atEndOfMonth()).stream()
                .collect(Collectors.toMap(PriceView::day, p -> p));
        Figures words = screen.figures();
        Function<@Nullable PersonId, String> names = people.names();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("series.title", found.name(), period),
                                words.word("series.stand", byDay.size(), month.lengthOfMonth()))
                        .under(words.word("prices.title"), "/prices")
                        .with(screen.table(
                                        "prices",
                                        List.of(
                                                Column.of("day", Kind.DAY),
                                                Column.figure("price", Kind.PRICE, found.currency() + "/MMBtu"),
                                                Column.of("state", Kind.STATE),
                                                Column.figure("version", Kind.COUNT, null),
                                                Column.text("source"),
                                                Column.figure("line", Kind.COUNT, null),
                                                Column.text("by"),
                                                Column.of("recordedAt", Kind.TIME),
                                                Column.figure("position", Kind.COUNT, null)),
                                        month.atDay(1)
                                                .datesUntil(month.plusMonths(1).atDay(1))
                                                .map(day -> row(day, byDay.get(day), names))
                                                .toList())
                                .live("price"))
                        .fact(
                                "fact.previousPeriod",
                                period.previous().value(),
                                Ways.prices(found.series(), period.previous()))
                        .fact("fact.nextPeriod", period.next().value(), Ways.prices(found.series(), period.next()))
                        .fact(
                                "fact.events",
                                words.word("fact.events.of"),
                                Ways.stream(found.series().toString())));
        return "leaf";
    }

    private static Row row(LocalDate day, @Nullable PriceView p, Function<@Nullable PersonId, String> names) {
        if (p == null || p.price() == null) {
            return Row.of(
                    day.toString(),
                    Cell.of(day),
                    Cell.ABSENT,
                    Cell.of(State.waiting(p == null ? "price.none" : "price.withdrawn")),
                    Cell.ABSENT,
                    Cell.ABSENT,
                    Cell.ABSENT,
                    Cell.ABSENT,
                    Cell.ABSENT,
                    Cell.ABSENT);
        }
        return Row.of(
                day.toString(),
                Cell.of(day).to(Ways.record(p.position(), p.line())),
                Cell.of(p.price().perMmbtu()).to(Ways.record(p.position(), p.line())),
                Cell.of(
                        p.status() == PriceStatus.FINAL
                                ? State.done("price.status.FINAL")
                                : State.late("price.status.PRELIMINARY")),
                Cell.of(p.version()),
                Cell.of(p.source().name()).to(Ways.imported(p.source().importId())),
                Cell.of(p.line()),
                Cell.of(names.apply(p.by())),
                Cell.of(p.recordedAt()),
                Cell.of(p.position()).to(Ways.event(p.position())));
    }
}
