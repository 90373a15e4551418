package io.tallybook.query.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.List;
import java.util.Optional;

/** Journals and accounts. */
public interface JournalQueries {
    Optional<JournalView> journal(JournalId journal);

    Optional<JournalView> ofClose(CloseId closeId);

    /** What became of the close's journal at the ERP: keys, answers, the last comparison of both books. */
    PostingsView postings(CloseId closeId);

    /** What became of another journal of that close at the ERP. */
    PostingsView postings(CloseId closeId, JournalId journal);

    /** The journals of adjustments booked in the close's period, by number; ≤ 200, the latest. */
    List<JournalView> ofAdjustments(CloseId closeId);

    /** What the ERP refused that no close waits for, journals of adjustments and accruals, oldest first; ≤ 200. */
    List<JournalView> refused();

    /** Every batch, newest period first. */
    Page<JournalView> journals(PageRequest page);

    /** Every version of the map, newest first; ≤ 100. */
    List<AccountMapView> accounts(AccountMapId accounts);
}
