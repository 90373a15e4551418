package io.tallybook.messages.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;

/**
 * One day of a balance, kWh.
 *
 * @param storageChange −(published storage value): positive when gas went into storage
 * @param unaccounted receipts − deliveries − storage change
 * @param tolerance the larger of percent of receipts and floor
 */
public record BalanceDay(
        GasDay day, Energy receipts, Energy deliveries, Energy storageChange, Energy unaccounted, Energy tolerance) {
    public boolean withinTolerance() {
        return unaccounted.abs().compareTo(tolerance) <= 0;
    }
}
