package io.tallybook.messages.statement;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import java.math.BigDecimal;

/** Sums of a statement's lines. Receipts are bought from the shipper, deliveries sold to it. */
public record StatementTotals(
        Energy receipts,
        BigDecimal receiptsMmbtu,
        Money purchases,
        Energy deliveries,
        BigDecimal deliveriesMmbtu,
        Money sales) {}
