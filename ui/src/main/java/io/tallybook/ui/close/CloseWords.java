package io.tallybook.ui.close;

import io.tallybook.query.close.CloseStatus;
import io.tallybook.ui.table.State;

/** The shape and word of where a close stands. */
final class CloseWords {
    private CloseWords() {}

    static State state(CloseStatus status) {
        String key = "close.status." + status;
        return switch (status) {
            case OPEN -> State.waiting(key);
            case RUNNING -> State.working(key);
            case READY -> State.waiting(key);
            case APPROVED, PUBLISHED -> State.done(key);
            case LOCKED -> State.locked(key);
        };
    }
}
