package io.tallybook.messages.journal;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import org.jspecify.annotations.Nullable;

/**
 * One line; exactly one of debit and credit is not zero unless both are.
 *
 * @param line from 1
 * @param energy the quantity behind the amount, kWh ≥ 0; of an adjustment the signed difference
 * @param adjusts what an adjustment's line adjusts, null for a line of a close
 */
public record JournalLine(
        int line,
        AccountUse use,
        Account account,
        ShipperId shipper,
        Direction direction,
        Energy energy,
        Money debit,
        Money credit,
        @Nullable AdjustedLine adjusts) {
    /** A line of a close. */
    public JournalLine(
            int line,
            AccountUse use,
            Account account,
            ShipperId shipper,
            Direction direction,
            Energy energy,
            Money debit,
            Money credit) {
        this(line, use, account, shipper, direction, energy, debit, credit, null);
    }
}
