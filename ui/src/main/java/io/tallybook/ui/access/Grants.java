package io.tallybook.ui.access;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.ApproveAccess;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessProposed;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import io.tallybook.messages.access.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an account may do, read from its own stream: a revoked grant holds from the next request on. An Admin alone grants; as
 * soon as there are two, one grants and another approves.
 */
@Component
public class Grants {
    private final EventReader log;
    private final CommandDoor door;
    private final Identities identities;
    private final Clock clock;

    Grants(EventReader log, CommandDoor door, Identities identities, Clock clock) {
        this.log = log;
        this.door = door;
        this.identities = identities;
        this.clock = clock;
    }

    /** An account as an Admin wants it. */
    public record Wanted(
            UserId user,
            PersonId person,
            String name,
            Set<Role> roles,
            @Nullable Money limit,
            @Nullable Scope scope) {
        public boolean isAs(Account account) {
            return account.person().equals(person)
                    && account.name().equals(name)
                    && Set.copyOf(account.roles()).equals(roles);
        }
    }

    /**
     * What a grant came to.
     *
     * @param proposed whether it waits for another Admin
     * @param password of a new account, made here and told this once; null otherwise
     */
    public record Granted(
            Answer answer, boolean proposed, @Nullable String password) {}

    /** A grant that waits for another Admin. */
    public record Waiting(AccessProposed grant, Instant since) {}

    Set<Role> of(UserId user) {
        Set<Role> roles = Set.of();
        for (var stored : log.stream(user.toString())) {
            roles = switch (stored.event()) {
                case AccessGranted granted -> granted.roles();
                case AccessRevoked revoked -> Set.of();
                default -> roles;
            };
        }
        return roles;
    }

    /** Up to which amount the account's signature reaches; null for any. */
    public @Nullable Money limit(UserId user) {
        Money limit = null;
        for (var stored : log.stream(user.toString())) {
            limit = stored.event() instanceof AccessGranted granted ? granted.limit() : limit;
        }
        return limit;
    }

    /** The close groups the account's roles reach; null for the whole house. */
    public @Nullable Scope scope(UserId user) {
        Scope scope = null;
        for (var stored : log.stream(user.toString())) {
            scope = stored.event() instanceof AccessGranted granted ? granted.scope() : scope;
        }
        return scope;
    }

    /** What is proposed for the account and not decided. */
    public Optional<Waiting> waiting(UserId user) {
        Waiting waiting = null;
        for (var stored : log.stream(user.toString())) {
            waiting = switch (stored.event()) {
                case AccessProposed proposed -> new Waiting(proposed, stored.time());
                case AccessGranted granted -> null;
                case AccessRevoked revoked -> null;
                default -> waiting;
            };
        }
        return Optional.ofNullable(waiting);
    }

    /** Every account with a grant that waits, by user id. */
    public List<Waiting> waiting() {
        return identities.users().stream()
                .flatMap(user -> waiting(user).stream())
                .toList();
    }

    /**
     * Grants roles, and makes the account with a password when there is none.
     *
     * @throws Invalid when the name is none
     */
    public Granted grant(Wanted wanted, Caller admin) {
        String made = identities.has(wanted.user()) ? null : Passwords.make();
        return grant(wanted, made, made, admin);
    }

    /** Grants roles and sets the password that the Admin chose. */
    public Granted grant(Wanted wanted, String password, Caller admin) {
        Identities.check(wanted.name(), password);
        return grant(wanted, password, null, admin);
    }

    private Granted grant(Wanted wanted, @Nullable String password, @Nullable String told, Caller admin) {
        Answer answer = door.send(
                new GrantAccess(
                        wanted.user(),
                        wanted.person(),
                        wanted.roles(),
                        wanted.limit(),
                        wanted.scope(),
                        others(admin.person()),
                        admin.person(),
                        now()),
                admin);
        if (answer.done() && password != null) {
            identities.put(wanted.user(), wanted.person(), wanted.name(), password);
        }
        return new Granted(answer, waiting(wanted.user()).isPresent(), answer.done() ? told : null);
    }

    /** Approves the roles, the limit and the scope another Admin proposed. */
    public Answer approve(
            UserId user, Collection<Role> roles, @Nullable Money limit, @Nullable Scope scope, Caller admin) {
        return door.send(new ApproveAccess(user, Set.copyOf(roles), limit, scope, admin.person(), now()), admin);
    }

    private int others(PersonId admin) {
        return (int) identities.users().stream()
                .filter(user -> of(user).contains(Role.ADMIN))
                .flatMap(user -> identities.find(user).stream())
                .map(Identities.Identity::person)
                .filter(person -> !person.equals(admin))
                .distinct()
                .count();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
