package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature under a pack hash; a void one stays visible.
 *
 * @param onBehalfOf whose right it was when it was lent; null for the person's own
 */
public record ApprovalView(
        int level,
        int attempt,
        Sha256 packHash,
        PersonId by,
        @Nullable PersonId onBehalfOf,
        Instant at,
        boolean voided,
        long position) {}
