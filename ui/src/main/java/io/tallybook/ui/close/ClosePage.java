package io.tallybook.ui.close;

import io.tallybook.eventlog.Claims;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.StepState;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.LentRights;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.State;
import io.tallybook.ui.workpapers.PapersPanel;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The cockpit of a close: where it stands, what blocks it, the checklist, the signatures. */
@PageController
class ClosePage {
    private final CloseQueries closes;
    private final BalanceQueries balances;
    private final StatementQueries statements;
    private final People people;
    private final Clock clock;
    private final PapersPanel papers;
    private final LentRights rights;
    private final ErpWord erp;
    private final Claims claims;

    ClosePage(
            CloseQueries closes,
            BalanceQueries balances,
            StatementQueries statements,
            People people,
            Clock clock,
            PapersPanel papers,
            LentRights rights,
            ErpWord erp,
            Claims claims) {
        this.claims = claims;
        this.erp = erp;
        this.papers = papers;
        this.rights = rights;
        this.closes = closes;
        this.balances = balances;
        this.statements = statements;
        this.people = people;
        this.clock = clock;
    }

    /** A blocker with its link, ready to show. */
    record Obstacle(
            String kindKey,
            String step,
            Blocker blocker,
            String href,
            @Nullable String escalated) {}

    @GetMapping("/close/{group}/{period}")
    String cockpit(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        CloseOverview close = closes.overview(id, clock.instant()).orElseThrow(NotFound.page());
        Function<@Nullable PersonId, String> names = people.names();
        model.addAttribute("close", close);
        model.addAttribute("names", names);
        model.addAttribute("lease", Lease.of(claims));
        model.addAttribute("stand", stand(close, screen.figures()));
        model.addAttribute("progress", CloseWords.progress(close.progress(), screen.figures()));
        model.addAttribute("obstacles", obstacles(close));
        model.addAttribute("suspended", suspended(close));
        model.addAttribute("signing", Signing.of(close, account));
        model.addAttribute("lent", lent(close, account));
        CalendarView calendar = closes.calendar(id.group()).orElseThrow(NotFound.page());
        model.addAttribute("undo", Undoing.of(close, calendar, account));
        model.addAttribute("erpPeriod", erp.known(close.closeId(), account));
        model.addAttribute("mayRestart", Signing.mayRestart(close, account));
        model.addAttribute("mayRepost", Signing.mayRepost(close, account));
        model.addAttribute("rejected", close.blockers().stream().anyMatch(b -> b.kind() == BlockerKind.REJECTED));
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        boolean onlyMine = screen.param("mine").isPresent();
        model.addAttribute("onlyMine", onlyMine);
        Predicate<Role> mine = role -> !onlyMine || account.is(role);
        model.addAttribute("contributors", People.list(close.contributors(), names));
        model.addAttribute("steps", StepRows.table(close, mine, screen, names));
        List<BalanceView> areas = balances.ofNetwork(close.network(), id.period());
        model.addAttribute("balances", areas);
        model.addAttribute("provisional", areas.stream().anyMatch(BalanceView::provisional));
        model.addAttribute("money", MoneySums.of(statements, close));
        List<Subject> tasks = Stream.of(CloseStep.values()).map(Subject::task).toList();
        papers.on(id, tasks, Ways.close(id), screen, model);
        return "close";
    }

    /** The rights of others the person may sign with beside their own. */
    private List<LentRights.Delegation> lent(CloseOverview close, Account account) {
        return Signing.isReadyFor(account.person(), close)
                ? rights.heldBy(
                        account.person(), account.roles(), close.closeId().group())
                : List.of();
    }

    /** Beside a signature that does not count until late data is decided on; null when it does. */
    private static @Nullable State suspended(CloseOverview close) {
        return close.step(CloseStep.APPROVE).state() == StepState.REDO ? State.redo("sign.suspended") : null;
    }

    private static List<Obstacle> obstacles(CloseOverview close) {
        return close.blockers().stream()
                .map(b -> new Obstacle(
                        "blocker." + b.kind(), "step." + b.step(), b, BlockerWays.of(close, b), escalated(close, b)))
                .toList();
    }

    /** Message key of who was told that the blocked step is late; null for nobody. */
    private static @Nullable String escalated(CloseOverview close, Blocker blocker) {
        var whom = close.step(blocker.step()).escalatedTo();
        return whom == null ? null : "escalated." + whom;
    }

    private static String stand(CloseOverview close, Figures figures) {
        int blockers = close.blockers().size();
        return blockers > 0
                ? figures.word("stand.blocked", blockers)
                : figures.word("stand." + close.status(), close.standing().size() + 1, figures.time(close.lockedAt()));
    }
}
