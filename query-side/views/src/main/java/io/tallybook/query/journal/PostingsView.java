package io.tallybook.query.journal;

import io.tallybook.messages.Money;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a close's journal at the ERP.
 *
 * @param batches 1 once it has been handed over, else 0
 * @param lines of the batch handed over last
 * @param debits null before it was handed over
 * @param missing keys the ERP has neither acknowledged nor rejected
 * @param postings every key, in order
 * @param reconciliation null before the first
 */
public record PostingsView(
        CloseId closeId,
        JournalId journal,
        int batches,
        int lines,
        @Nullable Money debits,
        @Nullable Money credits,
        int sent,
        int acknowledged,
        int rejected,
        int missing,
        List<PostingView> postings,
        @Nullable ReconciliationView reconciliation) {
    static PostingsView of(
            CloseId closeId,
            JournalId journal,
            List<PostingView> postings,
            @Nullable ReconciliationView reconciliation) {
        PostingView last = postings.isEmpty() ? null : postings.getLast();
        int acknowledged = count(postings, KeyState.ACKNOWLEDGED);
        int rejected = count(postings, KeyState.REJECTED);
        return new PostingsView(
                closeId,
                journal,
                last == null ? 0 : 1,
                last == null ? 0 : last.lines(),
                last == null ? null : last.debits(),
                last == null ? null : last.credits(),
                postings.size(),
                acknowledged,
                rejected,
                postings.size() - acknowledged - rejected,
                postings,
                reconciliation);
    }

    private static int count(List<PostingView> postings, KeyState state) {
        return (int)
                postings.stream().filter(posting -> posting.state() == state).count();
    }
}
