package io.tallybook.ui.access;

import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an account may do, read from its own stream: a revoked grant holds from the next request on. */
@Component
class Grants {
    private final EventReader log;

    Grants(EventReader log) {
        this.log = log;
    }

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
}
