package io.tallybook.saga.outward.erp;

import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.HeldDocument;
import java.io.IOException;
import java.util.List;

/** What an ERP has booked, asked to be compared with what was sent. */
public interface ErpBooks {
    /** How events and pages call it, ≤ 64 characters. */
    String name();

    /**
     * Everything booked for a close, ≤ {@value HeldDocument#MOST}.
     *
     * @throws IOException when it cannot be asked now; its message may be shown
     */
    List<HeldDocument> held(CloseId close) throws IOException, InterruptedException;
}
