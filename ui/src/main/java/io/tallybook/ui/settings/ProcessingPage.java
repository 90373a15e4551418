package io.tallybook.ui.settings;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Claim;
import io.tallybook.eventlog.Claims;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Role;
import io.tallybook.messages.processing.ClaimId;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which node works on what, and what one left behind that no longer gives a sign of life. */
@PageController
class ProcessingPage {
    private static final String PLACE = "claim";
    private static final List<Column> COLUMNS = List.of(
            Column.text("claimed"),
            Column.text("claim-part"),
            Column.of("state", Kind.STATE),
            Column.text("claim-holder"),
            Column.of("claim-since", Kind.TIME),
            Column.text("claim-sign"));

    private final Claims claims;
    private final Callers callers;

    ProcessingPage(Claims claims, Callers callers) {
        this.claims = claims;
        this.callers = callers;
    }

    /** A stale claim with its words, ready to be cleared. */
    record Left(String claim, String name, String holder, String lastSign) {}

    @GetMapping("/processing")
    String processing(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        Figures words = screen.figures();
        List<Claim> all = claims.all();
        List<Claim> stale = all.stream().filter(Claim::stale).toList();
        model.addAttribute(
                "held", all.stream().filter(each -> each.holder() != null).count());
        model.addAttribute(
                "stale", stale.stream().map(each -> left(each, words)).toList());
        model.addAttribute("mayClear", account.is(Role.ADMIN));
        model.addAttribute(
                "claims",
                screen.table(
                        "claims",
                        COLUMNS,
                        all.stream().map(each -> row(each, words)).toList()));
        return "processing";
    }

    private static Left left(Claim stale, Figures words) {
        return new Left(
                stale.claim().value(),
                name(stale.claim(), words) + " " + stale.claim().part(),
                String.valueOf(stale.holder()),
                words.time(stale.lastSign()));
    }

    private static Row row(Claim each, Figures words) {
        return Row.of(
                each.claim().value(),
                Cell.of(name(each.claim(), words)),
                Cell.of(each.claim().part()),
                Cell.of(state(each)),
                Cell.of(each.holder()),
                Cell.of(each.since()),
                Cell.of(sign(each, words)));
    }

    private static State state(Claim each) {
        if (each.holder() == null) {
            return State.waiting("claim.free");
        }
        return each.stale() ? State.late("claim.stale") : State.working("claim.held");
    }

    /** A time that counts for somebody stands still; what is renewed every few seconds does not wobble here. */
    private static String sign(Claim each, Figures words) {
        if (each.lastSign() == null) {
            return "";
        }
        return each.stale() ? words.time(each.lastSign()) : words.word("claim.now");
    }

    /** In words where the house has them; a part that is no longer of it has only its name. */
    private static String name(ClaimId claim, Figures words) {
        String key = claim.isTask() ? "claim.task" : "view." + claim.name();
        String word = words.word(key);
        return word.equals(key) ? claim.name() : word;
    }

    @PostMapping("/processing/clear")
    String clear(
            @RequestParam String claim, @RequestParam String reason, Authentication who, RedirectAttributes redirect) {
        redirect.addFlashAttribute("did", did(claim, reason.strip(), who));
        return "redirect:/processing";
    }

    private Deeds.Did did(String claim, String reason, Authentication who) {
        try {
            Answer answer = claims.clear(new ClaimId(claim), reason, callers.of(who, "web"));
            return answer.done()
                    ? new Deeds.Did(PLACE, "done", "deed.done.claim", "")
                    : new Deeds.Did(PLACE, "refused", "deed.failed", answer.sentence());
        } catch (Invalid e) {
            return new Deeds.Did(PLACE, "refused", "", String.valueOf(e.getMessage()));
        }
    }
}
