package io.tallybook.command.balance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A balance's figures: one line per gas day of the period, and the month as their sum. */
record Figures(List<BalanceDay> days, BalanceTotal month) {
    static Figures of(AccountingPeriod period, BalanceAttempt attempt) {
        List<BalanceDay> days =
                period.days().stream().map(day -> dayOf(day, attempt)).toList();
        Energy receipts = sum(days, BalanceDay::receipts);
        Tolerance tolerance = attempt.tolerance();
        return new Figures(
                days,
                new BalanceTotal(
                        receipts,
                        sum(days, BalanceDay::deliveries),
                        sum(days, BalanceDay::burnt),
                        sum(days, BalanceDay::storageChange),
                        sum(days, BalanceDay::unaccounted),
                        allowed(tolerance.monthPercent(), receipts, tolerance.floor())));
    }

    /** The unaccounted figure that must be explained there, if any; no day means the month. */
    Optional<Energy> outOfTolerance(@Nullable GasDay day) {
        if (day == null) {
            return month.withinTolerance() ? Optional.empty() : Optional.of(month.unaccounted());
        }
        return days.stream()
                .filter(d -> d.day().equals(day) && !d.withinTolerance())
                .map(BalanceDay::unaccounted)
                .findAny();
    }

    /** Canonical lines of every figure. */
    Stream<String> lines() {
        Stream<String> each = days.stream()
                .map(d -> line(
                        d.day().value(),
                        d.burnt(),
                        d.receipts(),
                        d.deliveries(),
                        d.storageChange(),
                        d.unaccounted(),
                        d.tolerance()));
        return Stream.concat(
                each,
                Stream.of(line(
                        "month",
                        month.burnt(),
                        month.receipts(),
                        month.deliveries(),
                        month.storageChange(),
                        month.unaccounted(),
                        month.tolerance())));
    }

    private static BalanceDay dayOf(GasDay day, BalanceAttempt attempt) {
        List<DayTotal> flows = attempt.totals(PointRole.FLOW::equals, day);
        Energy receipts = sum(flows, DayTotal::receipt);
        Energy deliveries = sum(flows, DayTotal::delivery);
        // −(published signed value): what such a point takes out of the system is gas burnt, or put into storage or
        // pipes
        Energy fuel =
                sum(attempt.totals(PointRole.FUEL::equals, day), t -> t.signed().negate());
        Energy storageChange =
                sum(attempt.totals(PointRole::keeps, day), t -> t.signed().negate());
        Tolerance tolerance = attempt.tolerance();
        return new BalanceDay(
                day,
                receipts,
                deliveries,
                fuel,
                storageChange,
                receipts.minus(deliveries).minus(fuel).minus(storageChange),
                allowed(tolerance.dayPercent(), receipts, tolerance.floor()));
    }

    private static Energy allowed(BigDecimal percent, Energy receipts, Energy floor) {
        // exact before the one rounding: a percentage is two places
        BigDecimal share = percent.multiply(receipts.kwh()).movePointLeft(2);
        Energy allowed = new Energy(share.setScale(6, RoundingMode.HALF_UP));
        return allowed.compareTo(floor) >= 0 ? allowed : floor;
    }

    private static <T> Energy sum(List<T> items, Function<T, Energy> figure) {
        return items.stream().map(figure).reduce(Energy.ZERO, Energy::plus);
    }

    /** Without fuel the line is what it was before there were fuel points, and so is the hash of an older month. */
    private static String line(String name, Energy fuel, Energy... figures) {
        String burnt = fuel.signum() == 0 ? "" : "|fuel " + fuel.kwh().toPlainString();
        return name + "|"
                + String.join(
                        "|",
                        Stream.of(figures).map(e -> e.kwh().toPlainString()).toList())
                + burnt;
    }
}
