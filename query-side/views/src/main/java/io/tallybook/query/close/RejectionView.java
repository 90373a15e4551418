package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.time.Instant;

/** An approver said no to a pack. */
public record RejectionView(int attempt, Sha256 packHash, String reason, PersonId by, Instant at, long position) {}
