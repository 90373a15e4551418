package io.tallybook.messages.balance;

import io.tallybook.messages.Energy;

/** A month's balance in kWh; fields as in {@link BalanceDay}. */
public record BalanceTotal(
        Energy receipts, Energy deliveries, Energy storageChange, Energy unaccounted, Energy tolerance) {
    public boolean withinTolerance() {
        return unaccounted.abs().compareTo(tolerance) <= 0;
    }
}
