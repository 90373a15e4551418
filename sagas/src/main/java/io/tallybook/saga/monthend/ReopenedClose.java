package io.tallybook.saga.monthend;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmUndone;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.InvalidateApprovals;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.UndoRetried;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.price.PriceSeriesCommand.ReopenPrices;
import io.tallybook.messages.statement.StatementCommand.VoidStatement;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.area.AreaReopening;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a locked month sent out, in the order of domain/close.md: the journal is reversed, statements are voided,
 * approvals invalidated, allocations superseded, months and configuration opened. A step that is refused stands as a blocker and
 * nothing after it is begun; a person has it gone through again, and what is done already is done no second time.
 */
@ProcessingGroup(ReopenedClose.PROCESSOR)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class ReopenedClose {
    static final String PROCESSOR = "process-reopened-close";

    private static final String NAME = "reopened-close";

    private @Nullable CloseId closeId;

    /** The month after it is held first: were that approved already, nothing may be taken back here. */
    @StartSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseReopened e, EventMessage<?> message, Orders orders, Reopened reopened) {
        closeId = e.closeId();
        begin(e, orders.because(message, NAME), reopened);
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(UndoRetried e, EventMessage<?> message, Orders orders, Reopened reopened) {
        begin(reopened.of(e.closeId(), e.revision()), orders.because(message, NAME), reopened);
    }

    private static void begin(CloseReopened e, Errand errand, Reopened reopened) {
        if (!hold(e, errand)) {
            return;
        }
        if (e.documentNumber() == null || reopened.isReversed(e)) {
            takeBack(e, errand, reopened.areas());
        } else {
            Command reverse = new ReverseJournal(
                    JournalId.ofClose(e.closeId()), e.closeId(), e.revision(), e.reason(), errand.at());
            errand.giveFor(e.closeId(), e.attempt(), CloseStep.POST, reverse);
        }
    }

    private static boolean hold(CloseReopened e, Errand errand) {
        if (e.next() == null) {
            return true;
        }
        CloseId next = CloseId.of(e.closeId().group(), e.next());
        String why = "the month before it, " + e.closeId().period() + ", is open again";
        return errand.giveFor(
                e.closeId(), e.attempt(), CloseStep.LOCK, new HoldClose(next, why, PersonId.HOUSE, errand.at()));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(JournalReversed e, EventMessage<?> message, Orders orders, Reopened reopened) {
        if (!e.journal().belongsToClose()) {
            return; // an accrual's is taken back as a matter of course
        }
        takeBack(reopened.of(e.closeId(), e.revision()), orders.because(message, NAME), reopened.areas());
    }

    /** Each step waits for the one before it: the first refusal ends it. */
    private static void takeBack(CloseReopened e, Errand errand, AreaReopening areas) {
        CloseId close = e.closeId();
        boolean done = errand.giveFor(close, e.attempt(), CloseStep.PUBLISH, statements(e, errand))
                && errand.giveFor(
                        close,
                        e.attempt(),
                        CloseStep.APPROVE,
                        new InvalidateApprovals(close, e.revision(), errand.at()))
                && errand.giveFor(
                        close, e.attempt(), CloseStep.ALLOCATE, perArea(e, area -> areas.superseding(area, e, errand)))
                && errand.giveFor(close, e.attempt(), CloseStep.VALUE, prices(e, errand))
                && errand.giveFor(
                        close, e.attempt(), CloseStep.FREEZE, perArea(e, area -> areas.opening(area, e, errand)));
        if (done) {
            errand.give(new ConfirmUndone(close, e.revision(), errand.at()));
        }
    }

    private static List<Command> perArea(CloseReopened e, Function<AreaId, List<Command>> orders) {
        return e.areas().stream().flatMap(area -> orders.apply(area).stream()).toList();
    }

    private static List<VoidStatement> statements(CloseReopened e, Errand errand) {
        return e.shippers().stream()
                .map(shipper -> StatementId.of(shipper, e.closeId().period()))
                .map(id -> new VoidStatement(id, e.closeId(), e.revision(), e.reason(), errand.at()))
                .toList();
    }

    private static List<ReopenPrices> prices(CloseReopened e, Errand errand) {
        return e.series().stream()
                .map(series -> new ReopenPrices(series, e.closeId(), e.revision(), errand.at()))
                .toList();
    }

    /** The month after it goes on. */
    @EndSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseLocked e, EventMessage<?> message, Orders orders, Reopened reopened) {
        CloseReopened last = reopened.last(e.closeId());
        if (last.next() != null) {
            Errand errand = orders.because(message, NAME);
            CloseId next = CloseId.of(e.closeId().group(), last.next());
            String why = "the month before it is locked again";
            errand.give(new ResumeClose(next, why, PersonId.HOUSE, errand.at()));
        }
    }
}
