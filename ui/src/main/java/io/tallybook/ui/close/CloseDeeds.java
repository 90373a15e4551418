package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.RejectClose;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.access.LentRights;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Ways;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do to a close, each in the words of its button; the page is shown again with the answer at its place. */
@PageController
class CloseDeeds {
    private final Deeds deeds;
    private final Grants grants;
    private final LentRights rights;

    CloseDeeds(Deeds deeds, Grants grants, LentRights rights) {
        this.rights = rights;
        this.deeds = deeds;
        this.grants = grants;
    }

    @PostMapping("/close/{group}")
    String open(
            @PathVariable String group, @RequestParam String period, Authentication who, RedirectAttributes redirect) {
        deeds.give(
                who,
                "open",
                "",
                (by, at) -> new OpenPeriod(new CloseGroup(group), new AccountingPeriod(period.strip()), by, at),
                redirect);
        return "redirect:/close";
    }

    @PostMapping("/close/{group}/{period}/cutoff")
    String cutoff(
            @PathVariable String group, @PathVariable String period, Authentication who, RedirectAttributes redirect) {
        return deeds.give(group, period, who, "cutoff", "", DeclareCutoff::new, redirect);
    }

    @PostMapping("/close/{group}/{period}/approve")
    String approve(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String packHash,
            @RequestParam(defaultValue = "0") int delegation,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        if (delegation > 0) {
            return approveFor(group, period, packHash, delegation, account, who, redirect);
        }
        Money limit = grants.limit(account.user());
        return deeds.give(
                group,
                period,
                who,
                "approve",
                "",
                (id, by, at) -> new ApproveClose(id, new Sha256(packHash), limit, by, at),
                redirect);
    }

    /** With a right another has lent. */
    private String approveFor(
            String group,
            String period,
            String packHash,
            int delegation,
            Account account,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        LentRights.Right right = rights.right(id.group(), delegation, account.person(), account.roles())
                .orElseThrow(() -> new AccessDeniedException("no such right is lent to you now"));
        deeds.giveWithLentRight(
                who,
                "approve",
                (by, at) -> new ApproveClose(id, new Sha256(packHash), right.limit(), right.lent(), by, at),
                redirect);
        return "redirect:" + Ways.close(id);
    }

    @PostMapping("/close/{group}/{period}/reject")
    String reject(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String packHash,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "reject",
                reason,
                (id, by, at) -> new RejectClose(id, new Sha256(packHash), reason.strip(), by, at),
                redirect);
    }

    /** {@code typed} is the period the person wrote: what cannot be undone asks for the number it concerns. */
    @PostMapping("/close/{group}/{period}/lock")
    String lock(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String packHash,
            @RequestParam String typed,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "lock",
                "",
                (id, by, at) -> {
                    Invalid.unless(
                            typed.strip().equals(period),
                            "Write " + period + " to lock it; you wrote '" + typed + "'.");
                    return new LockPeriod(id, new Sha256(packHash), by, at);
                },
                redirect);
    }

    @PostMapping("/close/{group}/{period}/restart")
    String restart(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "restart",
                reason,
                (id, by, at) -> new RestartClose(id, reason.strip(), by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/repost")
    String repost(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "repost",
                reason,
                (id, by, at) -> new RepostJournal(JournalId.ofClose(id), reason.strip(), by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/late/{point}")
    String decide(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String point,
            @RequestParam LateDecision decision,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return deeds.give(
                group,
                period,
                who,
                "late",
                reason,
                (id, by, at) -> new DecideLateQuantities(id, new PointId(point), decision, reason.strip(), by, at),
                redirect);
    }
}
