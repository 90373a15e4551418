package io.tallybook.report.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Price;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.Sum;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.pack.Words;
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
        List<DayLine> days) {

    record Fact(String name, String value) {}

    record Total(String name, String kwh, String mmbtu, String amount) {}

    record PointLine(
            String point, String contract, String direction, String days, String kwh, String mmbtu, String amount) {}

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
        boolean owes = out.amount().compareTo(in.amount()) >= 0;
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
                List.of(total("Bought from " + statement.name(), in), total("Sold to " + statement.name(), out)),
                owes ? "To be paid by " + statement.name() : "To be paid to " + statement.name(),
                Figures.of(out.amount().subtract(in.amount()).abs()),
                Figures.of(in.energy().kwh()),
                Figures.of(in.amount()),
                Figures.of(out.energy().kwh()),
                Figures.of(out.amount()),
                points(statement),
                days(head, statement));
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
        return List.of(
                new Fact("Shipper", statement.shipper().value()),
                new Fact(
                        "Close",
                        head.closeId().value() + ", gas days of " + head.zone().getId()),
                new Fact(
                        "Issued",
                        ISSUED.format(head.issuedAt().atOffset(ZoneOffset.UTC))
                                + " UTC, the time of the last event inside"),
                new Fact("Pack hash", head.packHash().hex()),
                new Fact("Statement hash", statement.contentHash().hex()));
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
