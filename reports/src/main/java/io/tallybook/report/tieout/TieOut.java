package io.tallybook.report.tieout;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.tieout.TieOutLine.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares what the documents show with the journal and with the log; every figure is summed anew from its lines. */
public final class TieOut {
    /** The subject of lines about the whole month. */
    public static final String ALL = "All";

    /** The unit of a count of them. */
    public static final String INTERVALS = "intervals";

    private static final String KWH = "kWh";
    private final CloseMonth month;
    private final List<TieOutLine> lines = new ArrayList<>();

    private TieOut(CloseMonth month) {
        this.month = month;
    }

    /** The lines in the order shown: areas, the whole month, shippers. */
    public static List<TieOutLine> of(CloseMonth month) {
        TieOut tieOut = new TieOut(month);
        month.areas().forEach(tieOut::area);
        tieOut.whole();
        month.statements().forEach(tieOut::shipper);
        return List.copyOf(tieOut.lines);
    }

    /**
     * Refuses a month whose report, journal and log do not come to the same figures: nothing of it may be issued.
     *
     * @throws IllegalStateException naming the first figure that is out
     */
    public static void require(CloseMonth month) {
        List<TieOutLine> out = of(month).stream().filter(l -> !l.ties()).toList();
        if (!out.isEmpty()) {
            TieOutLine first = out.getFirst();
            throw new IllegalStateException("the pack is out in " + out.size() + " figures, first " + first.subject()
                    + ", " + first.figure().words() + ": report "
                    + first.report().toPlainString() + ", journal "
                    + first.journal() + ", event log " + first.event().toPlainString());
        }
    }

    private void area(AreaMonth area) {
        EventFigures.Area event = month.events().areas().stream()
                .filter(a -> a.area().equals(area.area()))
                .findFirst()
                .orElse(new EventFigures.Area(area.area(), Energy.ZERO, Energy.ZERO, Energy.ZERO, Energy.ZERO, 0));
        Energy in = measured(area, PointRole.FLOW::equals, DayTotal::receipt);
        Energy out = measured(area, PointRole.FLOW::equals, DayTotal::delivery);
        Energy fuel = measured(area, PointRole.FUEL::equals, DayTotal::signed).negate();
        Energy stored = measured(area, PointRole::keeps, DayTotal::signed).negate();
        String subject = area.area().value();
        energy(subject, Figure.RECEIPTS, in, null, event.receipts());
        energy(subject, Figure.DELIVERIES, out, null, event.deliveries());
        energy(subject, Figure.FUEL, fuel, null, event.fuel());
        energy(subject, Figure.STORAGE_CHANGE, stored, null, event.storageChange());
        energy(subject, Figure.UNACCOUNTED, in.minus(out).minus(fuel).minus(stored), null, event.unaccounted());
        int estimated =
                area.points().stream().mapToInt(p -> p.estimates().size()).sum();
        if (estimated > 0 || event.estimated() > 0) {
            lines.add(new TieOutLine(
                    subject,
                    Figure.ESTIMATED_INTERVALS,
                    INTERVALS,
                    BigDecimal.valueOf(estimated),
                    null,
                    BigDecimal.valueOf(event.estimated())));
        }
    }

    private static Energy measured(AreaMonth area, Predicate<PointRole> roles, Function<DayTotal, Energy> side) {
        return area.points().stream()
                .filter(p -> roles.test(p.role()))
                .flatMap(p -> p.days().stream())
                .map(side)
                .reduce(Energy.ZERO, Energy::plus);
    }

    private void whole() {
        EventFigures events = month.events();
        Energy bought = reported(Direction.RECEIPT);
        Energy sold = reported(Direction.DELIVERY);
        BigDecimal purchases = valued(Direction.RECEIPT);
        BigDecimal sales = valued(Direction.DELIVERY);
        energy(ALL, Figure.ALLOCATED_RECEIPTS, bought, null, sum(events.areas(), EventFigures.Area::receipts));
        energy(ALL, Figure.ALLOCATED_DELIVERIES, sold, null, sum(events.areas(), EventFigures.Area::deliveries));
        side(ALL, Direction.RECEIPT, bought, purchases, l -> true, events.shippers());
        side(ALL, Direction.DELIVERY, sold, sales, l -> true, events.shippers());
        cashOuts(ALL, month.statements(), l -> true, events.shippers());
        JournalMonth journal = month.journal();
        // a negative amount changes sides in the journal, so both sides hold the sizes
        BigDecimal value = sizes(Direction.RECEIPT)
                .add(sizes(Direction.DELIVERY))
                .add(sizes(CashOutSide.DUE_SHIPPER))
                .add(sizes(CashOutSide.DUE_PIPELINE));
        money(ALL, Figure.DEBITS, value, journal.debits(), events.journal().debits());
        money(ALL, Figure.CREDITS, value, journal.credits(), events.journal().credits());
    }

    private void shipper(StatementMonth statement) {
        ShipperId shipper = statement.shipper();
        List<EventFigures.Shipper> events = month.events().shippers().stream()
                .filter(s -> s.shipper().equals(shipper))
                .toList();
        for (Direction direction : Direction.values()) {
            StatementMonth.Sum sum = statement.sum(direction);
            side(
                    shipper.value(),
                    direction,
                    sum.energy(),
                    sum.amount(),
                    l -> l.shipper().equals(shipper),
                    events);
        }
        cashOuts(shipper.value(), List.of(statement), l -> l.shipper().equals(shipper), events);
    }

    /** Nothing where none of these statements settles an imbalance, and the log knows of none. */
    private void cashOuts(
            String subject,
            List<StatementMonth> statements,
            Predicate<JournalLine> mine,
            List<EventFigures.Shipper> events) {
        boolean any = statements.stream().anyMatch(s -> !s.cashOuts().isEmpty())
                || events.stream().anyMatch(s -> s.cashOut() != null);
        for (CashOutSide side : any ? CashOutSide.values() : new CashOutSide[0]) {
            boolean over = side == CashOutSide.DUE_SHIPPER;
            List<JournalLine> posted = month.journal().lines().stream()
                    .filter(mine)
                    .filter(l -> l.use() == (over ? AccountUse.IMBALANCE_PURCHASES : AccountUse.IMBALANCE_REVENUE))
                    .toList();
            energy(
                    subject,
                    over ? Figure.OVER_SUPPLY : Figure.UNDER_SUPPLY,
                    sum(statements, s -> s.cashOut(side).energy()),
                    sum(posted, JournalLine::energy),
                    sum(events, s -> s.settled(side)));
            money(
                    subject,
                    over ? Figure.OVER_SUPPLY_PAID : Figure.UNDER_SUPPLY_PAID,
                    total(statements, s -> s.cashOut(side).amount()),
                    total(posted, l -> net(l, over)),
                    total(events, s -> s.paid(side)));
        }
    }

    private void side(
            String subject,
            Direction direction,
            Energy quantity,
            BigDecimal value,
            Predicate<JournalLine> mine,
            List<EventFigures.Shipper> events) {
        boolean in = direction == Direction.RECEIPT;
        List<JournalLine> posted = month.journal().lines().stream()
                .filter(mine)
                .filter(l -> l.use() == (in ? AccountUse.GAS_PURCHASES : AccountUse.REVENUE))
                .toList();
        energy(
                subject,
                in ? Figure.BOUGHT : Figure.SOLD,
                quantity,
                sum(posted, JournalLine::energy),
                sum(events, in ? EventFigures.Shipper::receipts : EventFigures.Shipper::deliveries));
        money(
                subject,
                in ? Figure.PURCHASES : Figure.SALES,
                value,
                total(posted, l -> net(l, in)),
                total(events, in ? EventFigures.Shipper::purchases : EventFigures.Shipper::sales));
    }

    /** Purchases stand in debit, revenue in credit; the other side takes away. */
    private static BigDecimal net(JournalLine line, boolean debit) {
        BigDecimal net = line.debit().amount().subtract(line.credit().amount());
        return debit ? net : net.negate();
    }

    private Energy reported(Direction direction) {
        return sum(month.statements(), s -> s.sum(direction).energy());
    }

    private BigDecimal valued(Direction direction) {
        return total(month.statements(), s -> s.sum(direction).amount());
    }

    private BigDecimal sizes(Direction direction) {
        return total(month.statements(), s -> s.sum(direction).amount().abs());
    }

    private BigDecimal sizes(CashOutSide side) {
        return total(month.statements(), s -> s.cashOut(side).amount().abs());
    }

    private static <T> Energy sum(List<T> items, Function<T, Energy> energy) {
        return items.stream().map(energy).reduce(Energy.ZERO, Energy::plus);
    }

    private static <T> BigDecimal total(List<T> items, Function<T, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void energy(String subject, Figure figure, Energy report, @Nullable Energy journal, Energy event) {
        lines.add(new TieOutLine(
                subject, figure, KWH, report.kwh(), journal == null ? null : journal.kwh(), event.kwh()));
    }

    private void money(String subject, Figure figure, BigDecimal report, BigDecimal journal, BigDecimal event) {
        lines.add(new TieOutLine(subject, figure, month.journal().currency(), report, journal, event));
    }
}
