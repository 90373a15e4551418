package io.tallybook.messages.adjustment;

import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementTotals;

/** What a package adds to one shipper's production month: differences, at that month's prices and shares. */
public record MonthEffect(CloseId closeId, ShipperId shipper, StatementTotals difference) {}
