package io.tallybook.ui.settings;

import io.tallybook.messages.Invalid;
import io.tallybook.query.ViewProgress;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.TokenScope;
import io.tallybook.ui.access.Tokens;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who I am, how it looks, how far the views have come. */
@PageController
class SettingsPage {
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Duration KEPT = Duration.ofDays(400);

    private final ViewProgress views;
    private final Tokens tokens;

    SettingsPage(ViewProgress views, Tokens tokens) {
        this.views = views;
        this.tokens = tokens;
    }

    @GetMapping("/settings")
    String settings(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        model.addAttribute("account", account);
        model.addAttribute(
                "roles",
                account.roles().stream()
                        .map(role -> screen.figures().word("role." + role))
                        .sorted()
                        .toList());
        model.addAttribute(
                "table",
                screen.table(
                        "views",
                        List.of(
                                Column.text("view"),
                                Column.of("state", Kind.STATE),
                                Column.figure("position", Kind.COUNT, null),
                                Column.figure("lag", Kind.COUNT, null),
                                Column.text("failure")),
                        views.projections().stream()
                                .map(p -> Row.of(
                                        p.name(),
                                        Cell.of(screen.figures().word("view." + p.name())),
                                        Cell.of(
                                                p.failure() != null
                                                        ? State.blocked("view.stopped")
                                                        : p.lag() > 0
                                                                ? State.working("view.behind")
                                                                : State.done("view.current")),
                                        Cell.of(p.position()),
                                        Cell.of(p.lag()),
                                        Cell.of(p.failure()).marked("wrap")))
                                .toList()));
        List<Tokens.Listed> listed = tokens.of(account.user());
        model.addAttribute("scopes", TokenScope.values());
        model.addAttribute(
                "named",
                listed.stream().filter(token -> !token.name().isEmpty()).toList());
        model.addAttribute(
                "tokens",
                screen.table(
                        "tokens",
                        List.of(
                                Column.text("token"),
                                Column.text("scope"),
                                Column.of("made", Kind.TIME),
                                Column.of("until", Kind.TIME),
                                Column.of("used", Kind.TIME)),
                        listed.stream()
                                .map(token -> row(token, screen.figures()))
                                .toList()));
        return "settings";
    }

    private static Row row(Tokens.Listed token, Figures words) {
        return Row.of(
                token.id(),
                Cell.of(token.name().isEmpty() ? words.word("token.signed-in") : token.name()),
                Cell.of(words.word("scope." + token.scope())),
                Cell.of(token.createdAt()),
                Cell.of(token.expiresAt()),
                Cell.of(token.lastUsedAt()));
    }

    /** Answers on the page itself, not after a redirect: a token is shown once. */
    @PostMapping("/settings/tokens")
    String token(
            @RequestParam String name,
            @RequestParam TokenScope scope,
            @RequestParam int days,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        try {
            model.addAttribute(
                    "made", tokens.issue(account.user(), name, scope, days).token());
        } catch (Invalid e) {
            model.addAttribute("sentence", e.getMessage());
        }
        return settings(account, screen, model);
    }

    @PostMapping("/settings/tokens/end")
    String end(@RequestParam String id, @AuthenticationPrincipal Account account) {
        tokens.revoke(account.user(), id);
        return "redirect:/settings";
    }

    @PostMapping("/settings/theme")
    String theme(@RequestParam String theme, HttpServletResponse response) {
        boolean chosen = THEMES.contains(theme);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from("theme", chosen ? theme : "")
                        .path("/")
                        .sameSite("Lax")
                        .httpOnly(true)
                        .maxAge(chosen ? KEPT : Duration.ZERO)
                        .build()
                        .toString());
        return "redirect:/settings";
    }
}
