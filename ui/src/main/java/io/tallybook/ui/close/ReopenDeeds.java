package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
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
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.frame.Amount;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Holding a close, more time for its cut-off, opening a locked month again, the hard lock. */
@PageController
class ReopenDeeds {
    private final Deeds deeds;
    private final CloseQueries closes;
    private final Grants grants;
    private final ErpWord erp;

    ReopenDeeds(Deeds deeds, CloseQueries closes, Grants grants, ErpWord erp) {
        this.erp = erp;
        this.grants = grants;
        this.deeds = deeds;
        this.closes = closes;
    }

    @PostMapping("/close/{group}/{period}/hold")
    String hold(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "hold",
                reason,
                (id, by, at) -> new HoldClose(id, reason.strip(), by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/resume")
    String resume(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "resume",
                reason,
                (id, by, at) -> new ResumeClose(id, reason.strip(), by, at),
                redirect);
    }

    /** {@code until} is a local date and time of the calendar's zone, as a browser's field writes it. */
    @PostMapping("/close/{group}/{period}/extend")
    String extend(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String until,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        ZoneId zone = closes.calendar(new CloseGroup(group))
                .map(calendar -> calendar.zone())
                .orElse(ZoneId.of("UTC"));
        return deeds.give(
                group,
                period,
                who,
                "extend",
                reason,
                (id, by, at) -> new ExtendCutoff(id, instant(until, zone), reason.strip(), by, at),
                redirect);
    }

    /** The close is gone then: its list says so. */
    @PostMapping("/close/{group}/{period}/cancel")
    String cancel(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId close = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        deeds.give(who, "cancel", reason, (by, at) -> new CancelClose(close, reason.strip(), by, at), redirect);
        return "redirect:/close";
    }

    @PostMapping("/close/{group}/{period}/cutoff/reopen")
    String reopenCutoff(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "cutoff-reopen",
                reason,
                (id, by, at) -> new ReopenCutoff(id, reason.strip(), by, at),
                redirect);
    }

    private static Instant instant(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new Invalid("Write date and time as 2024-11-05T16:00; you wrote '" + local + "'.");
        }
    }

    @PostMapping("/close/{group}/{period}/reopen")
    String request(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam ReopenGround ground,
            @RequestParam String amount,
            @RequestParam String currency,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "reopen",
                reason,
                (id, by, at) -> new RequestReopen(
                        id.group(), id.period(), ground, Amount.of(amount, currency), reason.strip(), by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/reopen/approve")
    String approve(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam(defaultValue = "false") boolean erpPeriodIsOpen,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        Money limit = grants.limit(account.user());
        return deeds.give(
                group,
                period,
                who,
                "reopen",
                "",
                (id, by, at) -> new ApproveReopen(
                        id.group(),
                        id.period(),
                        erpPeriodIsOpen,
                        account.is(Role.APPROVER) ? erp.now(id) : null,
                        limit,
                        by,
                        at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/reopen/consent")
    String consent(
            @PathVariable String group, @PathVariable String period, Authentication who, RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "reopen",
                "",
                (id, by, at) -> new ConsentToReopen(id.group(), id.period(), by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/reopen/decline")
    String decline(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "reopen",
                reason,
                (id, by, at) -> new DeclineReopen(id.group(), id.period(), reason.strip(), by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/reopen/retry")
    String retry(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "reopen",
                reason,
                (id, by, at) -> new RetryUndo(id, reason.strip(), by, at),
                redirect);
    }

    /** {@code typed} repeats the period: what cannot be undone asks for what it concerns. */
    @PostMapping("/close/{group}/hard-lock")
    String hardLock(
            @PathVariable String group,
            @RequestParam String through,
            @RequestParam String typed,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        deeds.give(
                who,
                "hard-lock",
                reason,
                (by, at) -> {
                    Invalid.unless(
                            typed.strip().equals(through),
                            "Write " + through + " again to raise the hard lock to it; you wrote '" + typed + "'.");
                    return new RaiseHardLock(
                            new CloseGroup(group), new AccountingPeriod(through), reason.strip(), by, at);
                },
                redirect);
        return "redirect:/close";
    }
}
