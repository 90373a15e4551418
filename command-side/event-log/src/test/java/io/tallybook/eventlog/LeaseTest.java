package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A processor that waits looks every fifth of the claim's time, db-scheduler every second heartbeat. */
    @Test
    void whatAKilledNodeHeldIsFreeWithinThirtySeconds() {
        assertThat(ProcessingConfiguration.CLAIM.multipliedBy(6).dividedBy(5)).isLessThanOrEqualTo(LONGEST);
        assertThat(ProcessingConfiguration.HEARTBEAT.multipliedBy(ProcessingConfiguration.MISSED_HEARTBEATS + 2))
                .isLessThanOrEqualTo(LONGEST);
    }
}
