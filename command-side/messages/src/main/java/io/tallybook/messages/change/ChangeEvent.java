package io.tallybook.messages.change;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.util.List;

/** What happened to a ConfigurationChange. */
public sealed interface ChangeEvent extends Event {
    ChangeId change();

    record ChangeProposed(ChangeId change, Sha256 content, List<SheetRows> rows, String reason, PersonId by)
            implements ChangeEvent {}

    /** {@code proposer} wrote what now takes effect, {@code by} approved it. */
    record ChangeApproved(ChangeId change, Sha256 content, PersonId proposer, PersonId by) implements ChangeEvent {}

    record ChangeRejected(ChangeId change, String reason, PersonId by) implements ChangeEvent {}

    record ChangeCompleted(ChangeId change, int taken, int refused, List<RefusedRow> named) implements ChangeEvent {}
}
