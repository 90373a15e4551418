package io.tallybook.ui.settings;

import io.tallybook.eventlog.Answer;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.Scope;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Accounts;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.access.Identities;
import io.tallybook.ui.access.LentRights;
import io.tallybook.ui.frame.Amount;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may do what. An Admin grants, another approves; the passwords made here are shown once. */
@PageController
class UserPages {
    private static final List<Role> ROLES =
            Stream.of(Role.values()).filter(role -> role != Role.PROCESS).toList();

    private final Accounts accounts;
    private final Grants grants;
    private final Callers callers;
    private final People people;
    private final Deeds deeds;
    private final CloseQueries closes;
    private final LentRights rights;
    private final Identities identities;

    UserPages(
            Accounts accounts,
            Grants grants,
            Callers callers,
            People people,
            Deeds deeds,
            CloseQueries closes,
            LentRights rights,
            Identities identities) {
        this.closes = closes;
        this.rights = rights;
        this.identities = identities;
        this.accounts = accounts;
        this.grants = grants;
        this.callers = callers;
        this.people = people;
        this.deeds = deeds;
    }

    @GetMapping("/users")
    String users(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        // who else has an account is for an Admin and an Auditor, here as in the API and the workbook
        boolean sees = account.is(Role.ADMIN) || account.is(Role.AUDITOR);
        List<Account> all = sees ? accounts.everybody() : List.of(account);
        Figures words = screen.figures();
        model.addAttribute("admin", account.is(Role.ADMIN));
        model.addAttribute("person", account.person());
        model.addAttribute("roles", ROLES);
        model.addAttribute("names", people.names());
        model.addAttribute("sees", sees);
        model.addAttribute("waiting", sees ? grants.waiting() : List.of());
        model.addAttribute(
                "chosen",
                screen.param("of")
                        .flatMap(of -> all.stream()
                                .filter(each -> each.user().value().equals(of))
                                .findFirst())
                        .orElse(null));
        model.addAttribute(
                "limit", screen.param("of").map(UserId::new).map(grants::limit).orElse(null));
        Scope scope = screen.param("of").map(UserId::new).map(grants::scope).orElse(null);
        model.addAttribute("scope", scope == null ? List.of() : scope.groups());
        model.addAttribute(
                "active", all.stream().filter(each -> !each.roles().isEmpty()).count());
        model.addAttribute(
                "table",
                screen.table(
                        "users",
                        List.of(
                                Column.text("setup-user"),
                                Column.text("setup-name"),
                                Column.text("setup-person"),
                                Column.of("state", Kind.STATE),
                                Column.text("setup-roles"),
                                Column.text("setup-limit"),
                                Column.text("grantScope")),
                        all.stream().map(each -> row(each, words)).toList()));
        delegations(account, screen, model);
        return "users";
    }

    /** Of every close group; whose right it is and every Admin may take it back. */
    private void delegations(Account account, Screen screen, Model model) {
        List<CloseGroup> groups =
                closes.calendars().stream().map(CalendarView::group).toList();
        List<LentRights.Delegation> all =
                groups.stream().flatMap(group -> rights.of(group).stream()).toList();
        Function<@Nullable PersonId, String> names = people.names();
        model.addAttribute("groups", groups.stream().map(CloseGroup::value).toList());
        model.addAttribute("approver", account.is(Role.APPROVER));
        model.addAttribute(
                "others",
                identities.names().entrySet().stream()
                        .filter(person ->
                                !person.getKey().equals(account.person().value()))
                        .sorted(Map.Entry.comparingByValue())
                        .toList());
        model.addAttribute(
                "revocable",
                all.stream()
                        .filter(each -> each.inForce()
                                && (account.is(Role.ADMIN) || each.of().equals(account.person())))
                        .toList());
        model.addAttribute("delegations", Delegated.table(all, names, screen));
    }

    private Row row(Account each, Figures words) {
        boolean waits = grants.waiting(each.user()).isPresent();
        State state = waits
                ? State.waiting("user.waits")
                : each.roles().isEmpty() ? State.revoked("user.none") : State.done("user.active");
        return Row.of(
                each.user().value(),
                Cell.of(each.user().value()).to("/users?of=" + each.user().value() + "#form"),
                Cell.of(each.name()),
                Cell.of(each.person().value()),
                Cell.of(state),
                Cell.of(words(each.roles(), words)).marked("wrap"),
                Cell.of(each.is(Role.APPROVER) ? limit(each.user(), words) : ""),
                Cell.of(scope(each, words)).marked("wrap"));
    }

    private String limit(UserId user, Figures words) {
        Money limit = grants.limit(user);
        return limit == null ? words.word("user.anyAmount") : words.money(limit) + " " + limit.currency();
    }

    private static String scope(Account of, Figures words) {
        Scope scope = of.scope();
        return scope == null ? words.word("user.everyGroup") : scope.words();
    }

    private static @Nullable Scope scope(@Nullable Set<String> groups) {
        return Scope.of(
                groups == null
                        ? List.of()
                        : groups.stream().map(CloseGroup::new).toList());
    }

    private static String words(Collection<Role> roles, Figures words) {
        return roles.stream().sorted().map(role -> words.word("role." + role)).collect(Collectors.joining(", "));
    }

    /** Answers on the page itself, not after a redirect: a new user's password is shown once and kept nowhere. */
    @PostMapping("/users")
    String grant(
            @RequestParam String user,
            @RequestParam String person,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(required = false) @Nullable Set<String> groups,
            @AuthenticationPrincipal Account account,
            Authentication who,
            Screen screen,
            Model model) {
        mustBeAdmin(account);
        try {
            Set<Role> wanted = roles == null ? EnumSet.noneOf(Role.class) : roles;
            String owner = person.isBlank() ? user : person;
            Grants.Granted granted = grants.grant(
                    new Grants.Wanted(
                            new UserId(user.strip()),
                            new PersonId(owner.strip()),
                            name.strip(),
                            wanted,
                            Amount.of(limit, currency),
                            scope(groups)),
                    callers.of(who, "web"));
            model.addAttribute("granted", granted);
            model.addAttribute("grantedUser", user.strip());
        } catch (Invalid e) {
            model.addAttribute("sentence", e.getMessage());
        }
        return users(account, screen, model);
    }

    @PostMapping("/users/approve")
    String approve(
            @RequestParam String user,
            @RequestParam Set<Role> roles,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(required = false) @Nullable Set<String> groups,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        mustBeAdmin(account);
        Answer answer = grants.approve(
                new UserId(user), roles, Amount.of(limit, currency), scope(groups), callers.of(who, "web"));
        redirect.addFlashAttribute(
                "did",
                answer.done()
                        ? new Deeds.Did("user", "done", "deed.done.user", "")
                        : new Deeds.Did("user", "refused", "deed.failed", answer.sentence()));
        return "redirect:/users";
    }

    @PostMapping("/users/revoke")
    String revoke(
            @RequestParam String user, @RequestParam String reason, Authentication who, RedirectAttributes redirect) {
        UserId id = new UserId(user);
        deeds.give(who, "user", reason, (by, at) -> new RevokeAccess(id, reason.strip(), by, at), redirect);
        return "redirect:/users";
    }

    private static void mustBeAdmin(Account account) {
        if (!account.is(Role.ADMIN)) {
            throw new AccessDeniedException("an Admin does this");
        }
    }
}
