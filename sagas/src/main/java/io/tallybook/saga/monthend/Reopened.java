package io.tallybook.saga.monthend;

import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.saga.area.AreaReopening;
import java.util.List;

/** What a reopening was, read from the log: a process of at most 4 KiB cannot carry its areas. */
class Reopened {
    private final EventReader log;
    private final AreaReopening areas;

    Reopened(EventReader log, AreaReopening areas) {
        this.log = log;
        this.areas = areas;
    }

    AreaReopening areas() {
        return areas;
    }

    /** @throws IllegalStateException when there is none, which only a damaged log can cause */
    CloseReopened of(CloseId close, int revision) {
        return all(close).stream()
                .filter(e -> e.revision() == revision)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no revision " + revision + " of " + close));
    }

    CloseReopened last(CloseId close) {
        return all(close).getLast();
    }

    /** Whether the journal of what stood before it is reversed. */
    boolean isReversed(CloseReopened e) {
        return log.stream(JournalId.ofClose(e.closeId()).toString()).stream()
                .anyMatch(stored ->
                        stored.event() instanceof JournalReversed reversed && reversed.revision() == e.revision());
    }

    private List<CloseReopened> all(CloseId close) {
        return log.stream(close.toString()).stream()
                .map(stored -> stored.event())
                .filter(CloseReopened.class::isInstance)
                .map(CloseReopened.class::cast)
                .toList();
    }
}
