package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a close that was locked and taken back.
 *
 * @param documentNumber under which the ERP had posted it, {@code reversalNumber} its reversal; null when there is none
 * @param undoneAt when all of it was taken back; null while that is under way
 */
public record RevisionView(
        int revision,
        int attempt,
        Sha256 packHash,
        @Nullable Sha256 chainHash,
        @Nullable Instant lockedAt,
        @Nullable String documentNumber,
        String reason,
        PersonId reopenedBy,
        Instant reopenedAt,
        @Nullable String reversalNumber,
        @Nullable Instant undoneAt) {}
