package io.tallybook.eventlog;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import org.jspecify.annotations.Nullable;

/**
 * What an order touches.
 *
 * @param from the first gas day; null for the period that is open, or where the place knows it better
 */
record Touched(Place place, @Nullable GasDay from) {
    /** Where; which close group that is, the log says. */
    sealed interface Place {}

    record OfGroup(CloseGroup group) implements Place {}

    record OfNetwork(NetworkId network) implements Place {}

    record OfArea(AreaId area) implements Place {}

    record OfPoint(PointId point) implements Place {}

    record OfContract(ContractId contract) implements Place {}

    /** A dead letter is of the month its row named, if it named one. */
    record OfDeadLetter(DeadLetterId deadLetter) implements Place {}

    static Touched since(Place place, AccountingPeriod period) {
        return new Touched(place, period.firstDay());
    }

    static Touched openPeriod(Place place) {
        return new Touched(place, null);
    }
}
