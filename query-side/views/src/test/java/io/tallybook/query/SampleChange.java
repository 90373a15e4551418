package io.tallybook.query;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.change.ChangeEvent.ChangeProposed;
import io.tallybook.messages.change.ChangeEvent.ChangeRejected;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.change.SheetRows;
import java.util.List;

/** A change of configuration and what becomes of it. */
final class SampleChange {
    static final PersonId ERIC = new PersonId("eric");
    static final PersonId BOB = new PersonId("bob");
    static final RefusedRow REFUSED = new RefusedRow("POINTS", 2, "outlet", "The point is elsewhere.");

    final ChangeId change;
    private final Told told;

    SampleChange(Told told, String name) {
        this.told = told;
        this.change = new ChangeId(name);
    }

    SampleChange proposed() {
        told.by(
                change,
                new ChangeProposed(
                        change, Sha256.of("rows"), List.of(new SheetRows("POINTS", 2)), "new border point", ERIC));
        return this;
    }

    SampleChange approved() {
        told.by(change, new ChangeApproved(change, Sha256.of("rows"), ERIC, BOB));
        return this;
    }

    SampleChange completed() {
        told.by(change, new ChangeCompleted(change, 1, 1, List.of(REFUSED)));
        return this;
    }

    SampleChange rejected() {
        told.by(change, new ChangeRejected(change, "the wrong zone", BOB));
        return this;
    }
}
