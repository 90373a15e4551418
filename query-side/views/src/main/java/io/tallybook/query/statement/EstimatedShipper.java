package io.tallybook.query.statement;

import io.tallybook.messages.Energy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.statement.StatementTotals;

/**
 * What a month will come to for a shipper, by estimate.
 *
 * @param measured gas days at points that are recorded in full
 * @param estimated gas days at points for which the mean of the measured ones stands
 * @param unpriced kWh for which no price of the last 31 days is known; not in the totals' money
 */
public record EstimatedShipper(
        ShipperId shipper, String shipperName, StatementTotals totals, int measured, int estimated, Energy unpriced) {}
