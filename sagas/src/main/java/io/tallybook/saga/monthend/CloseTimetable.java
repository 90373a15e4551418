package io.tallybook.saga.monthend;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CutoffExtended;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Tells a close when a step was due and is not done, and again at each level it is escalated to. A process of its own beside {@link MonthEndClose}, because a deadline may
 * come on another node than the events: what it remembers is written before the first deadline and never changes, so that
 * neither can undo the other's row.
 */
@ProcessingGroup(CloseTimetable.PROCESSOR)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class CloseTimetable {
    static final String PROCESSOR = "process-close-timetable";
    static final String STEP_DUE = "step-due";
    static final String CUTOFF_EXTENDED = "cutoff-extended";
    static final String POSTING_UNCONFIRMED = "posting-unconfirmed";
    private static final String NAME = "close-timetable";

    private @Nullable CloseId closeId;
    private @Nullable ZoneId zone;
    private @Nullable Instant dueFrom;
    private List<LocalDate> holidays = List.of();
    /** Null for the standard ones. */
    private @Nullable CloseTerms terms;

    @StartSaga
    @SagaEventHandler(associationProperty = "closeId", associationResolver = CloseOfPeriod.class)
    void on(PeriodOpened e) {
        closeId = CloseId.of(e.group(), e.period());
        zone = e.zone();
    }

    /** A month that is open again has a timetable of its own, counted from the reopening. */
    @StartSaga
    @SagaEventHandler(associationProperty = "closeId", associationResolver = CloseOfPeriod.class)
    void on(PeriodReopened e) {
        closeId = CloseId.of(e.group(), e.period());
        zone = e.zone();
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseReopened e, EventMessage<?> message, Orders orders, DeadlineManager deadlines) {
        begin(e.at(), e.holidays(), e.terms(), orders.because(message, NAME), deadlines);
    }

    /** What is past already is told at once and together; a deadline is set for every moment to come. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseOpened e, EventMessage<?> message, Orders orders, DeadlineManager deadlines) {
        begin(e.dueFrom(), e.holidays(), e.terms(), orders.because(message, NAME), deadlines);
    }

    private void begin(
            Instant from,
            @Nullable List<LocalDate> met,
            @Nullable CloseTerms under,
            Errand errand,
            DeadlineManager deadlines) {
        terms = under;
        dueFrom = from;
        holidays = Objects.requireNonNullElse(met, List.of());
        report(errand);
        steps().map(DueStep::due)
                .flatMap(due -> moments(due).stream())
                .filter(due -> due.isAfter(errand.at()))
                .distinct()
                .forEach(due -> deadlines.schedule(due, STEP_DUE));
    }

    /** Everything due by now: after a standstill the first deadline tells what the others would have told. */
    @DeadlineHandler(deadlineName = STEP_DUE)
    void due(DeadlineMessage<?> deadline, Orders orders) {
        report(orders.because(deadline, NAME));
    }

    private void report(Errand errand) {
        List<DueStep> due =
                steps().filter(step -> !step.due().isAfter(errand.at())).toList();
        if (!due.isEmpty()) {
            errand.give(new ReportOverdue(Objects.requireNonNull(closeId), due, errand.at()));
        }
    }

    private List<Instant> moments(Instant due) {
        return Escalation.moments(due, inForce());
    }

    private CloseTerms inForce() {
        return Objects.requireNonNullElseGet(terms, CloseTerms::standard);
    }

    private Stream<DueStep> steps() {
        Instant from = Objects.requireNonNull(dueFrom);
        ZoneId here = Objects.requireNonNull(zone);
        return Stream.of(CloseStep.values())
                .map(step -> new DueStep(step, CloseTemplate.due(step, from, here, holidays)));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(CutoffExtended e, DeadlineManager deadlines) {
        DueStep cutoff = new DueStep(CloseStep.CUTOFF, e.until());
        moments(e.until()).forEach(moment -> deadlines.schedule(moment, CUTOFF_EXTENDED, cutoff));
    }

    @DeadlineHandler(deadlineName = CUTOFF_EXTENDED)
    void extended(DueStep cutoff, DeadlineMessage<?> deadline, Orders orders) {
        Errand errand = orders.because(deadline, NAME);
        errand.give(new ReportOverdue(Objects.requireNonNull(closeId), List.of(cutoff), errand.at()));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(JournalPostingRequested e, EventMessage<?> message, DeadlineManager deadlines) {
        if (!e.journal().belongsToClose()) {
            return;
        }
        Instant due = message.getTimestamp().plus(inForce().erpAfter());
        DueStep post = new DueStep(CloseStep.POST, due);
        moments(due).forEach(moment -> deadlines.schedule(moment, POSTING_UNCONFIRMED, post));
    }

    @DeadlineHandler(deadlineName = POSTING_UNCONFIRMED)
    void unconfirmed(DueStep post, DeadlineMessage<?> deadline, Orders orders) {
        Errand errand = orders.because(deadline, NAME);
        errand.give(new ReportOverdue(Objects.requireNonNull(closeId), List.of(post), errand.at()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseCancelled e, DeadlineManager deadlines) {
        cancelAll(deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseLocked e, DeadlineManager deadlines) {
        cancelAll(deadlines);
    }

    private static void cancelAll(DeadlineManager deadlines) {
        deadlines.cancelAllWithinScope(STEP_DUE);
        deadlines.cancelAllWithinScope(CUTOFF_EXTENDED);
        deadlines.cancelAllWithinScope(POSTING_UNCONFIRMED);
    }
}
