package io.tallybook.saga.outward;

import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import java.io.IOException;

/** Writes batches for an ERP that reads files. */
@FunctionalInterface
public interface JournalFiles {
    /** Returns when the file is durable; the same batch gives the same bytes. */
    void write(JournalPostingRequested batch) throws IOException;
}
