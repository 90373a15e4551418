package io.tallybook.messages.balance;

import io.tallybook.messages.Energy;
import org.jspecify.annotations.Nullable;

/** A month's balance in kWh; fields as in {@link BalanceDay}. */
public record BalanceTotal(
        Energy receipts,
        Energy deliveries,
        @Nullable Energy fuel,
        Energy storageChange,
        Energy unaccounted,
        Energy tolerance) {
    /** No fuel is written as nothing, as it was before there were points of fuel. */
    public BalanceTotal {
        fuel = fuel == null || fuel.signum() == 0 ? null : fuel;
    }

    /** Without fuel. */
    public BalanceTotal(
            Energy receipts, Energy deliveries, Energy storageChange, Energy unaccounted, Energy tolerance) {
        this(receipts, deliveries, null, storageChange, unaccounted, tolerance);
    }

    /** Fuel; zero where there was none. */
    public Energy burnt() {
        return fuel == null ? Energy.ZERO : fuel;
    }

    public boolean withinTolerance() {
        return unaccounted.abs().compareTo(tolerance) <= 0;
    }
}
