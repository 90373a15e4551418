package io.tallybook.saga.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Command;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.change.ChangeCommand.CompleteChange;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.saga.Example;
import io.tallybook.saga.change.ChangeOrders.RowOrders;
import io.tallybook.saga.orders.RecordingDoor;
import java.io.IOException;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class ChangeReleaseTest {
    private static final PersonId ERIC = new PersonId("eric");
    private static final ChangeId CHANGE = new ChangeId("c-1");
    private static final Sha256 CONTENT = Sha256.of("rows");
    private static final ChangeApproved APPROVED = new ChangeApproved(CHANGE, CONTENT, ERIC, new PersonId("bob"));

    private static final Command ESTABLISH = new EstablishArea(
            new AreaId("a"), new NetworkId("n"), "A", Tolerance.standard(Example.PERIOD), ERIC, RecordingDoor.NOW);
    private static final Command ADD = new AddArea(new NetworkId("n"), new AreaId("a"), ERIC, RecordingDoor.NOW);
    private static final Command ALPHA = new RegisterShipper(new ShipperId("alpha"), "Alpha", ERIC, RecordingDoor.NOW);
    private static final Command BETA = new RegisterShipper(new ShipperId("beta"), "Beta", ERIC, RecordingDoor.NOW);
    private static final List<RowOrders> ROWS = List.of(
            new RowOrders("AREAS", 1, "a", List.of(ESTABLISH, ADD)),
            new RowOrders("SHIPPERS", 2, "alpha", List.of(ALPHA)),
            new RowOrders("SHIPPERS", 3, "beta", List.of(BETA)));

    private final RecordingDoor door = new RecordingDoor();

    @Test
    void givesTheOrdersSheetAfterSheetAndTellsTheChange() throws IOException {
        release();

        assertThat(door.given())
                .containsExactly(
                        ESTABLISH, ADD, ALPHA, BETA, new CompleteChange(CHANGE, 3, 0, List.of(), RecordingDoor.NOW));
    }

    @Test
    void aRefusedRowEndsThereStopsNoOtherAndIsNamed() throws IOException {
        door.answering(EstablishArea.class, Outcome.REFUSED);

        release();

        assertThat(door.given()).doesNotContain(ADD).contains(ALPHA, BETA);
        assertThat(door.given().getLast()).isInstanceOfSatisfying(CompleteChange.class, done -> {
            assertThat(done.taken()).isEqualTo(2);
            assertThat(done.refused()).isEqualTo(1);
            assertThat(done.named())
                    .singleElement()
                    .extracting(RefusedRow::sheet, RefusedRow::line, RefusedRow::what)
                    .containsExactly("AREAS", 1, "a");
        });
    }

    @Test
    void whatOnlyTryingAgainCanCureKeepsItsPlace() {
        door.answering(RegisterShipper.class, Outcome.BUSY);

        assertThatThrownBy(this::release).hasMessageContaining("BUSY");

        assertThat(door.given()).noneMatch(CompleteChange.class::isInstance);
    }

    @Test
    void aChangeWhoseRowsCannotBeReadIsNotTakenForDone() {
        ChangeOrders lost = (content, by, at) -> {
            throw new IOException("the object directory is away");
        };

        assertThatThrownBy(() -> new ChangeRelease(lost, door.orders())
                        .on(APPROVED, GenericEventMessage.asEventMessage(APPROVED)))
                .isInstanceOf(IOException.class);
        assertThat(door.given()).isEmpty();
    }

    private void release() throws IOException {
        ChangeOrders contents = (content, by, at) -> {
            assertThat(content).isEqualTo(CONTENT);
            assertThat(by).as("the author is who proposed it").isEqualTo(ERIC);
            return ROWS;
        };
        new ChangeRelease(contents, door.orders()).on(APPROVED, GenericEventMessage.asEventMessage(APPROVED));
    }
}
