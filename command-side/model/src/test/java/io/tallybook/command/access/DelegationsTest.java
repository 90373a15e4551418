package io.tallybook.command.access;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.DelegationCommand;
import io.tallybook.messages.access.DelegationCommand.DelegateApproval;
import io.tallybook.messages.access.DelegationCommand.RevokeDelegation;
import io.tallybook.messages.access.DelegationEvent.ApprovalDelegated;
import io.tallybook.messages.access.DelegationsId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DelegationsTest {
    private static final DelegationsId DK = new DelegationsId("dk");
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final PersonId BO = new PersonId("bo");
    private static final PersonId CARLA = new PersonId("carla");
    private static final PersonId DAN = new PersonId("dan");

    private final Tale<Delegations> delegations = new Tale<>(Delegations.class);

    @Test
    void lendsARightForAWhileAndTheSameOrderAgainChangesNothing() {
        delegations.told(lend(BO, CARLA, AT, WEEK));

        ApprovalDelegated given = delegations.latest(ApprovalDelegated.class);
        assertThat(given.isInForce(AT)).isTrue();
        assertThat(given.isInForce(AT.plus(WEEK).minusMillis(1))).isTrue();
        assertThat(given.isInForce(AT.plus(WEEK))).isFalse();
        assertThat(given.isInForce(AT.minusMillis(1))).isFalse();
        assertThat(delegations.when(lend(BO, CARLA, AT, WEEK))).isEmpty();
    }

    @Test
    void lendsARightToOnePersonAtATimeAndToAnotherOnceItHasEndedOrIsRevoked() {
        delegations.told(lend(BO, CARLA, AT, WEEK));
        assertThat(delegations.refusal(lend(BO, DAN, AT.plus(Duration.ofDays(6)), WEEK)))
                .isEqualTo("lent-already");
        assertThat(delegations.when(lend(BO, DAN, AT.plus(WEEK), WEEK))).hasSize(1);

        delegations.told(new RevokeDelegation(DK, 1, "back early", BO, AT));
        assertThat(names(delegations.when(lend(BO, DAN, AT, Duration.ofDays(2)))))
                .containsExactly("ApprovalDelegated");
    }

    @Test
    void twoPersonsDoNotLendEachOtherTheirRights() {
        delegations.told(lend(BO, CARLA, AT, WEEK));

        assertThat(delegations.refusal(lend(CARLA, BO, AT, WEEK))).isEqualTo("lent-to-each-other");
    }

    @Test
    void isRevokedOnceAndOnlyWhereThereIsOne() {
        delegations.told(lend(BO, CARLA, AT, WEEK));
        assertThat(delegations.refusal(new RevokeDelegation(DK, 2, "none", BO, AT)))
                .isEqualTo("not-found");
        delegations.told(new RevokeDelegation(DK, 1, "back early", BO, AT));
        assertThat(delegations.when(new RevokeDelegation(DK, 1, "back early", BO, AT)))
                .isEmpty();
    }

    @Test
    void aGroupHasAtMostTwentyAtATime() {
        for (int i = 0; i < Delegations.MOST_STANDING; i++) {
            delegations.told(lend(new PersonId("p" + i), CARLA, AT, WEEK));
        }

        assertThat(delegations.refusal(lend(BO, CARLA, AT, WEEK))).isEqualTo("too-many-delegations");
    }

    @Test
    void lastsAtMostThirtyOneDaysAndIsNeverToOneselfNorPast() {
        assertThat(lend(BO, CARLA, AT, DelegationCommand.LONGEST)).isNotNull();
        assertThatThrownBy(() -> lend(BO, CARLA, AT, DelegationCommand.LONGEST.plusMillis(1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> lend(BO, BO, AT, WEEK)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> lend(BO, CARLA, AT, Duration.ZERO)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> lend(BO, CARLA, AT.minus(WEEK), WEEK)).isInstanceOf(Invalid.class);
    }

    private static DelegateApproval lend(PersonId by, PersonId to, Instant from, Duration time) {
        return new DelegateApproval(DK, new UserId(by.value()), to, from, from.plus(time), "on leave", by, AT);
    }
}
