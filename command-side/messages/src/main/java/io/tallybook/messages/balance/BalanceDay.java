package io.tallybook.messages.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import org.jspecify.annotations.Nullable;

/**
 * One day of a balance, kWh.
 *
 * @param fuel −(published value of fuel points): positive when the system burnt, flared or vented gas itself; null when it did not
 * @param storageChange −(published value of storage and linepack): positive when gas went into storage or pipes
 * @param unaccounted receipts − deliveries − fuel − storage change
 * @param tolerance the larger of percent of receipts and floor
 */
public record BalanceDay(
        GasDay day,
        Energy receipts,
        Energy deliveries,
        @Nullable Energy fuel,
        Energy storageChange,
        Energy unaccounted,
        Energy tolerance) {
    /** No fuel is written as nothing, as it was before there were points of fuel. */
    public BalanceDay {
        fuel = fuel == null || fuel.signum() == 0 ? null : fuel;
    }

    /** Without fuel. */
    public BalanceDay(
            GasDay day,
            Energy receipts,
            Energy deliveries,
            Energy storageChange,
            Energy unaccounted,
            Energy tolerance) {
        this(day, receipts, deliveries, null, storageChange, unaccounted, tolerance);
    }

    /** Fuel; zero where there was none. */
    public Energy burnt() {
        return fuel == null ? Energy.ZERO : fuel;
    }

    public boolean withinTolerance() {
        return unaccounted.abs().compareTo(tolerance) <= 0;
    }
}
