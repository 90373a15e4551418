package io.tallybook.saga.area;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Freezes the meter months of one area for one attempt of a close and turns each answer at once into an input of balance and
 * allocation. It relays, it does not collect: it remembers which points flow and which have answered, and reads the points'
 * names from the log when it needs them again.
 */
@ProcessingGroup(AreaClose.PROCESSOR)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class AreaClose {
    static final String PROCESSOR = "process-area-close";
    static final String NAME = "area-close";

    private @Nullable AreaId area;
    private @Nullable CloseId closeId;
    private int attempt;
    private CloseStep step = CloseStep.COMPLETENESS;
    private int points;
    private long[] flow = {};
    private long[] frozen = {};

    @StartSaga
    @SagaEventHandler(associationProperty = "areaAttempt", associationResolver = AreaAttempt.class)
    void on(AreaRosterPinned e, EventMessage<?> message, Orders orders) {
        if (closeId != null) {
            return; // the roster pinned again: everything it would start has been accepted
        }
        Errand errand = orders.because(message, NAME);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.ALLOCATE, AreaOrders.opening(e, errand));
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.FREEZE, AreaOrders.freezing(e, errand));
        SagaLifecycle.associateWith("closeId", e.closeId().toString());
        area = e.area();
        closeId = e.closeId();
        attempt = e.attempt();
        points = e.points().size();
        flow = AreaOrders.flowing(e).toLongArray();
    }

    /** Every run of the area hears of every contract, of those without a share there too: so it knows when it has all. */
    @SagaEventHandler(associationProperty = "areaAttempt", associationResolver = AreaAttempt.class)
    void on(ContractPinned e, EventMessage<?> message, Orders orders, Rosters rosters) {
        Errand errand = orders.because(message, NAME);
        AreaRosterPinned roster = rosters.of(e.area(), e.closeId(), e.attempt());
        var shares = AreaOrders.flowPoints(roster)
                .map(point -> AreaOrders.shares(e, point, errand))
                .toList();
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.ALLOCATE, shares);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.ALLOCATE, AreaOrders.pinning(e, roster, errand));
    }

    /** Where a method looks at nominations its run hears of them, also that there are none. */
    @SagaEventHandler(associationProperty = "areaAttempt", associationResolver = AreaAttempt.class)
    void on(NominationsPinned e, EventMessage<?> message, Orders orders) {
        if (!e.allocates()) {
            return; // taken to settle imbalances only
        }
        Errand errand = orders.because(message, NAME);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.ALLOCATE, AreaOrders.nominations(e, errand));
    }

    @SagaEventHandler(associationProperty = "areaAttempt", associationResolver = AreaAttempt.class)
    void on(MeterMonthReady e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        Command freeze = new FreezeMeterMonth(
                e.month(), e.closeId(), e.attempt(), e.area(), e.rosterIndex(), e.rule(), errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.FREEZE, freeze);
    }

    @SagaEventHandler(associationProperty = "areaAttempt", associationResolver = AreaAttempt.class)
    void on(MeterMonthFrozen e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        List<Command> inputs = new ArrayList<>();
        inputs.add(AreaOrders.balanceInput(e, errand));
        if (BitSet.valueOf(flow).get(e.rosterIndex())) {
            inputs.add(AreaOrders.allocationInput(e, errand));
        }
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.BALANCE, inputs);
        remember(e.rosterIndex());
    }

    /** A newer attempt takes over: this one's runs are superseded and it hears nothing more. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(ResultsInvalidated e, EventMessage<?> message, Orders orders, Rosters rosters) {
        if (e.attempt() <= attempt || area == null) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        AreaRosterPinned roster = rosters.of(area, e.closeId(), attempt);
        var superseded = AreaOrders.superseding(roster, e.attempt(), e.reason(), errand);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.ALLOCATE, superseded);
        SagaLifecycle.end();
    }

    /** The cut-off is taken back: runs are superseded by those to come, and every point takes figures again. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(CutoffReopened e, EventMessage<?> message, Orders orders, Rosters rosters) {
        if (e.attempt() <= attempt || area == null) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        AreaRosterPinned roster = rosters.of(area, e.closeId(), attempt);
        var superseded = AreaOrders.superseding(roster, e.attempt(), e.reason(), errand);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.ALLOCATE, superseded);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.FREEZE, AreaOrders.thawing(roster, e.attempt(), errand));
        SagaLifecycle.end();
    }

    /** The figures are signed: the months close with the configuration they were taken by, late facts become adjustments. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(ApprovalsComplete e, EventMessage<?> message, Orders orders, Rosters rosters) {
        if (e.attempt() == attempt && area != null) {
            Errand errand = orders.because(message, NAME);
            AreaRosterPinned roster = rosters.of(area, e.closeId(), attempt);
            var closing = AreaOrders.closing(roster, rosters.terms(roster), errand);
            errand.giveFor(e.closeId(), e.attempt(), CloseStep.APPROVE, closing);
        }
        SagaLifecycle.end();
    }

    private void remember(int rosterIndex) {
        BitSet answered = BitSet.valueOf(frozen);
        answered.set(rosterIndex);
        frozen = answered.toLongArray();
        step = answered.cardinality() == points ? CloseStep.BALANCE : CloseStep.FREEZE;
    }
}
