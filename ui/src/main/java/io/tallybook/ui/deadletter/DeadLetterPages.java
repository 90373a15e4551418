package io.tallybook.ui.deadletter;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.PageRequest;
import io.tallybook.query.deadletter.DeadLetterCount;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.deadletter.DeadLetterView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.workpapers.PapersPanel;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages that could not be accepted: which, why, their raw text, and excluding one with a reason. */
@PageController
class DeadLetterPages {
    private final DeadLetterQueries deadLetters;
    private final People people;
    private final DeadLetterTables tables;
    private final Deeds deeds;
    private final PapersPanel papers;

    DeadLetterPages(
            DeadLetterQueries deadLetters, DeadLetterTables tables, People people, Deeds deeds, PapersPanel papers) {
        this.papers = papers;
        this.deadLetters = deadLetters;
        this.tables = tables;
        this.people = people;
        this.deeds = deeds;
    }

    @GetMapping("/dead-letters")
    String list(Screen screen, Model model) {
        DeadLetterFilter filter = new DeadLetterFilter(
                screen.param("status")
                        .map(s -> DeadLetterStatus.valueOf(s.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                screen.param("import").map(ImportId::new).orElse(null),
                screen.param("month").map(MeterMonthId::new).orElse(null),
                screen.param("period").map(AccountingPeriod::new).orElse(null),
                screen.param("category").orElse(null));
        var page = deadLetters.deadLetters(
                filter, new PageRequest(PageRequest.MOST, screen.param("cursor").orElse(null)));
        List<DeadLetterCount> counts = deadLetters.counts(filter);
        int open = counts.stream()
                .filter(c -> c.status() == DeadLetterStatus.OPEN)
                .mapToInt(DeadLetterCount::count)
                .sum();
        int settled = counts.stream().mapToInt(DeadLetterCount::count).sum() - open;
        model.addAttribute("open", open);
        model.addAttribute("settled", settled);
        model.addAttribute(
                "month",
                screen.param("month")
                        .map(month -> tables.name(new MeterMonthId(month), screen.figures()))
                        .orElse(""));
        model.addAttribute("status", screen.param("status").orElse(""));
        model.addAttribute("table", tables.table("dead-letters", page, screen).live("deadletter"));
        return "dead-letters";
    }

    @GetMapping("/dead-letters/{*id}")
    String detail(@PathVariable String id, @AuthenticationPrincipal Account account, Screen screen, Model model) {
        DeadLetterView view =
                deadLetters.deadLetter(new DeadLetterId(id.substring(1))).orElseThrow(NotFound.page());
        model.addAttribute("letter", view);
        MeterMonthId month = view.month();
        model.addAttribute("monthName", month == null ? "" : tables.name(month, screen.figures()));
        model.addAttribute("state", DeadLetterTables.state(view.status()));
        model.addAttribute("names", people.names());
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("importWay", Ways.imported(view.source().importId()));
        model.addAttribute("eventsWay", Ways.stream(view.deadLetter().toString()));
        Subject of = Subject.deadLetter(view.deadLetter());
        screen.close()
                .map(close -> month == null ? close : CloseId.of(close.group(), month.period()))
                .ifPresent(close -> papers.on(close, List.of(of), Ways.subject(close, of), screen, model));
        return "dead-letter";
    }

    @PostMapping("/dead-letters/exclude")
    String exclude(
            @RequestParam String id, @RequestParam String reason, Authentication who, RedirectAttributes redirect) {
        DeadLetterId letter = new DeadLetterId(id);
        deeds.give(who, "exclude", reason, (by, at) -> new ExcludeDeadLetter(letter, reason.strip(), by, at), redirect);
        return "redirect:" + Ways.deadLetter(letter);
    }
}
