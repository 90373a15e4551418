package io.tallybook.query.journal;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.KeyCompared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last comparison of what was sent with what the ERP has booked (SOX C9).
 *
 * @param erp whose books were read; null before its answer
 * @param answeredAt null while its answer is awaited
 * @param keys as of the last answer, which may be older than the last question
 */
public record ReconciliationView(
        int number,
        PersonId askedBy,
        Instant askedAt,
        @Nullable String erp,
        @Nullable Instant answeredAt,
        List<KeyCompared> keys,
        long position) {
    /** Whether both books are the same: every acknowledged key booked, and nothing else. */
    public boolean agrees() {
        return answeredAt != null
                && keys.stream()
                        .allMatch(key ->
                                key.comparison() == Comparison.AGREES || key.comparison() == Comparison.NOT_BOOKED);
    }
}
