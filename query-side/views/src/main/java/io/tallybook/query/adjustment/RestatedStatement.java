package io.tallybook.query.adjustment;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import java.util.List;

/**
 * A shipper's statement of a closed month with what was restated since (NAESB WGQ 2.3.14); the issued one stays as it is.
 *
 * @param revision 1 is the issued statement; each booked package that restates it is one more
 * @param packages the booked packages in it, in the order they were booked
 * @param days every gas day and direction that had or has a quantity
 * @param months the same by direction: sums of the days
 */
public record RestatedStatement(
        CloseId closeId,
        ShipperId shipper,
        int revision,
        List<PackageId> packages,
        List<Day> days,
        List<Month> months) {

    /** The total of a gas day one way. */
    public record Day(
            GasDay day,
            Direction direction,
            Energy closed,
            Energy restated,
            Money amountClosed,
            Money amountRestated) {}

    /** The total of the month one way. */
    public record Month(
            Direction direction, Energy closed, Energy restated, Money amountClosed, Money amountRestated) {}
}
