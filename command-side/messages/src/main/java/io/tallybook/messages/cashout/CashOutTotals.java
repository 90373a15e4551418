package io.tallybook.messages.cashout;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;

/**
 * Sums of a statement's cash-out lines, by who owes; the sides are not netted.
 *
 * @param dueShipper kWh ≥ 0 of over-supply, for which the shipper is owed {@code payable}
 * @param duePipeline kWh ≥ 0 of under-supply, for which the shipper owes {@code receivable}
 */
public record CashOutTotals(Energy dueShipper, Money payable, Energy duePipeline, Money receivable) {}
