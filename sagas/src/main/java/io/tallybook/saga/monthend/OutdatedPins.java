package io.tallybook.saga.monthend;

import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableOutdated;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.contract.ContractEvent.ContractTermsOutdated;
import io.tallybook.messages.journal.AccountMapEvent.AccountsOutdated;
import io.tallybook.messages.network.AreaEvent.AreaRosterOutdated;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsOutdated;
import io.tallybook.saga.orders.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Tells a close that what it was given has changed since: roster, terms, nominations, cash-out table or accounts. */
@DisallowReplay
@ProcessingGroup(OutdatedPins.PROCESSOR)
class OutdatedPins {
    static final String PROCESSOR = "relay-outdated-pins";

    private static final String NAME = "outdated-pins";
    private final Orders orders;

    OutdatedPins(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(AreaRosterOutdated e, EventMessage<?> message) {
        tell(e.closeId(), e.attempt(), e.reason(), message);
    }

    @EventHandler
    void on(ContractTermsOutdated e, EventMessage<?> message) {
        tell(e.closeId(), e.attempt(), e.reason(), message);
    }

    @EventHandler
    void on(NominationsOutdated e, EventMessage<?> message) {
        tell(e.closeId(), e.attempt(), e.reason(), message);
    }

    @EventHandler
    void on(CashOutTableOutdated e, EventMessage<?> message) {
        tell(e.closeId(), e.attempt(), e.reason(), message);
    }

    @EventHandler
    void on(AccountsOutdated e, EventMessage<?> message) {
        tell(e.closeId(), e.attempt(), e.reason(), message);
    }

    @EventHandler
    void on(NewsAwaited e, EventMessage<?> message) {
        orders.because(message, NAME).confirmNoNews(e, NewsRelay.OUTDATED_PINS);
    }

    private void tell(CloseId close, int attempt, String reason, EventMessage<?> message) {
        var errand = orders.because(message, NAME);
        errand.give(new ReportStaleResult(close, attempt, reason, errand.at()));
    }
}
