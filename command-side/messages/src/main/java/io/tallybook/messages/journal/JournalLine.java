package io.tallybook.messages.journal;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;

/**
 * One line; exactly one of debit and credit is not zero unless both are.
 *
 * @param line from 1
 * @param energy the quantity behind the amount, kWh ≥ 0
 */
public record JournalLine(
        int line,
        AccountUse use,
        Account account,
        ShipperId shipper,
        Direction direction,
        Energy energy,
        Money debit,
        Money credit) {}
