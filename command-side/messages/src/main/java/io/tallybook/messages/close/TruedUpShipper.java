package io.tallybook.messages.close;

import io.tallybook.messages.ShipperId;
import io.tallybook.messages.statement.StatementTotals;

/**
 * What was accrued for a shipper beside what the close came to. The true-up is the second less the first.
 *
 * @param accrued zero where nothing was accrued
 * @param actual zero where the shipper has no statement
 */
public record TruedUpShipper(ShipperId shipper, StatementTotals accrued, StatementTotals actual) {}
