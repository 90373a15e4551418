package io.tallybook.saga.outward;

import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import java.io.IOException;

/** The way to the ERP a close group's journals go to. The same batch again must do no harm: the ERP books a key once. */
public interface ErpDrop {
    /** Returns when the batch is durably on its way; what the ERP says of it comes on its own way. */
    void hand(JournalPostingRequested batch) throws IOException;

    /** Returns when it is durably noted that the ERP's books are to be compared with what was sent. */
    void reconcile(JournalId journal) throws IOException;
}
