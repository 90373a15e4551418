package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.Answer;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.saga.whatif.DryRun;
import io.tallybook.saga.whatif.DryRun.Stop;
import io.tallybook.saga.whatif.DryRuns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a close would come to, were it run now. */
@RestController
@RequestMapping("/api/v1/closes/{group}/{period}/dry-runs")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class DryRunApi {
    private static final String ANOTHER = "Another dry run is under way; try again when it is done.";

    private final DryRuns runs;
    private final Orders orders;

    DryRunApi(DryRuns runs, Orders orders) {
        this.runs = runs;
        this.orders = orders;
    }

    /**
     * One shipper's month as it would come into the pack.
     *
     * @param receipts kWh bought from the shipper for {@code purchases}
     * @param deliveries kWh sold to it for {@code sales}
     */
    record DryStatement(
            ShipperId shipper, Energy receipts, Money purchases, Energy deliveries, Money sales, Sha256 contentHash) {}

    record DryJournal(int lines, Money debits, Money credits, Sha256 contentHash) {}

    record DryStop(CloseStep step, String subject, String sentence) {}

    /**
     * The figures a close would come to; nothing of it is written.
     *
     * @param position of the last event of the log that was looked at
     * @param attempt of the close that these figures would be
     * @param whole whether the run came to rest in its time
     * @param events it would have written
     * @param packHash of the pack that would be signed; null when something stands in the way
     */
    record DryFigures(
            String closeId,
            long position,
            int attempt,
            boolean whole,
            int events,
            @Nullable Sha256 packHash,
            @Nullable BalanceTotal balance,
            List<DryStatement> statements,
            @Nullable DryJournal journal,
            List<DryStop> stops) {}

    @PostMapping
    @Gives({OpenPeriod.class, DeclareCutoff.class, RestartClose.class})
    @Operation(
            summary = "Runs the close dry: its figures and what stands in the way; no event is written",
            description = "With errorsOnly it goes on from where the close stands and takes nothing anew.")
    ResponseEntity<Object> run(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam(defaultValue = "false") boolean errorsOnly,
            HttpServletRequest request) {
        Optional<DryRun> run = runs.of(Found.close(group, period), orders.caller(request), errorsOnly);
        if (run.isEmpty()) {
            ProblemDetail busy = Problems.problem(HttpStatus.TOO_MANY_REQUESTS, "busy", ANOTHER, Problems.trace());
            return ResponseEntity.status(Outcome.BUSY.status()).body(busy);
        }
        Answer refused = run.get().refused();
        return refused == null ? ResponseEntity.ok(figures(run.get())) : Problems.of(refused);
    }

    private static DryFigures figures(DryRun run) {
        return new DryFigures(
                run.closeId().value(),
                run.position(),
                run.attempt(),
                run.whole(),
                run.events(),
                run.packHash(),
                run.balance(),
                run.statements().stream()
                        .map(s -> new DryStatement(
                                s.shipper(),
                                s.totals().receipts(),
                                s.totals().purchases(),
                                s.totals().deliveries(),
                                s.totals().sales(),
                                s.contentHash()))
                        .toList(),
                journal(run.journal()),
                run.stops().stream().map(DryRunApi::stop).toList());
    }

    private static @Nullable DryJournal journal(@Nullable JournalPrepared journal) {
        return journal == null
                ? null
                : new DryJournal(journal.lines().size(), journal.debits(), journal.credits(), journal.contentHash());
    }

    private static DryStop stop(Stop stop) {
        return new DryStop(stop.step(), stop.subject(), stop.sentence());
    }
}
