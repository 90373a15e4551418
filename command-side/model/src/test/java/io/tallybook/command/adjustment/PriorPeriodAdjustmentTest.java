package io.tallybook.command.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentCommand.RaiseAdjustment;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorPeriodAdjustmentTest {
    private final Tale<PriorPeriodAdjustment> adjustment = new Tale<>(PriorPeriodAdjustment.class);

    @Test
    void isRaisedOnceWithOldAndNewSigned() {
        adjustment.told(raise(-500, 300));
        assertThat(adjustment.latest(PriorPeriodAdjustmentRaised.class).difference())
                .isEqualTo(Energy.ofKwh(800));
        assertThat(adjustment.when(raise(-500, 300))).isEmpty();
    }

    @Test
    void isNotRaisedForADifferenceOfNothing() {
        assertThat(adjustment.when(raise(300, 300))).isEmpty();
    }

    private static RaiseAdjustment raise(long before, long after) {
        return new RaiseAdjustment(
                new AdjustmentId("sweden/2024-10-01/0123456789ab"),
                new CloseId("dk/2024-10"),
                new PointId("sweden"),
                new GasDay("2024-10-01"),
                Energy.ofKwh(before),
                Energy.ofKwh(after),
                new Source(new ImportId("i1"), Sha256.of("file"), "2025-11-25.json.gz"),
                List.of(new RestatedReading(
                        Instant.parse("2024-10-01T04:00:00Z"), Energy.ofKwh(before), Energy.ofKwh(after))),
                new PersonId("oscar"),
                Instant.parse("2025-11-25T08:00:00Z"));
    }
}
