package io.tallybook.eventlog;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.Scope;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives an order, and how it came.
 *
 * @param scope the close groups the roles reach; null for the whole house
 * @param client {@code web}, {@code api}, {@code cli}, {@code demo-script}, {@code process:<name>}, {@code import}
 * @param reason the person's own words; required for manual acts that say so
 * @param commandId UUIDv7; null lets the door make one. The same id refused twice is recorded once
 * @param ifMatch the stream sequence the caller saw; null when it did not say
 * @param correlation the id that ties a chain of commands and events together; null starts a new one
 * @param causation event or command id that caused this
 */
public record Caller(
        UserId user,
        PersonId person,
        Set<Role> roles,
        @Nullable Scope scope,
        String client,
        Lane lane,
        @Nullable String reason,
        @Nullable UUID commandId,
        @Nullable Long ifMatch,
        @Nullable String correlation,
        @Nullable String causation) {

    /** A signed-in person whose roles reach the whole house. */
    public static Caller person(UserId user, PersonId person, Set<Role> roles, String client) {
        return person(user, person, roles, null, client);
    }

    /** A signed-in person. */
    public static Caller person(UserId user, PersonId person, Set<Role> roles, @Nullable Scope scope, String client) {
        return new Caller(user, person, roles, scope, client, Lane.PEOPLE, null, null, null, null, null);
    }

    /** One of the house's own processes. */
    public static Caller process(String name) {
        return new Caller(
                new UserId("tallybook"),
                new PersonId("tallybook"),
                Set.of(Role.PROCESS),
                null,
                "process:" + name,
                Lane.PROCESS,
                null,
                null,
                null,
                null,
                null);
    }

    public Caller on(Lane other) {
        return new Caller(
                user, person, roles, scope, client, other, reason, commandId, ifMatch, correlation, causation);
    }

    public Caller because(String words) {
        return new Caller(user, person, roles, scope, client, lane, words, commandId, ifMatch, correlation, causation);
    }

    public Caller causedBy(@Nullable String correlationId, @Nullable String causationId) {
        return new Caller(
                user, person, roles, scope, client, lane, reason, commandId, ifMatch, correlationId, causationId);
    }

    public Caller expecting(@Nullable Long sequence) {
        return new Caller(
                user, person, roles, scope, client, lane, reason, commandId, sequence, correlation, causation);
    }

    /** Whether one of the caller's roles lets them send such a command; what its aggregate says of it is another matter. */
    public boolean maySend(Command command) {
        return CommandKind.of(command.getClass()).maySend(roles);
    }

    /** Whether one of the caller's roles lets them put such an order into a change for another person's approval. */
    public boolean mayPropose(Command command) {
        return CommandKind.of(command.getClass()).mayPropose(roles);
    }
}
