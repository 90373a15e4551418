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
 * @param reverses the line a reversal's line takes back, else null; the log holds it once for the batch, in
 *     {@link JournalBatchEvent.JournalPostingRequested}
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
        @Nullable AdjustedLine adjusts,
        @Nullable ReversedLine reverses) {
    /** A line that takes nothing back. */
    public JournalLine(
            int line,
            AccountUse use,
            Account account,
            ShipperId shipper,
            Direction direction,
            Energy energy,
            Money debit,
            Money credit,
            @Nullable AdjustedLine adjusts) {
        this(line, use, account, shipper, direction, energy, debit, credit, adjusts, null);
    }

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

    /** The same line, naming the one it takes back. */
    JournalLine reversing(PostingKey key) {
        return new JournalLine(
                line, use, account, shipper, direction, energy, debit, credit, adjusts, new ReversedLine(key, line));
    }
}
