package io.tallybook.ui.demo;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.ui.access.Identities;
import io.tallybook.ui.access.Passwords;
import io.tallybook.ui.access.Tokens;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The people of the demo. They exist only in a demo directory and get new passwords at each start. */
@Component
public class DemoUsers {
    /** User, display name, role. */
    public enum Who {
        ENGINEER("engineer", "Eva Lind (sample)", Role.ENGINEER),
        OPERATOR("operator", "Olga Holm (sample)", Role.OPERATOR),
        ACCOUNTANT("accountant", "Anna Berg (sample)", Role.ACCOUNTANT),
        APPROVER_ONE("approver-one", "Bo Friis (sample)", Role.APPROVER),
        APPROVER_TWO("approver-two", "Carla Dahl (sample)", Role.APPROVER),
        AUDITOR("auditor", "Ada Krog (sample)", Role.AUDITOR),
        VIEWER("viewer", "Viktor Juhl (sample)", Role.VIEWER),
        ADMIN("admin", "Adam Munk (sample)", Role.ADMIN);

        final UserId user;
        final String name;
        final Role role;

        Who(String user, String name, Role role) {
            this.user = new UserId(user);
            this.name = name;
            this.role = role;
        }

        /** What the person types as user. */
        public String userId() {
            return user.value();
        }
    }

    private final Identities identities;
    private final Tokens tokens;
    private final CommandDoor door;
    private final Clock clock;

    DemoUsers(Identities identities, Tokens tokens, CommandDoor door, Clock clock) {
        this.identities = identities;
        this.tokens = tokens;
        this.door = door;
        this.clock = clock;
    }

    /** Gives every demo user a new password and signs out who was signed in. The passwords are in this map only. */
    Map<Who, String> renew() {
        tokens.revokeAll();
        Map<Who, String> passwords = new LinkedHashMap<>();
        for (Who who : Who.values()) {
            String password = Passwords.make();
            identities.put(who.user, person(who), who.name, password);
            grant(who);
            passwords.put(who, password);
        }
        return passwords;
    }

    private void grant(Who who) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Answer answer = door.send(
                new GrantAccess(who.user, person(who), Set.of(who.role), 0, new PersonId("tallybook"), at),
                Caller.process("demo"));
        if (!answer.done()) {
            throw new IllegalStateException("the demo's users could not be granted their roles: " + answer.sentence());
        }
    }

    private static PersonId person(Who who) {
        return new PersonId(who.user.value());
    }
}
