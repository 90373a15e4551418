package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.Caller;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.RejectClose;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.access.LentRights;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people do to close a month. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class CloseApi {
    private final Orders orders;
    private final Grants grants;
    private final LentRights rights;

    CloseApi(Orders orders, Grants grants, LentRights rights) {
        this.rights = rights;
        this.orders = orders;
        this.grants = grants;
    }

    /** The pack the person was shown, by its hash. */
    record Shown(String packHash) {}

    record Rejection(String packHash, String reason) {}

    /** {@code delegation} is the number of the right that is lent to who signs; absent for their own. */
    record Signature(String packHash, @Nullable Integer delegation) {}

    record Reason(String reason) {}

    record LateBody(LateDecision decision, String reason) {}

    /** Explains a day, or without a day the whole month. */
    record Explanation(@Nullable String day, ImbalanceCause cause, String text) {}

    @PostMapping("/closes/{group}/{period}")
    @Gives(OpenPeriod.class)
    @Operation(summary = "Opens the period; only the next one in order")
    ResponseEntity<Object> open(@PathVariable String group, @PathVariable String period, HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new OpenPeriod(id.group(), id.period(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/cutoff")
    @Gives(DeclareCutoff.class)
    @Operation(summary = "Declares that nothing more is awaited; the close runs from here to the signatures")
    ResponseEntity<Object> cutoff(@PathVariable String group, @PathVariable String period, HttpServletRequest request) {
        return orders.give(group, period, request, DeclareCutoff::new);
    }

    @PostMapping("/closes/{group}/{period}/approvals")
    @Gives(ApproveClose.class)
    @Operation(summary = "Approves the pack whose hash the person was shown")
    ResponseEntity<Object> approve(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody Signature body,
            HttpServletRequest request) {
        Sha256 hash = new Sha256(body.packHash());
        Integer delegation = body.delegation();
        if (delegation != null) {
            return approveFor(Found.close(group, period), hash, delegation, request);
        }
        Money limit = grants.limit(orders.caller(request).user());
        return orders.give(group, period, request, (id, by, at) -> new ApproveClose(id, hash, limit, by, at));
    }

    private ResponseEntity<Object> approveFor(CloseId id, Sha256 hash, int delegation, HttpServletRequest request) {
        Caller caller = orders.caller(request);
        LentRights.Right right = rights.right(id.group(), delegation, caller.person(), caller.roles())
                .orElseThrow(() -> new AccessDeniedException("no such right is lent to you now"));
        return orders.respond(orders.giveAs(
                LentRights.using(caller),
                new ApproveClose(id, hash, right.limit(), right.lent(), caller.person(), orders.now())));
    }

    @PostMapping("/closes/{group}/{period}/rejections")
    @Gives(RejectClose.class)
    @Operation(summary = "Rejects the pack; approvals are void")
    ResponseEntity<Object> reject(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody Rejection body,
            HttpServletRequest request) {
        Sha256 hash = new Sha256(body.packHash());
        return orders.give(group, period, request, (id, by, at) -> new RejectClose(id, hash, body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/lock")
    @Gives(LockPeriod.class)
    @Operation(summary = "Locks the period for good; the hash must be the approved one")
    ResponseEntity<Object> lock(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody Shown body,
            HttpServletRequest request) {
        Sha256 hash = new Sha256(body.packHash());
        return orders.give(group, period, request, (id, by, at) -> new LockPeriod(id, hash, by, at));
    }

    @PostMapping("/closes/{group}/{period}/restart")
    @Gives(RestartClose.class)
    @Operation(summary = "Takes all results anew, for instance after a contract was corrected; approvals are void")
    ResponseEntity<Object> restart(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody Reason body,
            HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new RestartClose(id, body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/journal/repost")
    @Gives(RepostJournal.class)
    @Operation(summary = "Hands the journal the ERP refused to it once more, under the same key")
    ResponseEntity<Object> repost(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody Reason body,
            HttpServletRequest request) {
        return orders.give(
                group,
                period,
                request,
                (id, by, at) -> new RepostJournal(JournalId.ofClose(id), body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/late/{point}")
    @Gives(DecideLateQuantities.class)
    @Operation(summary = "Decides what to do with facts that came while a point was frozen")
    ResponseEntity<Object> late(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String point,
            @RequestBody LateBody body,
            HttpServletRequest request) {
        PointId id = new PointId(point);
        return orders.give(
                group,
                period,
                request,
                (close, by, at) -> new DecideLateQuantities(close, id, body.decision(), body.reason(), by, at));
    }

    @PostMapping("/balances/{area}/{period}/explanations")
    @Gives(ExplainImbalance.class)
    @Operation(summary = "Explains a day out of tolerance, or without a day the month")
    ResponseEntity<Object> explain(
            @PathVariable String area,
            @PathVariable String period,
            @RequestBody Explanation body,
            HttpServletRequest request) {
        BalanceId balance = BalanceId.of(new AreaId(area), new AccountingPeriod(period));
        GasDay day = body.day() == null ? null : new GasDay(body.day());
        PersonId by = orders.caller(request).person();
        return orders.give(new ExplainImbalance(balance, day, body.cause(), body.text(), by, orders.now()), request);
    }

    /** The figures and explanations the person was shown, by their hash. */
    record ShownBalance(String contentHash) {}

    @PostMapping("/balances/{area}/{period}/acceptance")
    @Gives(AcceptBalance.class)
    @Operation(summary = "Accepts what is out of tolerance with its explanations; by nobody who explained it")
    ResponseEntity<Object> accept(
            @PathVariable String area,
            @PathVariable String period,
            @RequestBody ShownBalance body,
            HttpServletRequest request) {
        BalanceId balance = BalanceId.of(new AreaId(area), new AccountingPeriod(period));
        PersonId by = orders.caller(request).person();
        return orders.give(new AcceptBalance(balance, new Sha256(body.contentHash()), by, orders.now()), request);
    }

    @PostMapping("/dead-letters/exclusions")
    @Gives(ExcludeDeadLetter.class)
    @Operation(summary = "Excludes a dead letter with a reason, so that it no longer blocks its month")
    ResponseEntity<Object> exclude(@RequestParam String id, @RequestBody Reason body, HttpServletRequest request) {
        PersonId by = orders.caller(request).person();
        return orders.give(new ExcludeDeadLetter(new DeadLetterId(id), body.reason(), by, orders.now()), request);
    }
}
