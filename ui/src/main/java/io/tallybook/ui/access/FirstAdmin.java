package io.tallybook.ui.access;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the holder of the one-time code, printed at the start of an empty installation, make its first Admin. */
@Component
public class FirstAdmin {
    private static final int MOST_TRIES = 10;

    private final Identities identities;
    private final CommandDoor door;
    private final Clock clock;
    private @Nullable Sha256 code;
    private int tries;

    FirstAdmin(Identities identities, CommandDoor door, Clock clock) {
        this.identities = identities;
        this.door = door;
        this.clock = clock;
    }

    /** A new code; the one before no longer works. */
    public synchronized String newCode() {
        String fresh = Passwords.make();
        code = Sha256.of(fresh);
        tries = 0;
        return fresh;
    }

    public synchronized boolean awaited() {
        return code != null;
    }

    /** @throws Refused when no Admin is awaited, the code is wrong, or it was tried ten times */
    public synchronized Answer make(String given, UserId user, String name, String password) {
        if (code == null || !identities.none()) {
            throw new Refused("first-admin-exists", "This installation has its first Admin already; sign in instead.");
        }
        if (++tries > MOST_TRIES || !same(code, Sha256.of(given))) {
            throw new Refused("code-not-right", "The code is not right. Restart Tallybook to get a new one.");
        }
        Identities.check(name, password);
        PersonId person = new PersonId(user.value());
        Answer answer = door.send(
                new GrantAccess(
                        user,
                        person,
                        Set.of(Role.ADMIN),
                        0,
                        person,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                Caller.process("first-admin"));
        if (answer.done()) {
            identities.put(user, person, name, password);
            code = null;
        }
        return answer;
    }

    private static boolean same(Sha256 a, Sha256 b) {
        return MessageDigest.isEqual(
                a.hex().getBytes(StandardCharsets.US_ASCII), b.hex().getBytes(StandardCharsets.US_ASCII));
    }
}
