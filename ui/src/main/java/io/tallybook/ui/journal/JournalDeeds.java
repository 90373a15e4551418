package io.tallybook.ui.journal;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Ways;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a journal the ERP has, or refused: of a close, of an accrual or of adjustments. */
@PageController
@RequestMapping("/close/{group}/{period}/journal/{kind:CLOSE|FLASH|PPA}/{number:[1-9][0-9]{0,5}}")
class JournalDeeds {
    private final Deeds deeds;

    JournalDeeds(Deeds deeds) {
        this.deeds = deeds;
    }

    @PostMapping("/repost")
    String repost(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        JournalId journal = journal(group, period, kind, number);
        deeds.give(who, "repost", reason, (by, at) -> new RepostJournal(journal, reason.strip(), by, at), redirect);
        return "redirect:" + page(journal);
    }

    @PostMapping("/remap")
    String remap(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        JournalId journal = journal(group, period, kind, number);
        deeds.give(who, "remap", reason, (by, at) -> new RemapJournal(journal, reason.strip(), by, at), redirect);
        return "redirect:" + page(journal);
    }

    @PostMapping("/reconcile")
    String reconcile(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            Authentication who,
            RedirectAttributes redirect) {
        JournalId journal = journal(group, period, kind, number);
        deeds.give(who, "reconcile", "", (by, at) -> new ReconcileJournal(journal, by, at), redirect);
        return "redirect:" + Ways.erp(journal);
    }

    /** Where its refusal is shown: an accrual's on the page of accruals. */
    private static String page(JournalId journal) {
        return journal.belongsToAccruals() ? Ways.accrual(journal.close()) : Ways.erp(journal);
    }

    private static JournalId journal(String group, String period, String kind, int number) {
        return JournalId.of(CloseId.of(new CloseGroup(group), new AccountingPeriod(period)), kind, number);
    }
}
