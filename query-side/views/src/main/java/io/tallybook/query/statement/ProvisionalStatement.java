package io.tallybook.query.statement;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.statement.StatementTotals;

/**
 * A shipper's open month so far at the prices known, preliminary ones included: an indication, never a figure to book.
 *
 * @param unpriced kWh for which no price is known yet; not in the totals' money
 * @param through last gas day that has records
 */
public record ProvisionalStatement(
        ShipperId shipper, String shipperName, StatementTotals totals, Energy unpriced, GasDay through) {}
