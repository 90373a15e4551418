package io.tallybook.ui.balance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.balance.BalanceDayView;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.workpapers.PapersPanel;
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

/** An area's balance of a month, what is left to explain in it, and its trend. */
@PageController
class BalancePage {
    private static final int MONTHS = 25;

    private final BalanceQueries balances;
    private final CloseQueries closes;
    private final People people;
    private final Deeds deeds;
    private final PapersPanel papers;

    BalancePage(BalanceQueries balances, CloseQueries closes, People people, Deeds deeds, PapersPanel papers) {
        this.papers = papers;
        this.balances = balances;
        this.closes = closes;
        this.people = people;
        this.deeds = deeds;
    }

    /** The only area at once, else a choice of areas. */
    @GetMapping("/close/{group}/{period}/balance")
    String areas(@PathVariable String group, @PathVariable String period, Screen screen, Model model) {
        CloseId id = id(group, period);
        CalendarView calendar = closes.calendar(id.group()).orElseThrow(NotFound.page());
        List<BalanceView> all = balances.ofNetwork(calendar.network(), id.period());
        if (all.size() == 1) {
            return "redirect:" + Ways.balance(id, all.getFirst().balance().area());
        }
        model.addAttribute("leaf", BalanceTables.areas(id, all, screen));
        return "leaf";
    }

    @GetMapping("/close/{group}/{period}/balance/{area}")
    String balance(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String area,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId id = id(group, period);
        BalanceView balance = balances.balance(balanceId(area, period)).orElseThrow(NotFound.page());
        model.addAttribute("close", id);
        model.addAttribute("area", area);
        model.addAttribute("balance", balance);
        model.addAttribute("stand", BalanceTables.stand(balance, screen.figures()));
        model.addAttribute(
                "toExplain",
                balance.days().stream().filter(BalanceDayView::unexplained).toList());
        model.addAttribute("causes", ImbalanceCause.values());
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("approver", account.is(Role.APPROVER));
        model.addAttribute("names", people.names());
        model.addAttribute("days", BalanceTables.days(id, balance, screen));
        model.addAttribute("points", BalanceTables.points(id, balances.inputs(balance.balance()), screen));
        model.addAttribute(
                "explanations",
                BalanceTables.explanations(balances.explanations(balance.balance()), screen, people.names()));
        model.addAttribute("waterfall", BalanceCharts.waterfall(balance, screen.figures()));
        model.addAttribute("daily", BalanceCharts.daily(balance, screen.figures()));
        model.addAttribute("charts", true);
        List<Subject> days = balance.days().stream()
                .map(day -> Subject.balanceDay(new AreaId(area), day.figures().day()))
                .toList();
        papers.on(id, days, Ways.balance(id, new AreaId(area)), screen, model);
        return "balance";
    }

    @PostMapping("/close/{group}/{period}/balance/{area}/explain")
    String explain(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String area,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam ImbalanceCause cause,
            @RequestParam String text,
            Authentication who,
            RedirectAttributes redirect) {
        GasDay of = day == null || day.isBlank() ? null : new GasDay(day);
        deeds.give(
                who,
                "explain",
                text,
                (by, at) -> new ExplainImbalance(balanceId(area, period), of, cause, text.strip(), by, at),
                redirect);
        return "redirect:" + Ways.balance(id(group, period), new AreaId(area));
    }

    /** {@code contentHash} is of the figures and explanations the person was shown. */
    @PostMapping("/close/{group}/{period}/balance/{area}/accept")
    String accept(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String area,
            @RequestParam String contentHash,
            Authentication who,
            RedirectAttributes redirect) {
        deeds.give(
                who,
                "accept",
                "",
                (by, at) -> new AcceptBalance(balanceId(area, period), new Sha256(contentHash), by, at),
                redirect);
        return "redirect:" + Ways.balance(id(group, period), new AreaId(area));
    }

    @GetMapping("/close/{group}/{period}/balance/{area}/trend")
    String trend(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String area,
            Screen screen,
            Model model) {
        BalanceView balance = balances.balance(balanceId(area, period)).orElseThrow(NotFound.page());
        var months = balances.trend(balance.balance(), MONTHS);
        model.addAttribute("close", id(group, period));
        model.addAttribute("balance", balance);
        model.addAttribute("trend", BalanceCharts.monthly(months, screen.figures()));
        model.addAttribute("months", BalanceTables.months(id(group, period), balance, months, screen));
        model.addAttribute("charts", true);
        return "trend";
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }

    private static BalanceId balanceId(String area, String period) {
        return BalanceId.of(new AreaId(area), new AccountingPeriod(period));
    }
}
