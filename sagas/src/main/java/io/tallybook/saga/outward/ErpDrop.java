package io.tallybook.saga.outward;

import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import java.io.IOException;

/** Hands a journal batch to the ERP. The same batch again must do no harm: the ERP sees one document per key. */
@FunctionalInterface
public interface ErpDrop {
    /** Returns when the batch is durably handed over; its acknowledgement comes on its own way. */
    void hand(JournalPostingRequested batch) throws IOException;
}
