package io.tallybook.command.allocation;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.allocation.AllocationRunCommand.RestateAllocation;
import io.tallybook.messages.allocation.AllocationRunEvent;
import io.tallybook.messages.allocation.AllocationRunEvent.RestatementFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareRestated;
import io.tallybook.messages.metering.DayTotal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a run's contracts would have of other days: split twice by the run's own rules, as it stands and as restated. */
final class Restatement {
    private Restatement() {}

    static List<AllocationRunEvent> of(RunParts parts, List<DayTotal> given, RestateAllocation order) {
        Map<GasDay, DayTotal> closed = new HashMap<>();
        given.forEach(day -> closed.put(day.day(), day));
        MonthSplit before = parts.split(with(closed, order.days(), RestatedDay::before));
        MonthSplit after = parts.split(with(closed, order.days(), RestatedDay::after));
        if (before instanceof Obstacle no) {
            return List.of(failed(order, no));
        }
        if (after instanceof Obstacle no) {
            return List.of(failed(order, no));
        }
        MonthSplit.Days was = (MonthSplit.Days) before;
        if (was.of().isEmpty()) {
            return List.of(failed(order, new Obstacle("shares-missing", "No contract has a share of the point.")));
        }
        return shares(parts, order, was, (MonthSplit.Days) after);
    }

    /** The day as the run was given it, and the difference that stands or would stand. */
    private static List<DayTotal> with(
            Map<GasDay, DayTotal> closed, List<RestatedDay> days, Function<RestatedDay, DayTotal> difference) {
        return days.stream()
                .map(day -> {
                    DayTotal more = difference.apply(day);
                    DayTotal was = Objects.requireNonNull(closed.get(day.day()), "a closed month has every day");
                    return new DayTotal(
                            day.day(),
                            was.receipt().plus(more.receipt()),
                            was.delivery().plus(more.delivery()));
                })
                .toList();
    }

    private static List<AllocationRunEvent> shares(
            RunParts parts, RestateAllocation order, MonthSplit.Days before, MonthSplit.Days after) {
        List<AllocationRunEvent> shares = new ArrayList<>();
        before.of().forEach((contract, was) -> {
            List<DayTotal> is = Objects.requireNonNull(after.of().get(contract));
            shares.add(new ShareRestated(
                    order.run(),
                    order.closeId(),
                    order.preview(),
                    contract,
                    Objects.requireNonNull(parts.shares(contract)).shipper(),
                    before.of().size(),
                    pairs(was, is)));
        });
        return shares;
    }

    private static List<RestatedDay> pairs(List<DayTotal> was, List<DayTotal> is) {
        List<RestatedDay> pairs = new ArrayList<>();
        for (int i = 0; i < was.size(); i++) {
            pairs.add(new RestatedDay(was.get(i), is.get(i)));
        }
        return pairs;
    }

    private static RestatementFailed failed(RestateAllocation order, Obstacle no) {
        return new RestatementFailed(order.run(), order.closeId(), order.preview(), no.rule(), no.sentence());
    }
}
