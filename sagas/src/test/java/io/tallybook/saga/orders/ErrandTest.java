package io.tallybook.saga.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.metering.MeterMonthCommand.ExcludeRejectedReading;
import io.tallybook.messages.metering.MeterMonthId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrandTest {
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final EventMessage<?> CAUSE =
            GenericEventMessage.asEventMessage("cause").andMetaData(Map.of("correlation", "chain"));

    private final RecordingDoor door = new RecordingDoor();
    private final Errand errand = door.orders().because(CAUSE, "test");

    @Test
    void givesAtMostSixtyFourOrdersAtOnceInTheirOrder() {
        List<ExcludeRejectedReading> orders = orders(Errand.MOST_AT_ONCE + 1);

        errand.give(orders);

        assertThat(door.batches()).containsExactly(64, 1);
        assertThat(door.given()).isEqualTo(orders);
    }

    @Test
    void speaksAsTheProcessAndNamesChainAndCause() {
        errand.give(orders(1));

        assertThat(door.callers()).singleElement().satisfies(caller -> {
            assertThat(caller.client()).isEqualTo("process:test");
            assertThat(caller.correlation()).isEqualTo("chain");
            assertThat(caller.causation()).isEqualTo(CAUSE.getIdentifier());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "INVALID", "NOT_FOUND"})
    void showsWhatARuleRefusesAsABlockerOfTheClose(Outcome refusal) {
        door.answering(ExcludeRejectedReading.class, refusal);

        errand.giveFor(CLOSE, 2, CloseStep.FREEZE, orders(1));

        assertThat(door.given(ReportBlocker.class)).singleElement().satisfies(blocker -> {
            assertThat(blocker.closeId()).isEqualTo(CLOSE);
            assertThat(blocker.attempt()).isEqualTo(2);
            assertThat(blocker.step()).isEqualTo(CloseStep.FREEZE);
            assertThat(blocker.subject()).isEqualTo("stream:x");
            assertThat(blocker.sentence()).contains("the sentence");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "STALE", "BUSY", "STORAGE_FULL", "FAULT"})
    void failsSoThatTheProcessorTriesAgainWhenAnOrderCameToNothing(Outcome outcome) {
        door.answering(ExcludeRejectedReading.class, outcome);

        assertThatThrownBy(() -> errand.giveFor(CLOSE, 1, CloseStep.FREEZE, orders(1)))
                .isInstanceOfSatisfying(
                        NotAccepted.class, e -> assertThat(e.outcome()).isEqualTo(outcome));
    }

    @Test
    void failsOnARefusalWhenNoCloseCanShowIt() {
        door.answering(ExcludeRejectedReading.class, Outcome.REFUSED);

        assertThatThrownBy(() -> errand.give(orders(1))).isInstanceOf(NotAccepted.class);
    }

    @Test
    void failsWhenEvenTheBlockerIsRefused() {
        door.answering(ExcludeRejectedReading.class, Outcome.REFUSED).answering(ReportBlocker.class, Outcome.REFUSED);

        assertThatThrownBy(() -> errand.giveFor(CLOSE, 1, CloseStep.FREEZE, orders(1)))
                .isInstanceOf(NotAccepted.class);
    }

    private static List<ExcludeRejectedReading> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ExcludeRejectedReading(
                        new MeterMonthId("ellund/2024-10"),
                        new DeadLetterId("dl/" + i),
                        new PersonId("anna"),
                        RecordingDoor.NOW))
                .toList();
    }
}
