package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.Caller;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.DeclineReopen;
import io.tallybook.messages.close.CloseCalendarCommand.RaiseHardLock;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCycleCommand.CancelClose;
import io.tallybook.messages.close.CloseCycleCommand.ExtendCutoff;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.ReopenCutoff;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleCommand.RetryUndo;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.close.ErpWord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holding a close, giving its cut-off more time, opening a locked month again, and the hard lock. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class ReopenApi {
    private final Orders orders;
    private final Grants grants;
    private final ErpWord erp;

    ReopenApi(Orders orders, Grants grants, ErpWord erp) {
        this.erp = erp;
        this.orders = orders;
        this.grants = grants;
    }

    /** Why a locked month should open again; {@code effect} in absolute money, left out when a regulator ordered it. */
    record ReopeningAsked(ReopenGround ground, @Nullable Money effect, String reason) {}

    /** The controller's word; it vouches for the ERP's period where the ERP itself says nothing of it. */
    record ReopeningApproval(@Nullable Boolean erpPeriodIsOpen) {}

    record WhyReopening(String reason) {}

    record MoreTime(Instant until, String reason) {}

    record HardLockTo(String through, String reason) {}

    @PostMapping("/closes/{group}/{period}/hold")
    @Gives(HoldClose.class)
    @Operation(summary = "Stops the close before its next signature or lock")
    ResponseEntity<Object> hold(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody WhyReopening body,
            HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new HoldClose(id, body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/resumption")
    @Gives(ResumeClose.class)
    @Operation(summary = "Lifts the hold; the house's own is lifted by the house alone")
    ResponseEntity<Object> resume(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody WhyReopening body,
            HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new ResumeClose(id, body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/cutoff/extension")
    @Gives(ExtendCutoff.class)
    @Operation(summary = "Gives the cut-off more time, before it is declared")
    ResponseEntity<Object> extend(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody MoreTime body,
            HttpServletRequest request) {
        return orders.give(
                group, period, request, (id, by, at) -> new ExtendCutoff(id, body.until(), body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/cancellation")
    @Gives(CancelClose.class)
    @Operation(summary = "Takes the opening of a month back in which nothing was done yet")
    ResponseEntity<Object> cancel(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody WhyReopening body,
            HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new CancelClose(id, body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/cutoff/reopening")
    @Gives(ReopenCutoff.class)
    @Operation(summary = "Takes the cut-off back, as long as not every point is frozen")
    ResponseEntity<Object> reopenCutoff(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody WhyReopening body,
            HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new ReopenCutoff(id, body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/reopening")
    @Gives(RequestReopen.class)
    @Operation(summary = "Asks for the locked month to be opened again; the controller and measurement answer")
    ResponseEntity<Object> request(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody ReopeningAsked body,
            HttpServletRequest request) {
        return orders.give(
                group,
                period,
                request,
                (id, by, at) -> new RequestReopen(
                        id.group(), id.period(), body.ground(), body.effect(), body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/reopening/approval")
    @Gives(ApproveReopen.class)
    @Operation(
            summary = "The controller agrees that the month opens again",
            description =
                    "Refused when the ERP says that the period its journal is booked in is closed; erpPeriodIsOpen"
                            + " counts only where the ERP gives no answer and no source has told.")
    ResponseEntity<Object> approve(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody ReopeningApproval body,
            HttpServletRequest request) {
        Caller caller = orders.caller(request);
        Money limit = grants.limit(caller.user());
        boolean vouched = Boolean.TRUE.equals(body.erpPeriodIsOpen());
        return orders.give(
                group,
                period,
                request,
                (id, by, at) -> new ApproveReopen(
                        id.group(),
                        id.period(),
                        vouched,
                        caller.roles().contains(Role.APPROVER) ? erp.now(id) : null,
                        limit,
                        by,
                        at));
    }

    @PostMapping("/closes/{group}/{period}/reopening/consent")
    @Gives(ConsentToReopen.class)
    @Operation(summary = "Measurement agrees that the month opens again")
    ResponseEntity<Object> consent(
            @PathVariable String group, @PathVariable String period, HttpServletRequest request) {
        return orders.give(
                group, period, request, (id, by, at) -> new ConsentToReopen(id.group(), id.period(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/reopening/refusal")
    @Gives(DeclineReopen.class)
    @Operation(summary = "Says no to the month being opened again, or takes the request back")
    ResponseEntity<Object> decline(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody WhyReopening body,
            HttpServletRequest request) {
        return orders.give(
                group,
                period,
                request,
                (id, by, at) -> new DeclineReopen(id.group(), id.period(), body.reason(), by, at));
    }

    @PostMapping("/closes/{group}/{period}/reopening/retry")
    @Gives(RetryUndo.class)
    @Operation(summary = "Goes through taking back what the locked month sent out once more, after a step of it failed")
    ResponseEntity<Object> retry(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody WhyReopening body,
            HttpServletRequest request) {
        return orders.give(group, period, request, (id, by, at) -> new RetryUndo(id, body.reason(), by, at));
    }

    @PostMapping("/calendars/{group}/hard-lock")
    @Gives(RaiseHardLock.class)
    @Operation(summary = "Moves the hard lock forward over locked months; nobody ever moves it back")
    ResponseEntity<Object> hardLock(
            @PathVariable String group, @RequestBody HardLockTo body, HttpServletRequest request) {
        AccountingPeriod through = new AccountingPeriod(body.through());
        PersonId by = orders.caller(request).person();
        return orders.give(new RaiseHardLock(new CloseGroup(group), through, body.reason(), by, orders.now()), request);
    }
}
