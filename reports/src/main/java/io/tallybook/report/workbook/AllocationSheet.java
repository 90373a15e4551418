package io.tallybook.report.workbook;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.ContractMonth;
import io.tallybook.report.pack.CloseMonth.PointMonth;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import io.tallybook.report.workbook.AllocationBlock.Recipient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every point-day split among its contracts, to the last unit, by live formulas. */
final class AllocationSheet {
    private record LineKey(ContractId contract, PointId point, GasDay day, Direction direction) {}

    private final SheetPage page;
    private final Kwh kwh;
    private final QuantitiesSheet quantities;
    private final Map<LineKey, Energy> allocated = new HashMap<>();
    private final Map<PointId, List<ContractMonth>> sharers = new HashMap<>();
    private final Map<LineKey, Integer> rows = new HashMap<>();
    private int receipts;
    private int deliveries;

    AllocationSheet(SheetPage page, Kwh kwh, QuantitiesSheet quantities) {
        this.page = page;
        this.kwh = kwh;
        this.quantities = quantities;
    }

    static List<Column> columns(Kwh kwh) {
        return List.of(
                new Column("Point", Format.TEXT),
                new Column("Gas day", Format.DAY),
                new Column("Direction", Format.TEXT),
                new Column("Contract", Format.TEXT),
                new Column("Shipper", Format.TEXT),
                new Column("Measured, kWh", kwh.format()),
                new Column("Share", Format.SHARE),
                new Column("Pro rata, kWh", Format.SPLIT),
                new Column("Whole units, kWh", kwh.format()),
                new Column("Remainder, kWh", Format.SPLIT),
                new Column("Allocated, kWh", kwh.format()),
                new Column("Method", Format.TEXT));
    }

    void fill(CloseMonth month) {
        month.statements().forEach(this::remember);
        for (ContractMonth contract : month.contracts()) {
            contract.shares().stream()
                    .map(PointShare::point)
                    .distinct()
                    .forEach(point -> sharers.computeIfAbsent(point, p -> new ArrayList<>())
                            .add(contract));
        }
        sharers.values()
                .forEach(c -> c.sort(Comparator.comparing(s -> s.contract().value())));
        month.areas().stream()
                .flatMap(a -> a.points().stream())
                .filter(p -> p.role() == PointRole.FLOW)
                .forEach(this::point);
        totals(month);
        page.finish();
    }

    private void remember(StatementMonth statement) {
        for (ValuedPoint point : statement.points()) {
            for (ValuedLine line : point.lines()) {
                allocated.put(
                        new LineKey(point.contract(), point.point(), line.day(), line.direction()), line.energy());
            }
        }
    }

    private void point(PointMonth point) {
        for (DayTotal day : point.days()) {
            Stream.of(Direction.values())
                    .filter(d -> day.of(d).signum() != 0 || isAllocated(point.point(), day.day(), d))
                    .forEach(d -> block(point.point(), day, d));
        }
    }

    /** Where nothing flowed a swing party may still have given what the others got. */
    private boolean isAllocated(PointId point, GasDay day, Direction direction) {
        return sharers.getOrDefault(point, List.of()).stream()
                .anyMatch(c -> allocated.containsKey(new LineKey(c.contract(), point, day, direction)));
    }

    private void block(PointId point, DayTotal day, Direction direction) {
        List<Recipient> recipients = sharers.getOrDefault(point, List.of()).stream()
                .map(c -> recipient(c, point, day.day(), direction))
                .filter(r -> r.share() != null
                        || r.method() != AllocationMethod.PERCENTAGE
                        || r.allocated().signum() != 0)
                .toList();
        AllocationBlock block = new AllocationBlock(day.of(direction), recipients);
        int from = page.next();
        for (int i = 0; i < block.size(); i++) {
            line(block, i, from, point, day.day(), direction);
        }
    }

    private Recipient recipient(ContractMonth contract, PointId point, GasDay day, Direction direction) {
        Energy got = allocated.getOrDefault(new LineKey(contract.contract(), point, day, direction), Energy.ZERO);
        PointShare share = share(contract, point, direction);
        // what is not by percentage is not split again here: its figures stand as the run gave them
        Share by = share == null || share.method() != AllocationMethod.PERCENTAGE ? null : share.share();
        AllocationMethod method = share == null ? AllocationMethod.PERCENTAGE : share.method();
        return new Recipient(contract.contract(), contract.shipper(), by, method, got);
    }

    private static @Nullable PointShare share(ContractMonth contract, PointId point, Direction direction) {
        return contract.shares().stream()
                .filter(share -> share.point().equals(point) && share.direction() == direction)
                .findFirst()
                .orElse(null);
    }

    private void line(AllocationBlock block, int index, int from, PointId point, GasDay day, Direction direction) {
        Recipient recipient = block.recipient(index);
        int row = from + index;
        Share share = recipient.share();
        page.row(
                Cell.text(point.value()),
                Cell.day(day.date()),
                Cell.text(Words.of(direction)),
                Cell.text(recipient.contract().value()),
                Cell.text(recipient.shipper().value()),
                Cell.derived(
                        quantities.cell(point, day, direction), block.measured().kwh()),
                share == null ? Cell.EMPTY : Cell.input(share.value()),
                Cell.derived(block.proRataFormula(index, row), block.proRata(index)),
                Cell.derived("ROUNDDOWN(H%d,%d)".formatted(row, block.unit()), block.whole(index)),
                Cell.derived("ROUND(H%d-I%d,%d)".formatted(row, row, block.fine()), block.remainder(index)),
                Cell.derived(block.formula(index, from), recipient.allocated().kwh()),
                Cell.text(Words.of(recipient.method())));
        rows.put(new LineKey(recipient.contract(), point, day, direction), row);
    }

    private void totals(CloseMonth month) {
        receipts = page.next();
        total(month, Direction.RECEIPT);
        deliveries = page.next();
        total(month, Direction.DELIVERY);
    }

    private void total(CloseMonth month, Direction direction) {
        Energy sum =
                month.statements().stream().map(s -> s.sum(direction).energy()).reduce(Energy.ZERO, Energy::plus);
        String formula = "SUMIFS(%s,%s,\"%s\")".formatted(page.range("K"), page.range("C"), Words.of(direction));
        page.total(
                Cell.text("Total"),
                Cell.EMPTY,
                Cell.text(Words.of(direction)),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.derived(kwh.rounded(formula), sum.kwh()));
    }

    /** The cell of what a contract was allocated. */
    String cell(ContractId contract, PointId point, GasDay day, Direction direction) {
        Integer row = rows.get(new LineKey(contract, point, day, direction));
        if (row == null) {
            throw new IllegalStateException("a statement line of " + contract.value() + " at " + point.value() + " on "
                    + day + " has no allocation: no workbook is written");
        }
        return page.quoted() + "$K$" + row;
    }

    String total(Direction direction) {
        return page.quoted() + "$K$" + (direction == Direction.RECEIPT ? receipts : deliveries);
    }
}
