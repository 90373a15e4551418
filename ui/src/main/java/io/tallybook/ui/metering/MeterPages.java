package io.tallybook.ui.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.EstimateState;
import io.tallybook.query.metering.EstimateView;
import io.tallybook.query.metering.EstimatedIntervalView;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.metering.QuantityRecordView;
import io.tallybook.query.metering.RecordStanding;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.workpapers.PapersPanel;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was measured: months of points, their days, and every version of every record. */
@PageController
class MeterPages {
    private final MeteringQueries metering;
    private final CloseQueries closes;
    private final People people;
    private final PapersPanel papers;
    private final EstimatePanel estimates;

    MeterPages(
            MeteringQueries metering, CloseQueries closes, People people, PapersPanel papers, EstimatePanel estimates) {
        this.estimates = estimates;
        this.papers = papers;
        this.metering = metering;
        this.closes = closes;
        this.people = people;
    }

    @GetMapping("/meters/{group}/{period}")
    String months(@PathVariable String group, @PathVariable String period, Screen screen, Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        CalendarView calendar = closes.calendar(id.group()).orElseThrow(NotFound.page());
        PageRequest asked =
                new PageRequest(PageRequest.MOST, screen.param("cursor").orElse(null));
        Page<MeterMonthView> months = metering.months(calendar.network(), null, id.period(), asked);
        Figures words = screen.figures();
        long complete = months.rows().stream().filter(MeterMonthView::complete).count();
        int late = metering.late(calendar.network(), id.period());
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("meters.title", period),
                                words.word(
                                        "meters.stand", complete, months.rows().size(), late))
                        .with(MeterTables.months(months.rows(), screen)
                                .onward(screen.onward(months.next()))
                                .live("metering")));
        return "leaf";
    }

    @GetMapping("/meter/{point}/{period}")
    String month(
            @PathVariable String point,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        MeterMonthView month = find(point, period);
        List<DayTotalView> days = metering.days(month.month());
        Figures words = screen.figures();
        Leaf leaf = new Leaf(
                        words.word("meter.title", month.pointName(), period),
                        words.word(
                                month.missing() > 0 ? "meter.stand.missing" : "meter.stand." + month.state(),
                                month.recorded(),
                                month.expected(),
                                month.missing(),
                                month.late()))
                .figure("column.receipt", words.energy(month.receipt()), "kWh")
                .figure("column.delivery", words.energy(month.delivery()), "kWh")
                .figure("column.records", words.count(month.recorded()), null)
                .with(MeterTables.days(month, days, screen).live("metering"));
        screen.close()
                .filter(c -> c.period().equals(month.month().period()))
                .ifPresent(c -> leaf.under(words.word("meters.crumb", period), Ways.meterMonths(c)));
        if (month.missing() > 0) {
            leaf.with(MeterTables.missing(metering.missing(month.month(), 3_000), screen));
        }
        List<EstimateView> made = metering.estimates(month.month());
        if (!made.isEmpty()) {
            leaf.figure("column.estimated", words.count(month.estimated()), null)
                    .with(EstimatePanel.estimates(made, screen, people.names()).live("metering"));
        }
        if (month.missing() > 0 || !made.isEmpty()) {
            model.addAttribute("estimating", estimates.of(month, account, people.names()));
        }
        if (month.openDeadLetters() > 0) {
            leaf.fact("fact.openDeadLetters", words.count(month.openDeadLetters()), Ways.deadLetters(month.month()));
        }
        leaf.fact("fact.interval", words.word("interval." + month.interval()))
                .fact("fact.point", month.pointName(), Ways.point(month.month().point()))
                .hash("fact.contentHash", month.contentHash())
                .fact(
                        "fact.events",
                        words.word("fact.events.of"),
                        Ways.stream(month.month().toString()));
        model.addAttribute("leaf", leaf);
        return "leaf";
    }

    @GetMapping("/meter/{point}/{period}/{day}")
    String day(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable String day,
            Screen screen,
            Model model) {
        MeterMonthView month = find(point, period);
        GasDay gasDay = new GasDay(day);
        List<QuantityRecordView> records = metering.records(new PointId(point), gasDay);
        DayTotalView total = metering.days(month.month()).stream()
                .filter(d -> d.total().day().equals(gasDay))
                .findFirst()
                .orElseThrow(NotFound.page());
        Figures words = screen.figures();
        List<EstimatedIntervalView> estimated = metering.estimatedIntervals(new PointId(point), gasDay);
        Energy sum = Stream.concat(
                        records.stream()
                                .filter(r -> r.standing() == RecordStanding.EFFECTIVE)
                                .map(r -> r.quantity().signed()),
                        estimated.stream()
                                .filter(e -> e.state() == EstimateState.STANDING)
                                .map(EstimatedIntervalView::figure))
                .reduce(Energy.ZERO, Energy::plus);
        boolean equal = sum.equals(total.total().signed());
        Leaf leaf = new Leaf(
                        words.word("meterday.title", month.pointName(), day),
                        words.word("meterday.stand", total.recorded(), total.expected(), total.versions()))
                .under(words.word("meter.title", month.pointName(), period), Ways.meterMonth(month.month()))
                .check("check.day", words.difference(total.total().signed()) + " kWh", null)
                .check("check.records", words.difference(sum) + " kWh", null)
                .check("check.result", words.word(equal ? "check.equal" : "check.differs"), null)
                .with(MeterTables.records(records, screen, people.names()).live("metering"));
        if (!estimated.isEmpty()) {
            leaf.with(EstimatePanel.intervals(estimated, screen, people.names()).live("metering"));
        }
        model.addAttribute("leaf", leaf);
        Subject of = Subject.pointDay(new PointId(point), gasDay);
        screen.close()
                .map(close -> CloseId.of(close.group(), AccountingPeriod.of(gasDay)))
                .ifPresent(close -> papers.on(close, List.of(of), Ways.subject(close, of), screen, model));
        return "leaf";
    }

    private MeterMonthView find(String point, String period) {
        return metering.month(MeterMonthId.of(new PointId(point), new AccountingPeriod(period)))
                .orElseThrow(NotFound.page());
    }
}
