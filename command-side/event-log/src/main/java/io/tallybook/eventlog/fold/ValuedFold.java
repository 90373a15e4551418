package io.tallybook.eventlog.fold;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.ValuedLine;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The valued lines of each shipper and the lines of the prepared journal, in one attempt. */
final class ValuedFold {
    private final EventReader log;
    private final CloseId closeId;
    private final int attempt;
    private final Consumer<StoredEvent> seen;

    ValuedFold(EventReader log, CloseId closeId, int attempt, Consumer<StoredEvent> seen) {
        this.log = log;
        this.closeId = closeId;
        this.attempt = attempt;
        this.seen = seen;
    }

    /** Empty when nothing of the shipper was valued. */
    Optional<EventTotals.ShipperTotal> shipper(ShipperId shipper) {
        // a later valuation of the same contract and point replaces the earlier one
        Map<String, List<ValuedLine>> valued = new LinkedHashMap<>();
        Map<String, List<CashedOut>> settled = new LinkedHashMap<>();
        for (StoredEvent stored :
                log.stream(StatementId.of(shipper, closeId.period()).toString())) {
            if (stored.event() instanceof VolumesValued volumes
                    && volumes.closeId().equals(closeId)
                    && volumes.attempt() == attempt) {
                seen.accept(stored);
                valued.put(volumes.contract() + "|" + volumes.point(), volumes.lines());
            }
            if (stored.event() instanceof ImbalancesCashedOut cashedOut
                    && cashedOut.closeId().equals(closeId)
                    && cashedOut.attempt() == attempt) {
                seen.accept(stored);
                settled.put(cashedOut.contract() + "|" + cashedOut.point(), cashedOut.ways());
            }
        }
        List<ValuedLine> lines = valued.values().stream().flatMap(List::stream).toList();
        List<CashedOut> ways = settled.values().stream().flatMap(List::stream).toList();
        return lines.isEmpty() && ways.isEmpty() ? Optional.empty() : Optional.of(sum(shipper, lines, ways));
    }

    private static EventTotals.ShipperTotal sum(ShipperId shipper, List<ValuedLine> lines, List<CashedOut> ways) {
        String currency = lines.isEmpty()
                ? ways.getFirst().lines().getFirst().amount().currency()
                : lines.getFirst().amount().currency();
        return new EventTotals.ShipperTotal(
                shipper,
                energy(lines, Direction.RECEIPT),
                mmbtu(lines, Direction.RECEIPT),
                amount(lines, Direction.RECEIPT, currency),
                energy(lines, Direction.DELIVERY),
                mmbtu(lines, Direction.DELIVERY),
                amount(lines, Direction.DELIVERY, currency),
                ways.isEmpty() ? null : cashOut(ways, currency));
    }

    private static CashOutTotals cashOut(List<CashedOut> ways, String currency) {
        Energy over = Energy.ZERO;
        Energy under = Energy.ZERO;
        Money payable = Money.zero(currency);
        Money receivable = Money.zero(currency);
        for (CashedOut way : ways) {
            for (CashOutLine line : way.lines()) {
                boolean owed = way.side() == CashOutSide.DUE_SHIPPER;
                over = owed ? over.plus(line.energy()) : over;
                payable = owed ? payable.plus(line.amount()) : payable;
                under = owed ? under : under.plus(line.energy());
                receivable = owed ? receivable : receivable.plus(line.amount());
            }
        }
        return new CashOutTotals(over, payable, under, receivable);
    }

    private static Energy energy(List<ValuedLine> lines, Direction direction) {
        Energy sum = Energy.ZERO;
        for (ValuedLine line : lines) {
            sum = line.direction() == direction ? sum.plus(line.energy()) : sum;
        }
        return sum;
    }

    private static BigDecimal mmbtu(List<ValuedLine> lines, Direction direction) {
        BigDecimal sum = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        for (ValuedLine line : lines) {
            sum = line.direction() == direction ? sum.add(line.mmbtu()) : sum;
        }
        return sum;
    }

    private static Money amount(List<ValuedLine> lines, Direction direction, String currency) {
        Money sum = Money.zero(currency);
        for (ValuedLine line : lines) {
            sum = line.direction() == direction ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }

    /** Empty until the journal was prepared in this attempt. */
    Optional<EventTotals.JournalTotal> journal() {
        @Nullable JournalPrepared prepared = null;
        for (StoredEvent stored : log.stream(JournalId.ofClose(closeId).toString())) {
            if (stored.event() instanceof JournalPrepared each
                    && each.closeId().equals(closeId)
                    && each.attempt() == attempt) {
                seen.accept(stored);
                prepared = each;
            }
        }
        return prepared == null || prepared.lines().isEmpty() ? Optional.empty() : Optional.of(sum(prepared.lines()));
    }

    private static EventTotals.JournalTotal sum(List<JournalLine> lines) {
        String currency = lines.getFirst().debit().currency();
        Energy bought = Energy.ZERO;
        Energy sold = Energy.ZERO;
        Money debits = Money.zero(currency);
        Money credits = Money.zero(currency);
        for (JournalLine line : lines) {
            bought = line.use() == AccountUse.GAS_PURCHASES ? bought.plus(line.energy()) : bought;
            sold = line.use() == AccountUse.REVENUE ? sold.plus(line.energy()) : sold;
            debits = debits.plus(line.debit());
            credits = credits.plus(line.credit());
        }
        return new EventTotals.JournalTotal(bought, sold, debits, credits);
    }
}
