package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.AmountLimit;
import io.tallybook.command.People;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.DiscardAccrual;
import io.tallybook.messages.close.CloseCycleCommand.FailAccrual;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseCycleEvent.AccrualApproved;
import io.tallybook.messages.close.CloseCycleEvent.AccrualDiscarded;
import io.tallybook.messages.close.CloseCycleEvent.AccrualFailed;
import io.tallybook.messages.close.CloseCycleEvent.AccrualPrepared;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.TruedUpShipper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flash accrual of a month: proposed by one, approved by others, booked before the close and taken back in the next period
 * (ADR 27). One stands at most; what the month comes to is held against it.
 */
final class Accruals {
    private static final int LONGEST_NOTE = 2000;

    private @Nullable AccrualPrepared pending;
    private @Nullable AccrualReleased released;
    private final List<PersonId> approvers = new ArrayList<>();
    private boolean reached;
    private int last;

    /** @param signed whether somebody has signed the pack: where it is booked no longer moves */
    void prepare(PrepareAccrual order, CloseOpened here, boolean signed) {
        refuseWhenTooLate(signed);
        Refused.when(
                order.at().isBefore(here.dueFrom()),
                "month-not-over",
                "The month ends at " + here.dueFrom() + "; it is accrued after that.");
        check(order);
        Sha256 hash = hash(order.closeId(), order.shippers());
        if (pending != null
                && pending.contentHash().equals(hash)
                && pending.by().equals(order.by())
                && pending.note().equals(order.note())) {
            return;
        }
        apply(new AccrualPrepared(
                order.closeId(),
                last + 1,
                order.shippers(),
                order.accounts(),
                order.position(),
                hash,
                order.note(),
                order.by()));
    }

    private static void check(PrepareAccrual order) {
        Invalid.unless(order.note().length() <= LONGEST_NOTE, "a note has at most 2,000 characters");
        Refused.when(order.shippers().isEmpty(), "nothing-to-accrue", "No shipper has a figure to accrue.");
        Refused.when(
                order.shippers().size() > PackInputs.MOST_SHIPPERS,
                "too-many-shippers",
                "A close has at most " + PackInputs.MOST_SHIPPERS + " shippers.");
        Set<String> shippers = new TreeSet<>();
        Set<String> currencies = new TreeSet<>();
        order.shippers().forEach(of -> {
            shippers.add(of.shipper().value());
            currencies.add(of.totals().currency());
        });
        Invalid.unless(shippers.size() == order.shippers().size(), "a shipper is accrued once");
        Refused.when(
                currencies.size() > 1,
                "currencies-differ",
                "A journal is in one currency, the accrual is in " + currencies + ".");
    }

    /** @return whether it is released now */
    boolean approve(ApproveAccrual order, CloseOpened here, boolean signed) {
        if (released != null && released.number() == order.number() && approvers.contains(order.by())) {
            return false;
        }
        refuseWhenTooLate(signed);
        AccrualPrepared of = waiting(order.number());
        Refused.when(
                !of.contentHash().equals(order.contentHash()),
                "accrual-not-current",
                "The accrual you were shown is not the one that waits.");
        Refused.when(
                of.by().equals(order.by()),
                "preparer-may-not-approve",
                "You have prepared the accrual; it takes somebody else to approve it.");
        if (approvers.contains(order.by())) {
            return false;
        }
        Money amount = amount(of.shippers());
        boolean enough = approvers.size() + 1 >= needed(here, amount);
        Refused.when(
                enough && !reached && !AmountLimit.reaches(order.limit(), amount),
                "above-limit",
                "The accrual is about " + amount + ", above your limit of " + order.limit()
                        + ": it takes an approver whose limit reaches it.",
                Map.of("amount", amount.toString(), "limit", String.valueOf(order.limit())));
        apply(new AccrualApproved(order.closeId(), order.number(), of.contentHash(), order.by(), order.limit()));
        if (enough) {
            apply(new AccrualReleased(
                    order.closeId(),
                    of.number(),
                    order.closeId().period().next(),
                    of.shippers(),
                    of.accounts(),
                    of.contentHash(),
                    People.union(List.of(of.by()), approvers)));
        }
        return enough;
    }

    /** One approver, two from the amount of the terms on. */
    private static int needed(CloseOpened here, Money amount) {
        CloseTerms terms = here.terms() == null ? CloseTerms.standard() : here.terms();
        return terms.takesChief(amount) ? 2 : 1;
    }

    void discard(DiscardAccrual order) {
        if (pending == null && order.number() <= last && (released == null || released.number() != order.number())) {
            return; // it is gone already
        }
        Refused.when(
                released != null && released.number() == order.number(),
                "accrual-released",
                "The accrual is released: it is taken back by its reversal in " + period() + ".");
        waiting(order.number());
        apply(new AccrualDiscarded(order.closeId(), order.number(), order.reason(), order.by()));
    }

    void fail(FailAccrual order) {
        if (released != null && released.number() == order.number()) {
            apply(new AccrualFailed(order.closeId(), order.number(), order.sentence()));
        }
    }

    /** What was accrued beside what the statements come to; nothing where nothing was accrued. */
    void trueUp(CloseId closeId, int attempt, Collection<StatementAdded> statements) {
        AccrualReleased of = released;
        if (of == null) {
            return;
        }
        Map<String, StatementAdded> actual = new TreeMap<>();
        statements.forEach(s -> actual.put(s.shipper().value(), s));
        Map<String, AccruedShipper> accrued = new TreeMap<>();
        of.shippers().forEach(a -> accrued.put(a.shipper().value(), a));
        List<TruedUpShipper> shippers = Stream.concat(actual.keySet().stream(), accrued.keySet().stream())
                .sorted()
                .distinct()
                .map(shipper -> trueUp(new ShipperId(shipper), accrued.get(shipper), actual.get(shipper)))
                .toList();
        apply(new AccrualTrueUpCalculated(closeId, attempt, of.number(), shippers));
    }

    /** A currency that nobody accrued in is that of the statement. */
    private static TruedUpShipper trueUp(
            ShipperId shipper, @Nullable AccruedShipper accrued, @Nullable StatementAdded actual) {
        AccrualTotals came = actual == null ? null : AccrualTotals.of(actual.totals());
        AccrualTotals booked = accrued == null ? null : accrued.totals();
        String currency = came == null ? Objects.requireNonNull(booked).currency() : came.currency();
        return TruedUpShipper.of(
                shipper,
                booked == null ? AccrualTotals.none(currency) : booked,
                came == null ? AccrualTotals.none(currency) : came);
    }

    /** Where the close's journal is booked: beside the reversal, if there is one; null for its own period. */
    @Nullable AccountingPeriod bookIn() {
        return released == null ? null : released.reversedIn();
    }

    private String period() {
        return String.valueOf(bookIn());
    }

    private void refuseWhenTooLate(boolean signed) {
        Refused.when(signed, "being-signed", "The close's pack is being signed: its own journal books the month.");
        Refused.when(
                released != null,
                "accrual-released",
                "An accrual is released already; it is taken back in " + period() + ".");
    }

    private AccrualPrepared waiting(int number) {
        if (pending == null || pending.number() != number) {
            throw new Refused("accrual-not-current", "No accrual of number " + number + " waits.");
        }
        return pending;
    }

    /** Purchases and sales of all shippers together: what the limits are about. */
    private static Money amount(List<AccruedShipper> shippers) {
        return shippers.stream()
                .map(of -> abs(of.totals().purchases()).plus(abs(of.totals().sales())))
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static Money abs(Money money) {
        return money.amount().signum() < 0 ? money.negate() : money;
    }

    private static Sha256 hash(CloseId closeId, List<AccruedShipper> shippers) {
        Stream<String> lines = shippers.stream()
                .map(of -> String.join(
                        "|",
                        "accrued",
                        of.shipper().value(),
                        of.totals().receipts().kwh().toPlainString(),
                        of.totals().purchases().toString(),
                        of.totals().deliveries().kwh().toPlainString(),
                        of.totals().sales().toString(),
                        Integer.toString(of.measured()),
                        Integer.toString(of.estimated()),
                        of.byHand() == null ? "" : Sha256.of(of.byHand()).hex()));
        return Sha256.ofLines(
                Stream.concat(lines, Stream.of("close|" + closeId.value())).toList());
    }

    void remember(AccrualPrepared event) {
        pending = event;
        last = event.number();
        forget();
    }

    void remember(AccrualApproved event) {
        approvers.add(event.by());
        AccrualPrepared of = pending;
        reached |= of != null && AmountLimit.reaches(event.limit(), amount(of.shippers()));
    }

    void remember(AccrualReleased event) {
        released = event;
        pending = null;
    }

    void remember(AccrualDiscarded event) {
        pending = null;
        forget();
    }

    void remember(AccrualFailed event) {
        released = null;
        forget();
    }

    /** Whether one was ever proposed: the close is no longer a mistake that can be taken back. */
    boolean hasBegun() {
        return pending != null || released != null;
    }

    private void forget() {
        approvers.clear();
        reached = false;
    }
}
