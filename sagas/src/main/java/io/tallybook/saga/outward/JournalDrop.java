package io.tallybook.saga.outward;

import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import java.io.IOException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** Hands every approved journal to the ERP, and has its books compared when somebody asks. */
@DisallowReplay
@ProcessingGroup(JournalDrop.PROCESSOR)
class JournalDrop {
    static final String PROCESSOR = "relay-erp-drop";

    private final ErpDrop erp;

    JournalDrop(ErpDrop erp) {
        this.erp = erp;
    }

    @EventHandler
    void on(JournalPostingRequested e) throws IOException {
        erp.hand(e);
    }

    @EventHandler
    void on(JournalReconciliationRequested e) throws IOException {
        erp.reconcile(e.journal());
    }
}
