package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Figures;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
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

    ClosePage(CloseQueries closes, BalanceQueries balances, StatementQueries statements, People people, Clock clock) {
        this.closes = closes;
        this.balances = balances;
        this.statements = statements;
        this.people = people;
        this.clock = clock;
    }

    /** A blocker with its link, ready to show. */
    record Obstacle(String kindKey, String step, Blocker blocker, String href) {}

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
        model.addAttribute("stand", stand(close, screen.figures()));
        model.addAttribute("obstacles", obstacles(close));
        model.addAttribute("signing", Signing.of(close, account));
        model.addAttribute("mayRestart", Signing.mayRestart(close, account));
        model.addAttribute("rejected", close.blockers().stream().anyMatch(b -> b.kind() == BlockerKind.REJECTED));
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("contributors", People.list(close.contributors(), names));
        model.addAttribute("steps", StepRows.table(close, screen, names));
        List<BalanceView> areas = balances.ofNetwork(close.network(), id.period());
        model.addAttribute("balances", areas);
        model.addAttribute("provisional", areas.stream().anyMatch(BalanceView::provisional));
        model.addAttribute("money", MoneySums.of(statements, close));
        return "close";
    }

    private static List<Obstacle> obstacles(CloseOverview close) {
        return close.blockers().stream()
                .map(b -> new Obstacle("blocker." + b.kind(), "step." + b.step(), b, BlockerWays.of(close, b)))
                .toList();
    }

    private static String stand(CloseOverview close, Figures figures) {
        int blockers = close.blockers().size();
        String where = blockers > 0
                ? figures.word("stand.blocked", blockers)
                : figures.word("stand." + close.status(), close.standing().size() + 1, figures.time(close.lockedAt()));
        return where + " "
                + figures.word("stand.done", close.done(), close.steps().size());
    }
}
