package io.tallybook.saga.workpapers;

import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.WorkpapersCommand.CarryNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.RollForward;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointRolledForward;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Brings unresolved review points of a month that has locked into the next (ADR 22). */
@DisallowReplay
@ProcessingGroup(WorkpapersRelay.PROCESSOR)
class WorkpapersRelay {
    static final String PROCESSOR = "relay-workpapers";

    private static final String NAME = "workpapers";
    private final Orders orders;

    WorkpapersRelay(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(PeriodLocked e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        WorkpapersId papers = WorkpapersId.of(CloseId.of(e.group(), e.period()));
        errand.give(new RollForward(papers, e.chainHash(), errand.at()));
    }

    @EventHandler
    void on(ReviewPointRolledForward e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new CarryNote(
                e.next(), e.papers(), e.note(), e.subject(), e.text(), e.assignee(), e.author(), errand.at()));
    }
}
