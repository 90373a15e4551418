package io.tallybook.ui.journal;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Role;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ShipperView;
import io.tallybook.query.erp.ErpPeriodQueries;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.query.journal.ReconciliationView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of a journal at the ERP: every key, what it said, and both books side by side (SOX C9). */
@PageController
class ErpPage {
    private final JournalQueries journals;
    private final ErpPeriodQueries periods;
    private final People people;
    private final ContractQueries contracts;
    private final CloseQueries closes;
    private final Clock clock;

    ErpPage(
            JournalQueries journals,
            ErpPeriodQueries periods,
            People people,
            ContractQueries contracts,
            CloseQueries closes,
            Clock clock) {
        this.journals = journals;
        this.periods = periods;
        this.people = people;
        this.contracts = contracts;
        this.closes = closes;
        this.clock = clock;
    }

    @GetMapping("/close/{group}/{period}/journal/erp")
    String erp(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        return page(JournalId.ofClose(id(group, period)), period, account, screen, model);
    }

    /** A journal that is no step of the close: of adjustments booked in its period, or of an accrual. */
    @GetMapping("/close/{group}/{period}/journal/{kind:FLASH|PPA}/{number:[1-9][0-9]{0,5}}")
    String erp(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        JournalId journal = JournalId.of(id(group, period), kind, number);
        return page(journal, journal.value(), account, screen, model);
    }

    private String page(JournalId journal, String name, Account account, Screen screen, Model model) {
        CloseId id = journal.close();
        Optional<JournalView> written = journals.journal(journal);
        if (written.isEmpty() && !journal.belongsToClose()) {
            throw NotFound.page().get();
        }
        PostingsView view = journals.postings(id, journal);
        Figures words = screen.figures();
        Leaf leaf = new Leaf(words.word("erp.title", name), stand(view, words))
                .under(words.word("crumb.close", id.period().value()), Ways.close(id))
                .under(words.word("journal.title", id.period().value()), Ways.journal(id));
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
        if (journal.belongsToAdjustments()) {
            written.ifPresent(j -> leaf.with(AdjustmentJournals.table(List.of(j), this::name, screen)));
        }
        List<ErpPeriodView> told = periods.told(id);
        if (!told.isEmpty()) {
            leaf.with(ErpTables.periods(told, screen));
        }
        facts(leaf, view, words);
        model.addAttribute("leaf", leaf);
        model.addAttribute("deeds", Ways.deeds(journal));
        PostingView last = last(view);
        model.addAttribute("sent", last != null);
        model.addAttribute("rejected", last != null && last.state() == KeyState.REJECTED);
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("reconciler", account.is(Role.ACCOUNTANT) || account.is(Role.APPROVER));
        return "journal-erp";
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }

    private String name(ShipperId shipper) {
        return contracts.shipper(shipper).map(ShipperView::name).orElse(shipper.value());
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
        Instant late = last.requestedAt().plus(patience(view.closeId()));
        if (open && clock.instant().isAfter(late)) {
            return words.word(
                    "erp.stand.late", words.time(last.requestedAt()), last.sentence() == null ? "" : last.sentence());
        }
        return words.word(
                "erp.stand." + last.state(), words.time(last.answeredAt()), last.documentNumber(), last.sentence());
    }

    /** From here on an outcome that is not known is a person's to clear up. */
    private Duration patience(CloseId close) {
        return closes.calendars().stream()
                .filter(calendar -> calendar.group().equals(close.group()))
                .findFirst()
                .map(calendar -> calendar.termsOf(close.period()))
                .orElseGet(CloseTerms::standard)
                .erpAfter();
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
