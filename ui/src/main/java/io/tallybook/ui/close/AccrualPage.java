package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.accrual.AccrualQueries;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.query.statement.MonthEstimate;
import io.tallybook.query.statement.MonthEstimate.Without;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.journal.ErpTables;
import io.tallybook.ui.table.Figures;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A month's flash accrual: what it would be, what was proposed, booked and taken back, and what the month came to beside it. */
@PageController
class AccrualPage {
    private final CloseQueries closes;
    private final AccrualQueries accruals;
    private final JournalQueries journals;
    private final AccrualOrders orders;
    private final People people;
    private final Clock clock;

    AccrualPage(
            CloseQueries closes,
            AccrualQueries accruals,
            JournalQueries journals,
            AccrualOrders orders,
            People people,
            Clock clock) {
        this.closes = closes;
        this.accruals = accruals;
        this.journals = journals;
        this.orders = orders;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/close/{group}/{period}/accrual")
    String accrual(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        CloseOverview close = closes.overview(id, clock.instant()).orElseThrow(NotFound.page());
        List<AccrualView> all = accruals.ofClose(id);
        PostingsView postings = postings(id, all);
        Accruing accruing = Accruing.of(close, all, postings.postings(), clock.instant(), account);
        Function<@Nullable PersonId, String> names = people.names();
        Figures words = screen.figures();
        model.addAttribute("id", id);
        model.addAttribute("here", Ways.accrual(id));
        model.addAttribute("accruing", accruing);
        model.addAttribute("names", names);
        model.addAttribute("stand", stand(accruing, close, words));
        model.addAttribute(
                "terms",
                closes.calendar(id.group()).orElseThrow(NotFound.page()).termsOf(id.period()));
        if (accruing.current() != null) {
            model.addAttribute("lines", AccrualTables.lines(accruing.current(), screen));
        }
        if (postings.sent() > 0) {
            model.addAttribute("keys", ErpTables.keys(postings, screen).live("journal-posting"));
            model.addAttribute("journal", Ways.stream(postings.journal().toString()));
        }
        if (accruing.open()) {
            estimate(id, words, screen, model);
        }
        if (!accruing.earlier().isEmpty()) {
            model.addAttribute("earlier", AccrualTables.earlier(accruing.earlier(), screen, names));
        }
        return "accrual";
    }

    private PostingsView postings(CloseId id, List<AccrualView> all) {
        int number = all.stream()
                .filter(Accruing::counts)
                .mapToInt(AccrualView::number)
                .findFirst()
                .orElse(1);
        return journals.postings(id, JournalId.ofAccrual(id, number));
    }

    private void estimate(CloseId id, Figures words, Screen screen, Model model) {
        MonthEstimate estimate = orders.estimate(id).orElseThrow(NotFound.page());
        model.addAttribute("estimate", AccrualTables.estimate(estimate, screen));
        model.addAttribute("shippers", estimate.shippers());
        model.addAttribute(
                "without",
                estimate.without().stream()
                        .map(of -> without(of, words))
                        .distinct()
                        .toList());
    }

    private static String without(Without of, Figures words) {
        return of.unmeasured()
                ? words.word("accrual.without.unmeasured", of.pointName())
                : words.word("accrual.without.unshared", of.pointName(), words.word("direction." + of.direction()));
    }

    private static String stand(Accruing accruing, CloseOverview close, Figures words) {
        AccrualView current = accruing.current();
        if (current == null) {
            return words.word(
                    accruing.open() ? "accrual.stand.open" : accruing.tooLate(), words.time(close.dueFrom()), "–");
        }
        if (accruing.waits()) {
            Money amount = accruing.amount();
            return words.word(
                    "accrual.stand.waits",
                    current.number(),
                    words.money(amount),
                    amount == null ? "" : amount.currency());
        }
        return booked(accruing, String.valueOf(current.reversedIn()), words);
    }

    private static String booked(Accruing accruing, String next, Figures words) {
        PostingView booking = accruing.booking().orElse(null);
        PostingView back = accruing.reversal().orElse(null);
        if (booking == null) {
            return words.word("accrual.stand.released");
        }
        if (booking.state() != KeyState.ACKNOWLEDGED) {
            boolean refused = booking.state() == KeyState.REJECTED;
            return words.word(refused ? "accrual.stand.refused" : "accrual.stand.sent", booking.sentence());
        }
        String word = back == null || back.state() != KeyState.ACKNOWLEDGED && back.state() != KeyState.REJECTED
                ? "accrual.stand.booked"
                : back.state() == KeyState.REJECTED ? "accrual.stand.stays" : "accrual.stand.reversed";
        return words.word(
                word,
                booking.documentNumber(),
                next,
                back == null ? null : back.documentNumber(),
                back == null ? null : back.sentence());
    }
}
