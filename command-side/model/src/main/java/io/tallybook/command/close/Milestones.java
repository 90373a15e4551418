package io.tallybook.command.close;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CertificationRule;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.AreaBalanceAdded;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.FrozenAreaAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.MonthBalanced;
import io.tallybook.messages.close.CloseCycleEvent.MonthFrozen;
import io.tallybook.messages.close.CloseCycleEvent.MonthReviewed;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseCycleEvent.StepCertified;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which milestones an attempt has reached, and which one its inputs make due next. */
final class Milestones {
    /** Subject of the blocker when statements do not hold what was measured. */
    static final String CONTROL_TOTAL = "control-total";

    private final Set<Class<?>> reached = new HashSet<>();
    private boolean controlFailed;

    void reach(CloseCycleEvent milestone) {
        reached.add(milestone.getClass());
    }

    /** What is allocated is not what was measured: only a new attempt can cure it. */
    void failControl() {
        controlFailed = true;
    }

    boolean has(Class<? extends CloseCycleEvent> milestone) {
        return reached.contains(milestone);
    }

    /** The next milestone that is due, if any: applied and asked again until nothing is. */
    Optional<CloseCycleEvent> next(CloseId closeId, int attempt, PackInputs inputs, List<PersonId> contributors) {
        RosterAdded roster = inputs.roster();
        JournalAdded journal = inputs.journal();
        if (roster != null && inputs.hasAllContracts() && !has(ContractsComplete.class)) {
            return Optional.of(
                    new ContractsComplete(closeId, attempt, roster.accounts(), inputs.shippers(), inputs.seriesUses()));
        }
        if (inputs.isFrozen() && !has(MonthFrozen.class)) {
            return Optional.of(frozen(closeId, attempt, inputs));
        }
        if (inputs.isBalanced() && !has(MonthBalanced.class)) {
            int explained = inputs.allBalances().stream()
                    .mapToInt(AreaBalanceAdded::explained)
                    .sum();
            return Optional.of(new MonthBalanced(closeId, attempt, inputs.balanced(), explained));
        }
        if (has(MonthBalanced.class) && inputs.hasAllStatements() && !has(MonthValued.class) && !controlFailed) {
            return Optional.of(valued(closeId, attempt, inputs));
        }
        if (has(MonthValued.class) && inputs.hasAllReviews() && !has(MonthReviewed.class)) {
            return Optional.of(new MonthReviewed(closeId, attempt, inputs.contracts(), inputs.flagged()));
        }
        boolean whole = has(MonthFrozen.class) && has(MonthReviewed.class) && !has(PackReady.class);
        return whole && journal != null
                ? Optional.of(new PackReady(closeId, attempt, inputs.packHash(closeId, journal), contributors))
                : Optional.empty();
    }

    /** What a milestone just reached certifies without anybody's word. */
    static Optional<StepCertified> certified(CloseCycleEvent milestone, PackInputs inputs) {
        return switch (milestone) {
            case MonthFrozen e
            when inputs.isFrozenWithoutAHand() ->
                certified(e.closeId(), e.attempt(), CertificationRule.NOTHING_BY_HAND, e.points());
            case MonthBalanced e
            when e.explained() == 0 ->
                certified(
                        e.closeId(),
                        e.attempt(),
                        CertificationRule.BALANCE_WITHIN_TOLERANCE,
                        inputs.allBalances().size());
            case MonthValued e -> certified(e.closeId(), e.attempt(), CertificationRule.STATEMENTS_TIE, e.statements());
            case MonthReviewed e
            when e.flagged() == 0 -> certified(e.closeId(), e.attempt(), CertificationRule.NO_VARIANCE, e.contracts());
            default -> Optional.empty();
        };
    }

    private static Optional<StepCertified> certified(CloseId closeId, int attempt, CertificationRule rule, int items) {
        return Optional.of(new StepCertified(closeId, attempt, rule, rule.version(), items));
    }

    private static MonthFrozen frozen(CloseId closeId, int attempt, PackInputs inputs) {
        var areas = inputs.allFrozen();
        return new MonthFrozen(
                closeId,
                attempt,
                areas.size(),
                areas.stream().mapToInt(FrozenAreaAdded::points).sum(),
                areas.stream().mapToInt(FrozenAreaAdded::records).sum());
    }

    /** The control total: statements hold exactly what was measured, or the step is blocked. */
    private static CloseCycleEvent valued(CloseId closeId, int attempt, PackInputs inputs) {
        Energy receipts = inputs.balanced().receipts();
        Energy deliveries = inputs.balanced().deliveries();
        Energy bought = inputs.stated(StatementTotals::receipts);
        Energy sold = inputs.stated(StatementTotals::deliveries);
        if (!bought.equals(receipts) || !sold.equals(deliveries)) {
            return new BlockerReported(
                    closeId,
                    attempt,
                    CloseStep.ALLOCATE,
                    CONTROL_TOTAL,
                    "Statements hold receipts of " + bought + " and deliveries of " + sold + ", measured were "
                            + receipts + " and " + deliveries + ".");
        }
        List<StatementTotals> all =
                inputs.allStatements().stream().map(StatementAdded::totals).toList();
        List<String> currencies =
                all.stream().map(t -> t.sales().currency()).distinct().toList();
        return currencies.size() > 1
                ? new BlockerReported(
                        closeId,
                        attempt,
                        CloseStep.VALUE,
                        CONTROL_TOTAL,
                        "A month is in one currency, its statements are in " + currencies + ".")
                : new MonthValued(closeId, attempt, all.size(), totals(all, currencies));
    }

    private static StatementTotals totals(List<StatementTotals> all, List<String> currencies) {
        String currency = currencies.isEmpty() ? Money.NO_CURRENCY : currencies.getFirst();
        BigDecimal none = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        return all.stream()
                .reduce(
                        new StatementTotals(
                                Energy.ZERO, none, Money.zero(currency), Energy.ZERO, none, Money.zero(currency)),
                        Milestones::plus);
    }

    private static StatementTotals plus(StatementTotals a, StatementTotals b) {
        return new StatementTotals(
                a.receipts().plus(b.receipts()),
                a.receiptsMmbtu().add(b.receiptsMmbtu()),
                a.purchases().plus(b.purchases()),
                a.deliveries().plus(b.deliveries()),
                a.deliveriesMmbtu().add(b.deliveriesMmbtu()),
                a.sales().plus(b.sales()));
    }
}
