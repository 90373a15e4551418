package io.tallybook.saga.monthend;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.time.Duration;
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
 * Tells a close when a step was due and is not done. A process of its own beside {@link MonthEndClose}, because a deadline may
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
    static final String POSTING_UNCONFIRMED = "posting-unconfirmed";
    /** How long the ERP may take to confirm (domain: month-end close, step 12). */
    static final Duration LONGEST_POSTING = Duration.ofHours(2);

    private static final String NAME = "close-timetable";

    private @Nullable CloseId closeId;
    private @Nullable ZoneId zone;
    private @Nullable Instant dueFrom;
    private List<LocalDate> holidays = List.of();

    @StartSaga
    @SagaEventHandler(associationProperty = "closeId", associationResolver = CloseOfPeriod.class)
    void on(PeriodOpened e) {
        closeId = CloseId.of(e.group(), e.period());
        zone = e.zone();
    }

    /** What is past already is told at once and together; a deadline is set for every moment to come. */
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseOpened e, EventMessage<?> message, Orders orders, DeadlineManager deadlines) {
        dueFrom = e.dueFrom();
        holidays = Objects.requireNonNullElse(e.holidays(), List.of());
        Errand errand = orders.because(message, NAME);
        report(errand);
        steps().map(DueStep::due)
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

    /** Without the allocations, of which a close hears only by the statements made from them. */
    private Stream<DueStep> steps() {
        Instant from = Objects.requireNonNull(dueFrom);
        ZoneId here = Objects.requireNonNull(zone);
        return Stream.of(CloseStep.values())
                .filter(step -> step != CloseStep.ALLOCATE)
                .map(step -> new DueStep(step, CloseTemplate.due(step, from, here, holidays)));
    }

    @SagaEventHandler(associationProperty = "closeId")
    void on(JournalPostingRequested e, EventMessage<?> message, DeadlineManager deadlines) {
        Instant due = message.getTimestamp().plus(LONGEST_POSTING);
        deadlines.schedule(due, POSTING_UNCONFIRMED, new DueStep(CloseStep.POST, due));
    }

    @DeadlineHandler(deadlineName = POSTING_UNCONFIRMED)
    void unconfirmed(DueStep post, DeadlineMessage<?> deadline, Orders orders) {
        Errand errand = orders.because(deadline, NAME);
        errand.give(new ReportOverdue(Objects.requireNonNull(closeId), List.of(post), errand.at()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "closeId")
    void on(CloseLocked e, DeadlineManager deadlines) {
        deadlines.cancelAllWithinScope(STEP_DUE);
        deadlines.cancelAllWithinScope(POSTING_UNCONFIRMED);
    }
}
