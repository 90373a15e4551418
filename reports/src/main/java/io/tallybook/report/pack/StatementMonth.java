package io.tallybook.report.pack;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.query.statement.CashOutView;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shipper's month.
 *
 * @param name of the shipper
 * @param points in the order shown; every line of the statement belongs to one of them
 * @param cashOuts of its imbalances; empty where none was settled
 * @param contentHash of the prepared statement
 */
public record StatementMonth(
        ShipperId shipper,
        String name,
        String currency,
        List<ValuedPoint> points,
        List<CashOutView> cashOuts,
        Sha256 contentHash) {

    public StatementMonth {
        points = List.copyOf(points);
        cashOuts = List.copyOf(cashOuts);
    }

    /** The valued lines of one contract at one point. */
    public record ValuedPoint(
            ContractId contract,
            PointId point,
            String pointName,
            SeriesId series,
            int priceVersion,
            List<ValuedLine> lines) {
        public ValuedPoint {
            lines = List.copyOf(lines);
        }

        public Sum sum(Direction direction) {
            return Sum.of(lines.stream().filter(l -> l.direction() == direction));
        }
    }

    /** What lines add up to; the amount is bare because an empty sum has no currency of its own. */
    public record Sum(Energy energy, BigDecimal mmbtu, BigDecimal amount) {
        public static Sum of(Stream<ValuedLine> lines) {
            Energy energy = Energy.ZERO;
            BigDecimal mmbtu = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
            BigDecimal amount = BigDecimal.ZERO.setScale(Money.SCALE);
            for (ValuedLine line : (Iterable<ValuedLine>) lines::iterator) {
                energy = energy.plus(line.energy());
                mmbtu = mmbtu.add(line.mmbtu());
                amount = amount.add(line.amount().amount());
            }
            return new Sum(energy, mmbtu, amount);
        }
    }

    /** What its imbalances of one side come to; zero where none was settled. */
    public Sum cashOut(CashOutSide side) {
        Energy energy = Energy.ZERO;
        BigDecimal mmbtu = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        BigDecimal amount = BigDecimal.ZERO.setScale(Money.SCALE);
        for (CashOutView each : cashOuts) {
            for (CashOutLine line : each.way().side() == side ? each.way().lines() : List.<CashOutLine>of()) {
                energy = energy.plus(line.energy());
                mmbtu = mmbtu.add(line.mmbtu());
                amount = amount.add(line.amount().amount());
            }
        }
        return new Sum(energy, mmbtu, amount);
    }

    public Sum sum(Direction direction) {
        return Sum.of(points.stream().flatMap(p -> p.lines().stream()).filter(l -> l.direction() == direction));
    }
}
