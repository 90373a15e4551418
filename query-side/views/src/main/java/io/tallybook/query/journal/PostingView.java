package io.tallybook.query.journal;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key a journal was given to the ERP under.
 *
 * @param bookedIn the ERP's period it is booked in
 * @param erp the system it was sent to; null before, and for the file drop
 * @param sendings how often it left over HTTP
 * @param requestedAt when it was asked for last
 * @param sentence why it was rejected, or why its outcome is not known; else null
 * @param refused the lines the ERP refused, ≤ 64
 */
public record PostingView(
        PostingKey key,
        int posting,
        AccountingPeriod bookedIn,
        KeyState state,
        int lines,
        Money debits,
        Money credits,
        Sha256 contentHash,
        @Nullable String erp,
        int sendings,
        Instant requestedAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable String documentNumber,
        @Nullable String sentence,
        List<RefusedLine> refused,
        long position) {}
