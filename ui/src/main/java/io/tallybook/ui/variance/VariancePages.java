package io.tallybook.ui.variance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceReviewCommand.RecordVarianceExplanation;
import io.tallybook.messages.variance.VarianceReviewCommand.SignReview;
import io.tallybook.messages.variance.VarianceReviewCommand.UnsignReview;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.variance.ReviewProgress;
import io.tallybook.query.variance.VarianceQueries;
import io.tallybook.query.variance.VarianceReviewView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.workpapers.PapersPanel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A month beside what it is compared with: the basis and per day by a click, words and second persons beneath. A little long by
 * its forms, which answer on the same page.
 */
@PageController
class VariancePages {
    private static final String PER_DAY = "perDay";

    private final VarianceQueries variances;
    private final BalanceQueries balances;
    private final CloseQueries closes;
    private final People people;
    private final Deeds deeds;
    private final PapersPanel papers;

    VariancePages(
            VarianceQueries variances,
            BalanceQueries balances,
            CloseQueries closes,
            People people,
            Deeds deeds,
            PapersPanel papers) {
        this.papers = papers;
        this.variances = variances;
        this.balances = balances;
        this.closes = closes;
        this.people = people;
        this.deeds = deeds;
    }

    /** A way to another basis or to figures per day. */
    public record Switch(String id, String labelKey, String href, boolean on) {}

    @GetMapping("/close/{group}/{period}/variance")
    String month(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId close = id(group, period);
        CalendarView calendar = closes.calendar(close.group()).orElseThrow(NotFound.page());
        VarianceBasis basis = screen.param("basis").map(VariancePages::basis).orElse(VarianceBasis.PRIOR_MONTH);
        boolean perDay = screen.param(PER_DAY).isPresent();
        String only = screen.param("contract").orElse("");
        List<VarianceReviewView> reviews = variances.ofClose(close).stream()
                .filter(review ->
                        only.isEmpty() || review.review().contract().value().equals(only))
                .toList();
        List<ReviewedLine> lines = ReviewedLine.of(reviews);
        model.addAttribute("close", close);
        model.addAttribute("closeWay", Ways.close(close));
        model.addAttribute("here", Ways.variances(close));
        model.addAttribute("contract", only);
        model.addAttribute("basis", basis);
        model.addAttribute("perDay", perDay);
        model.addAttribute("bases", bases(close, basis, perDay, only));
        model.addAttribute(
                "day", new Switch("per-day", "variance.perDay", address(close, basis, !perDay, only), perDay));
        model.addAttribute("stand", stand(reviews, screen.figures()));
        model.addAttribute("thresholds", thresholds(reviews, close, screen.figures()));
        List<ReviewedLine> words = words(lines);
        model.addAttribute("words", words);
        model.addAttribute("open", words.stream().anyMatch(line -> !line.isApproved()));
        model.addAttribute("drivers", VarianceDriver.values());
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("approver", account.is(Role.APPROVER));
        model.addAttribute("me", account.person());
        model.addAttribute("names", people.names());
        int days = perDay ? close.period().month().lengthOfMonth() : 1;
        model.addAttribute("lines", VarianceTables.lines(close, lines, basis, days, screen));
        model.addAttribute(
                "system",
                VarianceTables.system(
                        close,
                        balances.ofNetwork(calendar.network(), close.period()),
                        before(calendar, close, basis),
                        screen));
        return "variance";
    }

    /** What is to do first. */
    private static List<ReviewedLine> words(List<ReviewedLine> lines) {
        return lines.stream()
                .filter(line -> line.word() != null)
                .sorted(Comparator.comparing(ReviewedLine::isApproved))
                .toList();
    }

    private Map<String, BalanceView> before(CalendarView calendar, CloseId close, VarianceBasis basis) {
        return basis.isEarlierMonth()
                ? balances.ofNetwork(calendar.network(), basis.monthFor(close.period())).stream()
                        .filter(balance -> !balance.provisional())
                        .collect(Collectors.toMap(
                                balance -> balance.balance().area().value(), Function.identity()))
                : Map.of();
    }

    private static List<Switch> bases(CloseId close, VarianceBasis chosen, boolean perDay, String contract) {
        return Stream.of(VarianceBasis.values())
                .map(basis -> new Switch(
                        "basis-" + basis.name().toLowerCase(Locale.ROOT),
                        "basis." + basis,
                        address(close, basis, perDay, contract),
                        basis == chosen))
                .toList();
    }

    private static String address(CloseId close, VarianceBasis basis, boolean perDay, String contract) {
        return Ways.variances(close) + "?basis=" + basis + (perDay ? "&perDay=true" : "")
                + (contract.isEmpty() ? "" : "&contract=" + contract);
    }

    private static String stand(List<VarianceReviewView> reviews, Figures words) {
        List<ReviewProgress> all =
                reviews.stream().map(VarianceReviewView::progress).toList();
        if (all.isEmpty() || all.stream().noneMatch(ReviewProgress::compared)) {
            return words.word("variance.stand.none");
        }
        int flagged = all.stream().mapToInt(ReviewProgress::flagged).sum();
        int approved = all.stream().mapToInt(ReviewProgress::approved).sum();
        int waiting = all.stream().mapToInt(ReviewProgress::waiting).sum();
        return flagged == 0
                ? words.word("variance.stand.nothing")
                : words.word("variance.stand", approved, flagged, waiting);
    }

    /** Each limit once, the one of all first. */
    private static List<String> thresholds(List<VarianceReviewView> reviews, CloseId close, Figures words) {
        List<String> shown = reviews.stream()
                .flatMap(review -> review.lines().stream())
                .map(line -> threshold(line.threshold(), words))
                .distinct()
                .toList();
        return shown.isEmpty() ? List.of(threshold(VarianceThreshold.standard(close.period()), words)) : shown;
    }

    private static String threshold(VarianceThreshold limit, Figures words) {
        String scope = limit.scope().value().equals("all")
                ? words.word("variance.scope.all")
                : limit.scope().value().replaceFirst("^[a-z]+:", "");
        if (limit.money() == null && limit.percent() == null) {
            return words.word("variance.threshold.never", scope);
        }
        String money = limit.money() == null ? null : words.number(limit.money(), 2);
        String percent = limit.percent() == null
                ? null
                : limit.percent().stripTrailingZeros().toPlainString() + " %";
        if (money == null || percent == null) {
            return words.word("variance.threshold.one", scope, money == null ? percent : money);
        }
        return words.word(
                limit.both() ? "variance.threshold.both" : "variance.threshold.either", scope, money, percent);
    }

    @GetMapping("/close/{group}/{period}/variance/{contract}/{point}/{direction}")
    String line(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String contract,
            @PathVariable String point,
            @PathVariable String direction,
            Screen screen,
            Model model) {
        CloseId close = id(group, period);
        VarianceReviewId review = VarianceReviewId.of(new ContractId(contract), close.period());
        VarianceReviewView view = variances.review(review).orElseThrow(NotFound.page());
        ReviewedLine line = ReviewedLine.of(List.of(view)).stream()
                .filter(each ->
                        each.id().point().value().equals(point) && each.way().equals(direction))
                .findFirst()
                .orElseThrow(NotFound.page());
        Figures words = screen.figures();
        Function<@Nullable PersonId, String> names = people.names();
        String title = words.word(
                "variance.line.title",
                contract,
                point,
                words.word("direction." + line.id().direction()));
        String stand = line.word() == null
                ? words.word("variance.line.below", threshold(line.line().threshold(), words))
                : words.word("variance.state." + line.word().state());
        Leaf leaf = new Leaf(title, stand)
                .under(words.word("crumb.close", period), Ways.close(close))
                .under(words.word("variance.title", period), Ways.variances(close))
                .with(VarianceTables.bases(close, line, screen))
                .with(VarianceTables.history(variances.history(review, line.id()), screen, names))
                .fact("fact.events", words.word("fact.events.of"), Ways.stream(review.toString()));
        model.addAttribute("leaf", leaf);
        Subject of = Subject.varianceLine(
                new ContractId(contract), line.id().point(), line.id().direction());
        papers.on(close, List.of(of), Ways.subject(close, of), screen, model);
        return "leaf";
    }

    @PostMapping("/close/{group}/{period}/variance/explain")
    String explain(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String contract,
            @RequestParam String point,
            @RequestParam Direction direction,
            @RequestParam VarianceDriver driver,
            @RequestParam String text,
            @RequestParam String back,
            Authentication who,
            RedirectAttributes redirect) {
        VarianceReviewId review = review(contract, period);
        deeds.give(
                who,
                "variance",
                text,
                (by, at) -> new RecordVarianceExplanation(
                        review, new PointId(point), direction, driver, text.strip(), by, at),
                redirect);
        return back(id(group, period), back);
    }

    @PostMapping("/close/{group}/{period}/variance/sign")
    String sign(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String contract,
            @RequestParam String point,
            @RequestParam Direction direction,
            @RequestParam String explanation,
            @RequestParam String back,
            Authentication who,
            RedirectAttributes redirect) {
        VarianceReviewId review = review(contract, period);
        deeds.give(
                who,
                "variance",
                "",
                (by, at) -> new SignReview(review, new PointId(point), direction, new Sha256(explanation), by, at),
                redirect);
        return back(id(group, period), back);
    }

    @PostMapping("/close/{group}/{period}/variance/return")
    String sendBack(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String contract,
            @RequestParam String point,
            @RequestParam Direction direction,
            @RequestParam String reason,
            @RequestParam String back,
            Authentication who,
            RedirectAttributes redirect) {
        VarianceReviewId review = review(contract, period);
        deeds.give(
                who,
                "variance",
                reason,
                (by, at) -> new UnsignReview(review, new PointId(point), direction, reason.strip(), by, at),
                redirect);
        return back(id(group, period), back);
    }

    /** To the basis the person was looking at. */
    private static String back(CloseId close, String basis) {
        return "redirect:" + Ways.variances(close) + "?basis=" + basis(basis);
    }

    private static VarianceBasis basis(String word) {
        return Arrays.stream(VarianceBasis.values())
                .filter(basis -> basis.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(NotFound.page());
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }

    private static VarianceReviewId review(String contract, String period) {
        return VarianceReviewId.of(new ContractId(contract), new AccountingPeriod(period));
    }
}
