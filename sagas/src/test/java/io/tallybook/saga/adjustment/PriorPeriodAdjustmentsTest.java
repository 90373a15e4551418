package io.tallybook.saga.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.adjustment.AdjustmentCommand.RaiseAdjustment;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.RecordingDoor;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriorPeriodAdjustmentsTest {
    private static final GasDay DAY = new GasDay("2024-10-04");

    private final RecordingDoor door = new RecordingDoor();
    private final PriorPeriodAdjustments process = new PriorPeriodAdjustments(door.orders());

    @Test
    void saysThatItHasNoMoreNewsThanItTold() {
        var e = new NewsAwaited(Example.CLOSE, 2, 1);

        process.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new ConfirmNoNews(Example.CLOSE, 2, 1, NewsRelay.LATE_FACTS, RecordingDoor.NOW));
    }

    @Test
    void tellsTheCloseOfFactsThatComeWhileItIsFrozen() {
        tell(Standing.FROZEN, late(10, 12, Direction.RECEIPT));

        assertThat(door.given())
                .containsExactly(
                        new NoteLateQuantities(Example.CLOSE, Example.ELLUND, "2025-11-25.json.gz", RecordingDoor.NOW));
    }

    @Test
    void raisesOneAdjustmentPerPointDayAndPublicationFromTheLatestKnownFigure() {
        tell(Standing.CLOSED, late(10, 12, Direction.RECEIPT));

        assertThat(door.given())
                .containsExactly(new RaiseAdjustment(
                        new AdjustmentId(
                                "ellund/2024-10-04/" + Example.source().file().brief() + "/57"),
                        Example.CLOSE,
                        Example.ELLUND,
                        DAY,
                        Energy.ofKwh(10),
                        Energy.ofKwh(12),
                        Example.source(),
                        List.of(new RestatedReading(Example.GAS_DAY.start(DAY), Energy.ofKwh(3), Energy.ofKwh(12))),
                        Example.ANNA,
                        RecordingDoor.NOW));
    }

    @Test
    void keepsTheSignsOfAReversedDirectionInOneAdjustment() {
        tell(Standing.CLOSED, late(10, 12, Direction.DELIVERY));

        assertThat(door.given(RaiseAdjustment.class)).singleElement().satisfies(raised -> {
            assertThat(raised.oldEnergy()).isEqualTo(Energy.ofKwh(10));
            assertThat(raised.newEnergy()).isEqualTo(Energy.ofKwh(-12));
        });
    }

    @Test
    void addsUpTheHoursOfADayAndCountsAnUnknownOneAsNothing() {
        tell(Standing.CLOSED, late(10, 12, Direction.RECEIPT), late(null, 5, Direction.RECEIPT));

        assertThat(door.given(RaiseAdjustment.class)).singleElement().satisfies(raised -> {
            assertThat(raised.oldEnergy()).isEqualTo(Energy.ofKwh(10));
            assertThat(raised.newEnergy()).isEqualTo(Energy.ofKwh(17));
        });
    }

    private void tell(Standing standing, LateQuantity... quantities) {
        var e = new LateQuantitiesReceived(
                MeterMonthId.of(Example.ELLUND, Example.PERIOD),
                Example.CLOSE,
                standing,
                DAY,
                List.of(quantities),
                Example.source(),
                Example.ANNA);
        process.on(e, 57, GenericEventMessage.asEventMessage(e));
    }

    private static LateQuantity late(@Nullable Integer latest, int received, Direction direction) {
        Energy known = latest == null ? null : Energy.ofKwh(latest);
        Instant start = Example.GAS_DAY.start(DAY);
        // what stands in the closed month is never the latest known here
        Energy standing = Energy.ofKwh(3);
        return new LateQuantity(
                standing, known, new Quantity(start, Energy.ofKwh(received), direction, "GOOD", 1, null));
    }
}
