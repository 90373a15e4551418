package io.tallybook.messages.cashout;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import java.math.BigDecimal;

/**
 * What one band comes to.
 *
 * @param energy the part of the imbalance in it, above zero
 * @param mmbtu from the unrounded kWh, half-up, 6 decimals
 * @param amount reference price × factor × quantity from the unrounded kWh, half-up once, 2 decimals
 */
public record CashOutLine(CashOutTier tier, Energy energy, BigDecimal mmbtu, Money amount) {}
