package io.tallybook.command.close;

import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;

/** Which revision of a close runs, and whether what the one before sent out is still being taken back. */
final class Undoing {
    private int revision = 1;
    private boolean undoing;

    int revision() {
        return revision;
    }

    boolean isUndoing(int of) {
        return undoing && of == revision;
    }

    void refuseWhileUndoing() {
        Refused.when(
                undoing,
                "being-reopened",
                "What the locked month sent out is being taken back; wait until that is done.");
    }

    void begin(CloseReopened event) {
        revision = event.revision();
        undoing = true;
    }

    void finish() {
        undoing = false;
    }
}
