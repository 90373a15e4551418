package io.tallybook.query.statement;

import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipper's month. {@code totals} are the sums of its lines.
 *
 * @param totals null until valued
 * @param versions contract, price and calculation versions used; empty until prepared
 * @param missing how many days are without a price
 * @param missingDays the first ten of them, as text
 */
public record StatementView(
        StatementId statement,
        @Nullable CloseId closeId,
        int attempt,
        String shipperName,
        StatementState state,
        int lines,
        @Nullable StatementTotals totals,
        @Nullable Sha256 allocationsHash,
        @Nullable Sha256 contentHash,
        List<String> versions,
        @Nullable SeriesId missingSeries,
        int missing,
        List<String> missingDays,
        @Nullable Sha256 document,
        @Nullable Instant preparedAt,
        long position) {
    public boolean provisional() {
        return state == StatementState.PROVISIONAL;
    }
}
