package io.tallybook.query.journal;

import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal batch; debits equal credits.
 *
 * @param debits null until prepared
 * @param failure why it failed, else null
 * @param acknowledgement hash of the ERP's answer
 */
public record JournalView(
        JournalId journal,
        CloseId closeId,
        int attempt,
        JournalState state,
        List<JournalLine> lines,
        @Nullable Money debits,
        @Nullable Money credits,
        int accountsVersion,
        @Nullable Sha256 contentHash,
        @Nullable Sha256 packHash,
        @Nullable String documentNumber,
        @Nullable Sha256 acknowledgement,
        @Nullable String failure,
        @Nullable Instant preparedAt,
        @Nullable Instant postedAt,
        long position) {}
