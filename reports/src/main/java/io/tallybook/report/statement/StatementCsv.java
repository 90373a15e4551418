package io.tallybook.report.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.Sum;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.pack.Words;
import io.tallybook.report.table.Csv;
import java.util.List;

/** A shipper's statement as CSV: what it is, one record per point, day and direction, totals. */
public final class StatementCsv {
    private static final List<String> COLUMNS = List.of(
            "record",
            "gas_day",
            "point",
            "contract",
            "direction",
            "energy_kwh",
            "energy_mmbtu",
            "price_per_mmbtu",
            "price_day",
            "price_rule",
            "currency",
            "amount");

    private StatementCsv() {}

    /**
     * The file, as {@code text/csv}. The first field of every record says what it is: {@code head}, {@code line},
     * {@code cash-out} (a band of a month's imbalance at the reference price, its factor as the rule) or {@code total}; the
     * column names come first.
     */
    public static byte[] of(PackHead head, StatementMonth statement) {
        Csv csv = new Csv(COLUMNS.size()).row(COLUMNS);
        head(csv, head, statement);
        for (ValuedPoint point : statement.points()) {
            point.lines().forEach(line -> line(csv, point, line));
        }
        statement.cashOuts().forEach(each -> each.way().lines().forEach(line -> cashOut(csv, each, line)));
        for (Direction direction : Direction.values()) {
            Sum sum = statement.sum(direction);
            csv.row(
                    "total",
                    null,
                    null,
                    null,
                    direction.name(),
                    sum.energy().kwh(),
                    sum.mmbtu(),
                    null,
                    null,
                    null,
                    statement.currency(),
                    sum.amount());
        }
        return csv.bytes();
    }

    /** The file's name in the pack. */
    public static String name(PackHead head, StatementMonth statement) {
        return "statement-" + statement.shipper().value() + "-" + head.inNames() + ".csv";
    }

    private static void head(Csv csv, PackHead head, StatementMonth statement) {
        csv.row("head", "close", head.closeId().value())
                .row("head", "period", head.closeId().period().value())
                .row("head", "shipper", statement.shipper().value())
                .row("head", "shipper name", statement.name())
                .row("head", "pack hash", head.packHash().hex())
                .row("head", "statement hash", statement.contentHash().hex())
                .row("head", "event position", Long.toString(head.position()))
                .row("head", "issued at", head.issuedAt().toString())
                .row("head", "gas day zone", head.zone().getId())
                .row("head", "MMBtu", "kWh x 3.6 / 1055.05585262");
        if (head.revision() > 1) {
            csv.row("head", "revision", head.replaces());
        }
        if (head.demo()) {
            csv.row("head", "sample", "shippers, shares, tolerances and accounts are invented");
        }
    }

    private static void cashOut(Csv csv, CashOutView of, CashOutLine line) {
        csv.row(
                "cash-out",
                null,
                of.point().value(),
                of.contract().value(),
                of.way().direction().name(),
                line.energy().kwh(),
                line.mmbtu(),
                of.index().perMmbtu(),
                null,
                of.way().side() + " " + Words.of(line.tier()) + " x "
                        + line.tier().factor().toPlainString(),
                line.amount().currency(),
                line.amount().amount());
    }

    private static void line(Csv csv, ValuedPoint point, ValuedLine line) {
        csv.row(
                "line",
                line.day().value(),
                point.point().value(),
                point.contract().value(),
                line.direction().name(),
                line.energy().kwh(),
                line.mmbtu(),
                line.price().perMmbtu(),
                line.priceDay(),
                line.rule() == null ? "PUBLISHED" : line.rule().name(),
                line.amount().currency(),
                line.amount().amount());
    }
}
