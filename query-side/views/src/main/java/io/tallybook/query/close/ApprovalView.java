package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.time.Instant;

/** A signature under a pack hash; a void one stays visible. */
public record ApprovalView(
        int level, int attempt, Sha256 packHash, PersonId by, Instant at, boolean voided, long position) {}
