package io.tallybook.ui.close;

import io.tallybook.query.close.CloseProgress;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.State;

/** The shapes and words of where a close stands. */
final class CloseWords {
    private CloseWords() {}

    /** The counts of steps, as the API gives them. */
    static String progress(CloseProgress progress, Figures figures) {
        return figures.word(
                "close.progress",
                progress.done(),
                progress.steps(),
                progress.late(),
                progress.remaining(),
                progress.overdue());
    }

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
