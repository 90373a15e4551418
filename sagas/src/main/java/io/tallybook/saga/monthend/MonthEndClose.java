package io.tallybook.saga.monthend;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.tallybook.messages.Command;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.TakeBackPeriod;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmJournalPosted;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmLock;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.ReopenClose;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.LockRequested;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.messages.journal.AccountMapCommand.PinAccounts;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.NetworkCommand.PinRoster;
import io.tallybook.messages.network.NetworkEvent.RosterPinned;
import io.tallybook.messages.price.PriceSeriesCommand.PinPrices;
import io.tallybook.messages.price.PriceSeriesCommand.UnpinPrices;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Leads one close from the opened period to the locked one. It hears areas, contracts and statements, never meters; the
 * state of the close is in CloseCycle. It remembers which attempt runs, so that answers to an older one start nothing.
 */
@ProcessingGroup(MonthEndClose.PROCESSOR)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class MonthEndClose {
    static final String PROCESSOR = "process-month-end-close";
    static final String NAME = "month-end-close";

    private @Nullable CloseId closeId;
    private int attempt;

    @StartSaga
    @SagaEventHandler(associationProperty = "closeId", associationResolver = CloseOfPeriod.class)
    void on(PeriodOpened e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        CloseId opened = CloseId.of(e.group(), e.period());
        // in a demo everything counts from the moment the close itself was opened
        Instant dueFrom = e.demo() ? errand.at() : e.dueFrom();
        List<LocalDate> holidays = Objects.requireNonNullElse(e.holidays(), List.of());
        errand.give(new OpenClose(opened, e.network(), dueFrom, holidays, e.demo(), e.by(), errand.at(), e.terms()));
        closeId = opened;
    }

    /** The close hears of it and takes back what went out ({@link ReopenedClose}); then it runs as it did before. */
    @StartSaga
    @SagaEventHandler(associationProperty = "closeId", associationResolver = CloseOfPeriod.class)
    void on(PeriodReopened e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        CloseId reopened = CloseId.of(e.group(), e.period());
        List<LocalDate> holidays = Objects.requireNonNullElse(e.holidays(), List.of());
        errand.give(new ReopenClose(reopened, e.revision(), e.next(), holidays, e.reason(), e.by(), errand.at()));
        closeId = reopened;
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseReopened e) {
        attempt = e.attempt();
    }

    /** The period goes back to the calendar; if it is opened again, another of these leads it. */
    @EndSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseCancelled e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        errand.give(new TakeBackPeriod(close.group(), close.period(), e.opening(), e.by(), errand.at()));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(CutoffDeclared e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        PinRoster pin = new PinRoster(e.network(), e.closeId(), e.attempt(), errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.CUTOFF, pin);
        attempt = e.attempt();
    }

    /** Nothing is pinned until the next cut-off; the areas let their points go themselves. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(CutoffReopened e) {
        attempt = e.attempt();
    }

    /** Areas are pinned before contracts: an area close must know its points when a contract's shares come. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(RosterPinned e, EventMessage<?> message, Orders orders) {
        if (e.attempt() != attempt) {
            return; // an older one, or one this close has never begun
        }
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        AddRoster roster = new AddRoster(close, e.attempt(), e.accounts(), e.areas(), errand.at());
        errand.giveFor(close, e.attempt(), CloseStep.COMPLETENESS, roster);
        errand.giveFor(close, e.attempt(), CloseStep.COMPLETENESS, areas(e, errand));
        errand.giveFor(close, e.attempt(), CloseStep.ALLOCATE, contracts(e, errand));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(ContractsComplete e, EventMessage<?> message, Orders orders) {
        if (e.attempt() < attempt) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.VALUE, valuation(e, errand));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(ResultsInvalidated e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.FREEZE, thaw(e, errand));
        PinRoster pin = new PinRoster(e.network(), e.closeId(), e.attempt(), errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.CUTOFF, pin);
        attempt = e.attempt();
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(ApprovalsComplete e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        Stream<Command> unpin = e.series().stream().map(series -> new UnpinPrices(series, e.closeId(), errand.at()));
        JournalId journal = JournalId.ofClose(e.closeId());
        Command post = new PostJournal(journal, e.closeId(), e.attempt(), e.packHash(), e.bookIn(), errand.at());
        errand.giveFor(
                e.closeId(),
                e.attempt(),
                CloseStep.POST,
                Stream.concat(unpin, Stream.of(post)).toList());
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(JournalPosted e, EventMessage<?> message, Orders orders) {
        if (!e.journal().belongsToClose() || e.reverses() != null) {
            // an adjustment's journal is none of the close's steps, and for a reversal ReopenedClose waits
            return;
        }
        Errand errand = orders.because(message, NAME);
        Command confirm = new ConfirmJournalPosted(e.closeId(), e.documentNumber(), errand.at());
        errand.giveFor(e.closeId(), attempt, CloseStep.POST, confirm);
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(JournalPostingFailed e, EventMessage<?> message, Orders orders) {
        if (!e.journal().belongsToClose()) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        String subject = e.journal().value();
        errand.give(new ReportBlocker(e.closeId(), attempt, CloseStep.POST, subject, e.reason(), errand.at()));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(LockRequested e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        Command seal = new SealPeriod(close.group(), close.period(), e.packHash(), e.by(), errand.at());
        errand.giveFor(close, attempt, CloseStep.LOCK, seal);
    }

    @SagaEventHandler(associationProperty = "closeId", associationResolver = CloseOfPeriod.class)
    void on(PeriodLocked e, EventMessage<?> message, Orders orders) {
        Errand errand = orders.because(message, NAME);
        CloseId close = CloseId.of(e.group(), e.period());
        errand.giveFor(close, attempt, CloseStep.LOCK, new ConfirmLock(close, e.chainHash(), errand.at()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseLocked e) {}

    private static List<PinAreaRoster> areas(RosterPinned e, Errand errand) {
        return e.areas().stream()
                .map(a -> new PinAreaRoster(a.area(), e.closeId(), e.attempt(), a.contracts(), errand.at()))
                .toList();
    }

    private static List<PinContract> contracts(RosterPinned e, Errand errand) {
        return e.areas().stream()
                .flatMap(area -> area.contracts().stream())
                .map(contract -> new PinContract(contract, e.closeId(), e.attempt(), errand.at()))
                .toList();
    }

    private static List<Command> valuation(ContractsComplete e, Errand errand) {
        CloseId close = e.closeId();
        Stream<Command> statements = e.shippers().stream()
                .map(s -> new OpenStatement(
                        StatementId.of(s.shipper(), close.period()), close, e.attempt(), s.contracts(), errand.at()));
        Stream<Command> prices = e.series().stream()
                .map(s -> new PinPrices(s.series(), close, e.attempt(), s.shippers(), s.lookbackDays(), errand.at()));
        var shippers = e.shippers().stream().map(s -> s.shipper()).toList();
        Command accounts = new PinAccounts(e.accounts(), close, e.attempt(), shippers, errand.at());
        return Stream.of(statements, prices, Stream.of(accounts))
                .flatMap(s -> s)
                .toList();
    }

    private static List<ThawMeterMonth> thaw(ResultsInvalidated e, Errand errand) {
        return e.thaw().stream()
                .map(point -> MeterMonthId.of(point, e.closeId().period()))
                .map(month -> new ThawMeterMonth(month, e.closeId(), e.attempt(), errand.at()))
                .toList();
    }
}
