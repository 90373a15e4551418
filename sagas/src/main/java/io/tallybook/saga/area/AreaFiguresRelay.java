package io.tallybook.saga.area;

import io.tallybook.messages.Command;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputsComplete;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Carries an area's totals up to the close and what was allocated to the shippers' statements. */
@DisallowReplay
@ProcessingGroup(AreaFiguresRelay.PROCESSOR)
class AreaFiguresRelay {
    static final String PROCESSOR = "relay-area-figures";

    private static final String NAME = "area-figures";
    private final Orders orders;

    AreaFiguresRelay(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(BalanceInputsComplete e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command frozen = new AddFrozenArea(
                e.closeId(),
                e.attempt(),
                e.area(),
                e.points(),
                e.records(),
                e.contentHash(),
                e.contributors(),
                errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.FREEZE, frozen);
    }

    @EventHandler
    void on(BalanceAccepted e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command balance = new AddAreaBalance(
                e.closeId(),
                e.attempt(),
                e.area(),
                e.month(),
                e.explained(),
                e.contentHash(),
                e.contributors(),
                errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.BALANCE, balance);
    }

    @EventHandler
    void on(ShareAllocated e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        int attempt = e.run().attempt();
        Command volumes = new AddAllocatedVolumes(
                StatementId.of(e.shipper(), e.closeId().period()),
                e.closeId(),
                attempt,
                e.run(),
                e.contract(),
                e.run().point(),
                e.allocationHash(),
                e.days(),
                e.contributors(),
                errand.at());
        errand.giveFor(e.closeId(), attempt, CloseStep.VALUE, volumes);
    }

    @EventHandler
    void on(AllocationFailed e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        int attempt = e.run().attempt();
        String subject = e.run().value();
        errand.give(new ReportBlocker(e.closeId(), attempt, CloseStep.ALLOCATE, subject, e.sentence(), errand.at()));
    }
}
