package io.tallybook.messages.cashout;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The month's imbalance of one contract at one point, one way, settled.
 *
 * @param allocated the month's, may be negative where the contract's rule allows it
 * @param scheduled the month's nominations; a day without one counts zero
 * @param imbalance allocated less scheduled, never zero: positive where more was allocated than scheduled
 * @param percent the size of the imbalance in percent of what was allocated, half-up at 4 decimals; null where nothing or less
 *     was allocated, then all of it is in the last band
 * @param lines the bands it reaches, in order; their energies add up to the size of the imbalance exactly
 */
public record CashedOut(
        Direction direction,
        Energy allocated,
        Energy scheduled,
        Energy imbalance,
        @Nullable BigDecimal percent,
        CashOutSide side,
        List<CashOutLine> lines) {
    public CashedOut {
        lines = List.copyOf(lines);
    }
}
