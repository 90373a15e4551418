package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.ApproveAccess;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.Scope;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Accounts;
import io.tallybook.ui.access.FirstAdmin;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.access.TokenScope;
import io.tallybook.ui.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, and who may do what. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "access", description = "Signing in, and who may do what")
class AccessApi {
    private final Accounts accounts;
    private final Tokens tokens;
    private final Grants grants;
    private final FirstAdmin firstAdmin;
    private final Orders orders;

    AccessApi(Accounts accounts, Tokens tokens, Grants grants, FirstAdmin firstAdmin, Orders orders) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.grants = grants;
        this.firstAdmin = firstAdmin;
        this.orders = orders;
    }

    record SignIn(String user, String password) {}

    /** {@code groups}: the close groups the roles reach; left out for the whole house. */
    record Me(
            String user,
            String person,
            String name,
            Set<Role> roles,
            @Nullable List<CloseGroup> groups) {}

    /**
     * {@code limit}: up to which amount an APPROVER's signature reaches; left out for any. {@code groups}: the close groups the
     * roles reach; left out for the whole house.
     */
    record NewUser(
            String person,
            String name,
            String password,
            Set<Role> roles,
            @Nullable Money limit,
            @Nullable List<CloseGroup> groups) {}

    record NewAdmin(String code, String user, String name, String password) {}

    record Reason(String reason) {}

    @PostMapping("/tokens")
    @Operation(summary = "Signs in; the token is good for twelve hours and shown once")
    Tokens.Issued signIn(@RequestBody SignIn body) {
        return tokens.issue(accounts.signIn(body.user(), body.password()).user());
    }

    record NewToken(String name, TokenScope scope, int days) {}

    @GetMapping("/me/tokens")
    @Operation(summary = "One's own tokens: what for, what they may do, until when, used when; never their bits")
    List<Tokens.Listed> tokens(@AuthenticationPrincipal Account account) {
        return tokens.of(account.user());
    }

    @PostMapping("/me/tokens")
    @Operation(
            summary =
                    "A token for a program: READ reads, IMPORT also delivers files and readings, ALL does what one may",
            description =
                    "Lives 1 to 366 days; the token is shown once. Roles are read anew at each request, so a token"
                            + " never outlasts a grant.")
    Tokens.Issued newToken(@RequestBody NewToken body, @AuthenticationPrincipal Account account) {
        return tokens.issue(account.user(), body.name(), body.scope(), body.days());
    }

    @DeleteMapping("/me/tokens/{id}")
    @Operation(summary = "Ends one of one's own tokens")
    ResponseEntity<Object> revokeToken(@PathVariable String id, @AuthenticationPrincipal Account account) {
        if (!tokens.revoke(account.user(), id)) {
            throw new NotThere("There is no token " + id + " of yours.");
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me")
    @Operation(summary = "Who is signed in")
    Me me(@AuthenticationPrincipal Account account) {
        return new Me(
                account.user().value(), account.person().value(), account.name(), account.roles(), groups(account));
    }

    @PostMapping("/first-admin")
    @Operation(summary = "Makes the first Admin of an empty installation with the one-time code printed at start")
    ResponseEntity<Object> firstAdmin(@RequestBody NewAdmin body) {
        return orders.respond(firstAdmin.make(body.code(), new UserId(body.user()), body.name(), body.password()));
    }

    @PutMapping("/users/{user}")
    @PreAuthorize("hasRole('ADMIN')")
    @Gives(GrantAccess.class)
    @Operation(
            summary = "Makes an account, or sets its name, password and roles",
            description = "While there is another Admin, the roles hold once that Admin has approved them.")
    ResponseEntity<Object> putUser(@PathVariable String user, @RequestBody NewUser body, HttpServletRequest request) {
        Grants.Wanted wanted = new Grants.Wanted(
                new UserId(user),
                new PersonId(body.person()),
                body.name(),
                body.roles(),
                body.limit(),
                Scope.of(body.groups()));
        return orders.respond(
                grants.grant(wanted, body.password(), orders.caller(request)).answer());
    }

    record Roles(
            Set<Role> roles,
            @Nullable Money limit,
            @Nullable List<CloseGroup> groups) {}

    @PostMapping("/users/{user}/approve")
    @PreAuthorize("hasRole('ADMIN')")
    @Gives(ApproveAccess.class)
    @Operation(summary = "Approves the roles another Admin has proposed for an account")
    ResponseEntity<Object> approve(@PathVariable String user, @RequestBody Roles body, HttpServletRequest request) {
        return orders.respond(grants.approve(
                new UserId(user), body.roles(), body.limit(), Scope.of(body.groups()), orders.caller(request)));
    }

    record User(
            String user,
            String person,
            String name,
            Set<Role> roles,
            @Nullable Set<Role> proposed,
            @Nullable Money limit,
            @Nullable List<CloseGroup> groups) {}

    @GetMapping("/users")
    @PreAuthorize("hasAnyRole('ADMIN', 'AUDITOR')")
    @Operation(summary = "Every account with its roles, and those that wait for a second Admin")
    List<User> users() {
        return accounts.everybody().stream()
                .map(account -> new User(
                        account.user().value(),
                        account.person().value(),
                        account.name(),
                        account.roles(),
                        grants.waiting(account.user())
                                .map(waiting -> waiting.grant().roles())
                                .orElse(null),
                        grants.limit(account.user()),
                        groups(account)))
                .toList();
    }

    private static @Nullable List<CloseGroup> groups(Account account) {
        return account.scope() == null ? null : account.scope().groups();
    }

    @DeleteMapping("/users/{user}/grant")
    @PreAuthorize("hasRole('ADMIN')")
    @Gives(RevokeAccess.class)
    @Operation(summary = "Takes every role from an account")
    ResponseEntity<Object> revoke(
            @PathVariable String user,
            @RequestBody Reason body,
            @AuthenticationPrincipal Account admin,
            HttpServletRequest request) {
        return orders.give(new RevokeAccess(new UserId(user), body.reason(), admin.person(), orders.now()), request);
    }
}
