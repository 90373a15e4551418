package io.tallybook.saga.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputsComplete;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.RecordingDoor;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class AreaFiguresRelayTest {
    private static final BalanceId BALANCE = BalanceId.of(Example.AREA, Example.PERIOD);
    private static final AllocationRunId RUN = AllocationRunId.of(Example.ELLUND, Example.PERIOD, 2);
    private static final BalanceTotal MONTH =
            new BalanceTotal(Energy.ofKwh(5), Energy.ofKwh(4), Energy.ZERO, Energy.ofKwh(1), Energy.ofKwh(2));

    private final RecordingDoor door = new RecordingDoor();
    private final AreaFiguresRelay relay = new AreaFiguresRelay(door.orders());

    @Test
    void reportsAFrozenAreaToTheClose() {
        var e = new BalanceInputsComplete(
                BALANCE, Example.CLOSE, 2, Example.AREA, 3, 93, Example.HASH, List.of(Example.ANNA));

        relay.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new AddFrozenArea(
                        Example.CLOSE, 2, Example.AREA, 3, 93, Example.HASH, List.of(Example.ANNA), RecordingDoor.NOW));
    }

    @Test
    void reportsAnAcceptedBalanceToTheClose() {
        var e = new BalanceAccepted(
                BALANCE, Example.CLOSE, 2, Example.AREA, MONTH, 1, Example.HASH, List.of(Example.ANNA));

        relay.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new AddAreaBalance(
                        Example.CLOSE,
                        2,
                        Example.AREA,
                        MONTH,
                        1,
                        Example.HASH,
                        List.of(Example.ANNA),
                        RecordingDoor.NOW));
    }

    @Test
    void carriesAShareToTheShippersStatementOfTheRunsAttempt() {
        var e = new ShareAllocated(
                RUN, Example.CLOSE, Example.NORD, Example.NORDGAS, Example.HASH, Example.DAYS, List.of(Example.ANNA));

        relay.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new AddAllocatedVolumes(
                        StatementId.of(Example.NORDGAS, Example.PERIOD),
                        Example.CLOSE,
                        2,
                        RUN,
                        Example.NORD,
                        Example.ELLUND,
                        Example.HASH,
                        Example.DAYS,
                        List.of(Example.ANNA),
                        RecordingDoor.NOW));
    }

    @Test
    void showsAFailedAllocationAsABlocker() {
        var e = new AllocationFailed(RUN, Example.CLOSE, Example.AREA, "shares-missing", "Nobody takes ellund.");

        relay.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new ReportBlocker(
                        Example.CLOSE,
                        2,
                        CloseStep.ALLOCATE,
                        "ellund/2024-10/2",
                        "Nobody takes ellund.",
                        RecordingDoor.NOW));
    }
}
