package io.tallybook.ui.journal;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.erp.ErpPeriodQueries;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.query.journal.ReconciliationView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of a close's journal at the ERP: every key, what it said, and both books side by side (SOX C9). */
@PageController
class ErpPage {
    /** From here on an outcome that is not known is a person's to clear up (domain: month-end close, step 12). */
    private static final Duration LONGEST_UNKNOWN = Duration.ofHours(2);

    private final JournalQueries journals;
    private final ErpPeriodQueries periods;
    private final People people;
    private final Deeds deeds;
    private final Clock clock;

    ErpPage(JournalQueries journals, ErpPeriodQueries periods, People people, Deeds deeds, Clock clock) {
        this.journals = journals;
        this.periods = periods;
        this.people = people;
        this.deeds = deeds;
        this.clock = clock;
    }

    @GetMapping("/close/{group}/{period}/journal/erp")
    String erp(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId id = id(group, period);
        PostingsView view = journals.postings(id);
        Figures words = screen.figures();
        Leaf leaf = new Leaf(words.word("erp.title", period), stand(view, words))
                .under(words.word("crumb.close", period), Ways.close(id))
                .under(words.word("journal.title", period), Ways.journal(id));
        if (view.sent() > 0) {
            checks(leaf, view, words);
            leaf.with(ErpTables.keys(view, screen).live("journal-posting"));
        }
        if (view.postings().stream().anyMatch(posting -> !posting.refused().isEmpty())) {
            leaf.with(ErpTables.refused(view, screen).live("journal-posting"));
        }
        ReconciliationView compared = view.reconciliation();
        if (compared != null && !compared.keys().isEmpty()) {
            leaf.with(ErpTables.compared(compared, screen).live("journal-posting"));
        }
        List<ErpPeriodView> told = periods.told(id);
        if (!told.isEmpty()) {
            leaf.with(ErpTables.periods(told, screen));
        }
        facts(leaf, view, words);
        model.addAttribute("leaf", leaf);
        model.addAttribute("here", Ways.erp(id));
        PostingView last = last(view);
        model.addAttribute("sent", last != null);
        model.addAttribute("rejected", last != null && last.state() == KeyState.REJECTED);
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("reconciler", account.is(Role.ACCOUNTANT) || account.is(Role.APPROVER));
        return "journal-erp";
    }

    @PostMapping("/close/{group}/{period}/journal/erp/reconcile")
    String reconcile(
            @PathVariable String group, @PathVariable String period, Authentication who, RedirectAttributes redirect) {
        CloseId id = id(group, period);
        deeds.give(who, "reconcile", "", (by, at) -> new ReconcileJournal(JournalId.ofClose(id), by, at), redirect);
        return "redirect:" + Ways.erp(id);
    }

    @PostMapping("/close/{group}/{period}/journal/erp/remap")
    String remap(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId id = id(group, period);
        JournalId journal = JournalId.ofClose(id);
        deeds.give(who, "remap", reason, (by, at) -> new RemapJournal(journal, reason.strip(), by, at), redirect);
        return "redirect:" + Ways.erp(id);
    }

    @PostMapping("/close/{group}/{period}/journal/erp/repost")
    String repost(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId id = id(group, period);
        JournalId journal = JournalId.ofClose(id);
        deeds.give(who, "repost", reason, (by, at) -> new RepostJournal(journal, reason.strip(), by, at), redirect);
        return "redirect:" + Ways.erp(id);
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }

    private static @Nullable PostingView last(PostingsView view) {
        return view.postings().isEmpty() ? null : view.postings().getLast();
    }

    private String stand(PostingsView view, Figures words) {
        PostingView last = last(view);
        if (last == null) {
            return words.word("erp.stand.nothing");
        }
        boolean open = last.state() != KeyState.ACKNOWLEDGED && last.state() != KeyState.REJECTED;
        Instant late = last.requestedAt().plus(LONGEST_UNKNOWN);
        if (open && clock.instant().isAfter(late)) {
            return words.word(
                    "erp.stand.late", words.time(last.requestedAt()), last.sentence() == null ? "" : last.sentence());
        }
        return words.word(
                "erp.stand." + last.state(), words.time(last.answeredAt()), last.documentNumber(), last.sentence());
    }

    private static void checks(Leaf leaf, PostingsView view, Figures words) {
        if (view.debits() != null && view.credits() != null) {
            String currency = view.debits().currency();
            leaf.check("check.batches", words.count(view.batches()), null)
                    .check("column.lines", words.count(view.lines()), null)
                    .check("column.debit", words.money(view.debits()) + " " + currency, null)
                    .check("column.credit", words.money(view.credits()) + " " + currency, null);
        }
        leaf.check("check.keysSent", words.count(view.sent()), null)
                .check("check.keysAcknowledged", words.count(view.acknowledged()), null)
                .check("check.keysRejected", words.count(view.rejected()), null)
                .check("check.keysMissing", words.count(view.missing()), null);
    }

    private void facts(Leaf leaf, PostingsView view, Figures words) {
        ReconciliationView compared = view.reconciliation();
        if (compared == null) {
            leaf.fact("fact.compared", words.word("erp.compared.never"));
        } else {
            String word = compared.answeredAt() == null
                    ? "erp.compared.waiting"
                    : compared.agrees() ? "erp.compared.agrees" : "erp.compared.differs";
            leaf.fact("fact.compared", words.word(word, words.time(compared.answeredAt()), compared.erp()))
                    .fact("fact.comparedBy", people.names().apply(compared.askedBy()));
        }
        leaf.fact(
                "fact.events",
                words.word("fact.events.of"),
                Ways.stream(view.journal().toString()));
    }
}
