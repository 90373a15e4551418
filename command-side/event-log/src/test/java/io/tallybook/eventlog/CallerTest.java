package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final Instant AT = Instant.parse("2024-11-05T08:00:00Z");
    private static final PersonId ERIC = new PersonId("eric");
    private static final Command CONFIGURES = new RegisterShipper(new ShipperId("alpha"), "Alpha", ERIC, AT);
    private static final Command REVOKES = new RevokeAccess(new UserId("vera"), "left", ERIC, AT);

    @Test
    void whatTakesASecondPersonIsProposedByPeopleAndGivenByTheHouse() {
        assertThat(as(Role.ENGINEER).maySend(CONFIGURES)).isFalse();
        assertThat(as(Role.ENGINEER).mayPropose(CONFIGURES)).isTrue();
        assertThat(as(Role.VIEWER).mayPropose(CONFIGURES)).isFalse();
        Caller everything =
                Caller.person(new UserId("eric"), ERIC, EnumSet.complementOf(EnumSet.of(Role.PROCESS)), "web");
        assertThat(everything.maySend(CONFIGURES))
                .as("whatever roles a person holds")
                .isFalse();
        assertThat(Caller.process("relay").maySend(CONFIGURES)).isTrue();
    }

    @Test
    void whatTakesNoneIsGivenAndNotProposed() {
        assertThat(as(Role.ADMIN).maySend(REVOKES)).isTrue();
        assertThat(as(Role.ADMIN).mayPropose(REVOKES)).isFalse();
        assertThat(as(Role.ENGINEER).maySend(REVOKES)).isFalse();
    }

    private static Caller as(Role role) {
        return Caller.person(new UserId("eric"), ERIC, Set.of(role), "web");
    }
}
