package io.tallybook.eventlog;

import io.tallybook.messages.processing.ClaimId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one node at a time works on, as it stands in the database.
 *
 * @param holder the node that works on it; null for none
 * @param since when it took it; null for nobody's, and where it was taken before that was kept
 * @param lastSign when it last renewed its claim; null for nobody's
 * @param stale whether it was not renewed for longer than a node that lives leaves it: any other may take it
 */
public record Claim(
        ClaimId claim,
        @Nullable String holder,
        @Nullable Instant since,
        @Nullable Instant lastSign,
        boolean stale) {}
