package io.tallybook.saga.outward.erp;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.outward.JournalFiles;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Journals that go to the ERP as files. Nobody can be asked, but a named source may have told that the ERP's period is closed:
 * then nothing is written. What counts is what the log knew when the journal was handed over, so that a repeat after a crash
 * comes to the same.
 */
final class FiledJournals {
    private final EventReader log;
    private final JournalFiles files;
    private final Orders orders;

    FiledJournals(EventReader log, JournalFiles files, Orders orders) {
        this.log = log;
        this.files = files;
        this.orders = orders;
    }

    /** @throws IOException when it could neither be written nor put down as rejected; to be tried again */
    void hand(JournalPostingRequested batch) throws IOException {
        StoredEvent request = log.stream(batch.journal().toString()).reversed().stream()
                .filter(stored -> stored.event().equals(batch))
                .findFirst()
                .orElseThrow(() -> new IOException("the log does not hold what it has told: " + batch.journal()));
        if (told(batch, request.position()) == ErpPeriodState.CLOSED) {
            Answer answer = orders.ask(
                    request,
                    ErpTurn.NAME,
                    at -> new RejectPosting(
                            batch.journal(),
                            "The ERP's period " + batch.bookedIn().value()
                                    + " is closed, as it told; no file was written. Have it opened there, and when the ERP "
                                    + "has told so, post the journal again.",
                            batch.postingKey(),
                            List.of(),
                            at));
            if (!answer.done()) {
                throw new IOException("the closed period could not be put down: " + answer.sentence());
            }
            return;
        }
        files.write(batch);
    }

    /** Null when the ERP has said nothing of it: then it is taken for open, as it is where no source tells. */
    private @Nullable ErpPeriodState told(JournalPostingRequested batch, long before) {
        ErpPeriodState state = null;
        for (StoredEvent stored :
                log.stream(ErpPeriodsId.of(batch.closeId().group()).toString())) {
            if (stored.position() < before
                    && stored.event() instanceof ErpPeriodTold told
                    && told.period().equals(batch.bookedIn())) {
                state = told.state();
            }
        }
        return state;
    }
}
