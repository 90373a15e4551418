package io.tallybook.query.nomination;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.query.nomination.ImbalanceView.ImbalanceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Imbalance = allocated − nominated, day by day, carried from month to month (domain/close.md); what a statement has cashed out
 * is not carried on (ADR 23), and what adjustments changed of a nominated month counts from the period they are booked in.
 */
record Imbalance(ContractId contract, PointId point, Direction direction) {
    ImbalanceView of(
            AccountingPeriod period,
            Map<AccountingPeriod, NominatedMonth> nominated,
            Map<AccountingPeriod, AllocatedMonth> allocated,
            Settled settled) {
        Energy earlier = nominated.entrySet().stream()
                .filter(e -> e.getKey().compareTo(period) < 0 && e.getValue().isNominated(direction))
                .map(e -> month(e.getKey(), e.getValue(), allocated.get(e.getKey()))
                        .minus(settled.of(contract, e.getKey(), direction)))
                .reduce(Energy.ZERO, Energy::plus);
        Energy begun = takesOpening(nominated) ? earlier.plus(settled.opening(contract, direction)) : earlier;
        Predicate<AccountingPeriod> ever = month -> isNominated(nominated.get(month));
        Energy carried =
                begun.plus(settled.adjusted(contract, direction, ever, booked -> booked.compareTo(period) < 0));
        NominatedMonth now = Objects.requireNonNull(nominated.get(period));
        AllocatedMonth run = allocated.get(period);
        return new ImbalanceView(
                contract,
                point,
                direction,
                run == null ? null : run.run(),
                carried,
                month(period, now, run),
                settled.adjusted(contract, direction, ever, period::equals),
                settled.of(contract, period, direction),
                days(period, now, run, carried));
    }

    private boolean isNominated(@Nullable NominatedMonth month) {
        return month != null && month.isNominated(direction);
    }

    /** What the books began with says no way: it goes to receipts where any were nominated, else to deliveries. */
    private boolean takesOpening(Map<AccountingPeriod, NominatedMonth> nominated) {
        boolean receipts = nominated.values().stream().anyMatch(month -> month.isNominated(Direction.RECEIPT));
        return (direction == Direction.RECEIPT) == receipts;
    }

    private Energy month(AccountingPeriod period, NominatedMonth nominated, @Nullable AllocatedMonth allocated) {
        return allocated == null
                ? Energy.ZERO
                : period.days().stream()
                        .map(day -> imbalance(day, nominated, allocated))
                        .reduce(Energy.ZERO, Energy::plus);
    }

    private Energy imbalance(GasDay day, NominatedMonth nominated, AllocatedMonth allocated) {
        return allocated.of(contract, day, direction).minus(nominated.nominated(day, direction));
    }

    private List<ImbalanceDay> days(
            AccountingPeriod period, NominatedMonth nominated, @Nullable AllocatedMonth allocated, Energy carried) {
        List<ImbalanceDay> days = new ArrayList<>();
        Energy cumulated = carried;
        for (GasDay day : period.days()) {
            Energy said = nominated.nominated(day, direction);
            Energy operator = nominated.operatorValue(day, direction);
            if (allocated == null) {
                days.add(new ImbalanceDay(day, said, operator, null, null, null));
                continue;
            }
            Energy imbalance = imbalance(day, nominated, allocated);
            cumulated = cumulated.plus(imbalance);
            days.add(new ImbalanceDay(
                    day, said, operator, allocated.of(contract, day, direction), imbalance, cumulated));
        }
        return days;
    }
}
