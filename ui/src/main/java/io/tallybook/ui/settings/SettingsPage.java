package io.tallybook.ui.settings;

import io.tallybook.query.ViewProgress;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
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

    SettingsPage(ViewProgress views) {
        this.views = views;
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
        return "settings";
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
