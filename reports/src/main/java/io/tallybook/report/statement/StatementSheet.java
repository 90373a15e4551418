package io.tallybook.report.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Price;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.Sum;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.pack.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on the printed statement, as text: the template only places it. */
record StatementSheet(
        String title,
        String close,
        String network,
        String shipper,
        String month,
        String currency,
        boolean demo,
        String footer,
        String note,
        List<Fact> facts,
        List<Total> sums,
        String balanceWords,
        String balance,
        String boughtKwh,
        String purchases,
        String soldKwh,
        String sales,
        List<PointLine> points,
        List<CashOutRow> cashOuts,
        List<DayLine> days) {

    record Fact(String name, String value) {}

    record Total(String name, String kwh, String mmbtu, String amount) {}

    record PointLine(
            String point, String contract, String direction, String days, String kwh, String mmbtu, String amount) {}

    /** A band of an imbalance. */
    record CashOutRow(
            String point,
            String contract,
            String imbalance,
            String percent,
            String band,
            String factor,
            String kwh,
            String price,
            String amount) {}

    /** {@code carried}: the price is an earlier day's. */
    record DayLine(
            String day,
            String bought,
            String purchases,
            String sold,
            String sales,
            String price,
            String priceDay,
            boolean carried) {}

    private static final DateTimeFormatter ISSUED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String ABSENT = "\u2013";

    static StatementSheet of(PackHead head, StatementMonth statement) {
        Sum in = statement.sum(Direction.RECEIPT);
        Sum out = statement.sum(Direction.DELIVERY);
        String month = month(head);
        Sum over = statement.cashOut(CashOutSide.DUE_SHIPPER);
        Sum under = statement.cashOut(CashOutSide.DUE_PIPELINE);
        BigDecimal owed = out.amount().add(under.amount()).subtract(in.amount()).subtract(over.amount());
        boolean owes = owed.signum() >= 0;
        return new StatementSheet(
                "Gas statement " + statement.name() + ", " + month,
                "Close " + head.closeId().value(),
                head.network(),
                statement.name(),
                month,
                statement.currency(),
                head.demo(),
                "Pack " + head.packHash().hex() + "  \u00b7  event position " + head.position(),
                note(head, statement),
                facts(head, statement),
                sums(statement),
                owes ? "To be paid by " + statement.name() : "To be paid to " + statement.name(),
                Figures.of(owed.abs()),
                Figures.of(in.energy().kwh()),
                Figures.of(in.amount()),
                Figures.of(out.energy().kwh()),
                Figures.of(out.amount()),
                points(statement),
                cashOuts(statement),
                days(head, statement));
    }

    private static List<Total> sums(StatementMonth statement) {
        List<Total> sums = new ArrayList<>();
        sums.add(total("Bought from " + statement.name(), statement.sum(Direction.RECEIPT)));
        sums.add(total("Sold to " + statement.name(), statement.sum(Direction.DELIVERY)));
        if (!statement.cashOuts().isEmpty()) {
            sums.add(total("Paid for over-supply", statement.cashOut(CashOutSide.DUE_SHIPPER)));
            sums.add(total("Charged for under-supply", statement.cashOut(CashOutSide.DUE_PIPELINE)));
        }
        return sums;
    }

    private static List<CashOutRow> cashOuts(StatementMonth statement) {
        return statement.cashOuts().stream()
                .flatMap(each -> each.way().lines().stream().map(line -> cashOut(each, line)))
                .toList();
    }

    private static CashOutRow cashOut(CashOutView of, CashOutLine line) {
        CashedOut way = of.way();
        BigDecimal percent = way.percent();
        return new CashOutRow(
                of.pointName() + ", " + Words.of(way.direction()),
                of.contract().value(),
                Figures.of(way.imbalance().kwh()),
                percent == null ? ABSENT : Figures.of(percent, 4),
                Words.of(way.side()) + ", " + Words.of(line.tier()),
                line.tier().factor().toPlainString(),
                Figures.of(line.energy().kwh()),
                Figures.of(of.index().perMmbtu(), 6),
                Figures.of(line.amount().amount()));
    }

    private static String month(PackHead head) {
        var month = head.closeId().period().month();
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }

    private static String note(PackHead head, StatementMonth statement) {
        return "MMBtu (IT) = kWh × 3.6 / 1055.05585262. Energy in MMBtu (6 decimals) and amounts (2 decimals) are rounded once, "
                + "on the line of a point, day and direction; every total is the sum of its lines. A price day other than the "
                + "gas day is the last published price, by the contract's rule. Each line: "
                + StatementCsv.name(head, statement) + ".";
    }

    private static List<Fact> facts(PackHead head, StatementMonth statement) {
        List<Fact> facts = new ArrayList<>();
        if (head.revision() > 1) {
            facts.add(new Fact("Restated", head.replaces()));
        }
        facts.addAll(List.of(
                new Fact("Shipper", statement.shipper().value()),
                new Fact(
                        "Close",
                        head.closeId().value() + ", gas days of " + head.zone().getId()),
                new Fact(
                        "Issued",
                        ISSUED.format(head.issuedAt().atOffset(ZoneOffset.UTC))
                                + " UTC, the time of the last event inside"),
                new Fact("Pack hash", head.packHash().hex()),
                new Fact("Statement hash", statement.contentHash().hex())));
        return facts;
    }

    private static Total total(String name, Sum sum) {
        return new Total(name, Figures.of(sum.energy().kwh()), Figures.of(sum.mmbtu()), Figures.of(sum.amount()));
    }

    private static List<PointLine> points(StatementMonth statement) {
        List<PointLine> lines = new ArrayList<>();
        for (ValuedPoint point : statement.points()) {
            for (Direction direction : Direction.values()) {
                long days = point.lines().stream()
                        .filter(l -> l.direction() == direction)
                        .count();
                if (days > 0) {
                    lines.add(point(point, direction, days));
                }
            }
        }
        return lines;
    }

    private static PointLine point(ValuedPoint point, Direction direction, long days) {
        Sum sum = point.sum(direction);
        return new PointLine(
                point.pointName(),
                point.contract().value(),
                Words.of(direction),
                Long.toString(days),
                Figures.of(sum.energy().kwh()),
                Figures.of(sum.mmbtu()),
                Figures.of(sum.amount()));
    }

    private static List<DayLine> days(PackHead head, StatementMonth statement) {
        TreeMap<GasDay, List<ValuedLine>> byDay = new TreeMap<>();
        head.closeId().period().days().forEach(day -> byDay.put(day, new ArrayList<>()));
        statement.points().stream()
                .flatMap(p -> p.lines().stream())
                .forEach(l ->
                        byDay.computeIfAbsent(l.day(), d -> new ArrayList<>()).add(l));
        return byDay.entrySet().stream().map(e -> day(e.getKey(), e.getValue())).toList();
    }

    private static DayLine day(GasDay day, List<ValuedLine> lines) {
        Sum in = Sum.of(side(lines, Direction.RECEIPT));
        Sum out = Sum.of(side(lines, Direction.DELIVERY));
        Set<Price> prices = lines.stream().map(ValuedLine::price).collect(Collectors.toSet());
        Set<LocalDate> priceDays = lines.stream().map(ValuedLine::priceDay).collect(Collectors.toSet());
        String price = prices.size() == 1
                ? Figures.of(prices.iterator().next().perMmbtu(), 4)
                : prices.isEmpty() ? ABSENT : "several";
        String priceDay = priceDays.size() == 1
                ? priceDays.iterator().next().toString()
                : priceDays.isEmpty() ? ABSENT : "several";
        return new DayLine(
                day.value(),
                Figures.of(in.energy().kwh()),
                Figures.of(in.amount()),
                Figures.of(out.energy().kwh()),
                Figures.of(out.amount()),
                price,
                priceDay,
                !priceDays.contains(day.date()));
    }

    private static Stream<ValuedLine> side(List<ValuedLine> lines, Direction direction) {
        return lines.stream().filter(l -> l.direction() == direction);
    }
}
