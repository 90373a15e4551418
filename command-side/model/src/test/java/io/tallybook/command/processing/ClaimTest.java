package io.tallybook.command.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.processing.ClaimCommand;
import io.tallybook.messages.processing.ClaimCommand.ClearStaleClaim;
import io.tallybook.messages.processing.ClaimEvent.StaleClaimCleared;
import io.tallybook.messages.processing.ClaimId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final ClaimId CLAIM = ClaimId.ofSegment("process-month-end-close", 0);
    private static final PersonId ADA = new PersonId("ada");
    private static final Instant AT = Instant.parse("2024-11-04T09:00:00Z");
    private static final Instant LAST = AT.minus(Duration.ofHours(1));

    private final Tale<Claim> claim = new Tale<>(Claim.class);

    @Test
    void recordsFromWhomItWasTakenWhoDidItAndWhy() {
        assertThat(claim.when(clear("node-1", LAST, true)))
                .containsExactly(new StaleClaimCleared(CLAIM, "node-1", LAST, "the node is gone", ADA));
    }

    @Test
    void takesNothingFromANodeThatWorks() {
        assertThat(claim.refusal(clear("node-1", LAST, false))).isEqualTo("claim-is-live");
    }

    @Test
    void hasNothingToClearWhenNobodyHoldsIt() {
        assertThat(claim.refusal(clear(null, null, false))).isEqualTo("not-found");
    }

    @Test
    void recordsTheSameOnceAndTheNextTimeAnew() {
        claim.told(clear("node-1", LAST, true));

        assertThat(claim.when(clear("node-1", LAST, true))).isEmpty();
        assertThat(claim.when(clear("node-1", LAST.plusSeconds(1), true))).hasSize(1);
        assertThat(claim.when(clear("node-2", LAST.plusSeconds(1), true))).hasSize(1);
    }

    @Test
    void isRecordedWithAReasonThatFits() {
        String longest = "x".repeat(ClaimCommand.LONGEST_REASON);
        assertThat(new ClearStaleClaim(CLAIM, "node-1", LAST, true, longest, ADA, AT))
                .isNotNull();
        assertThatThrownBy(() -> new ClearStaleClaim(CLAIM, "node-1", LAST, true, longest + "x", ADA, AT))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ClearStaleClaim(CLAIM, "node-1", LAST, true, " ", ADA, AT))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aClaimSaysWhatItIsOf() {
        ClaimId task = ClaimId.ofTask("deadline", "0193-a");
        assertThat(task.isTask()).isTrue();
        assertThat(task.name()).isEqualTo("deadline");
        assertThat(task.part()).isEqualTo("0193-a");
        assertThat(CLAIM.isTask()).isFalse();
        assertThat(CLAIM.name()).isEqualTo("process-month-end-close");
        assertThatThrownBy(() -> new ClaimId("processor/process-month-end-close/first"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ClaimId("soft-lock/denmark/1")).isInstanceOf(Invalid.class);
    }

    private static ClearStaleClaim clear(@Nullable String holder, @Nullable Instant lastSign, boolean stale) {
        return new ClearStaleClaim(CLAIM, holder, lastSign, stale, "the node is gone", ADA, AT);
    }
}
