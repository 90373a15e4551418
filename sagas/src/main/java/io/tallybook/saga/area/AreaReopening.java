package io.tallybook.saga.area;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.saga.orders.Errand;
import java.util.List;

/** What opening a locked month again orders in an area, by the roster of the attempt that stood. */
public final class AreaReopening {
    private final Rosters rosters;

    public AreaReopening(Rosters rosters) {
        this.rosters = rosters;
    }

    /** The runs of that attempt no longer stand; the next attempt's take their place. */
    public List<Command> superseding(AreaId area, CloseReopened e, Errand errand) {
        return AreaOrders.superseding(roster(area, e), e.attempt(), e.reason(), errand);
    }

    /** Months, configuration, terms and nominations of the area may change again. */
    public List<Command> opening(AreaId area, CloseReopened e, Errand errand) {
        AreaRosterPinned roster = roster(area, e);
        return AreaOrders.reopening(roster, rosters.terms(roster), e.revision(), errand);
    }

    private AreaRosterPinned roster(AreaId area, CloseReopened e) {
        return rosters.of(area, e.closeId(), e.undone());
    }
}
