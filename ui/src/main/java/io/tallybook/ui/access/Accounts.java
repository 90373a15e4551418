package io.tallybook.ui.access;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signs accounts in by password: the same answer and the same work for an unknown, a locked and a mistyped one. */
@Component
public class Accounts implements AuthenticationProvider {
    private static final String SORRY =
            "User or password is not right, or the account is locked for 15 minutes after 10 failures.";

    private final Identities identities;
    private final Grants grants;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    Accounts(Identities identities, Grants grants, PasswordEncoder passwords) {
        this.identities = identities;
        this.grants = grants;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode(Passwords.make());
    }

    /** The account with the roles it has now; empty when there is none or it has no role. */
    public Optional<Account> find(UserId user) {
        return whoever(user).filter(account -> !account.roles().isEmpty());
    }

    private Optional<Account> whoever(UserId user) {
        return identities
                .find(user)
                .map(i -> new Account(
                        i.user(), i.person(), i.name(), grants.of(user), grants.scope(user), i.passwordHash()));
    }

    /** Every account, also those without a role, by user id. */
    public List<Account> everybody() {
        return identities.users().stream()
                .flatMap(user -> whoever(user).stream())
                .toList();
    }

    /** Every account that has a role now, by user id. */
    public List<Account> all() {
        return identities.users().stream().flatMap(user -> find(user).stream()).toList();
    }

    /** @throws BadCredentialsException with one sentence for every reason */
    public Account signIn(String name, String password) {
        Optional<UserId> user = userId(name);
        var identity = user.flatMap(identities::find);
        boolean right = passwords.matches(
                password, identity.map(Identities.Identity::passwordHash).orElse(nobodysHash));
        if (!right || identity.isEmpty() || identity.get().locked()) {
            user.ifPresent(identities::failed);
            throw new BadCredentialsException(SORRY);
        }
        identities.succeeded(identity.get().user());
        return find(identity.get().user()).orElseThrow(() -> new BadCredentialsException(SORRY));
    }

    private static Optional<UserId> userId(String name) {
        try {
            return Optional.of(new UserId(name));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        Account account = signIn(given.getName(), String.valueOf(given.getCredentials()));
        return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
