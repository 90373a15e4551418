package io.tallybook.query.close;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.LockArea;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Through which gas day an area of work is soft-locked, null for not at all, and who moved the lock there last. */
public record SoftLockView(LockArea area, @Nullable GasDay through, String reason, PersonId movedBy, Instant movedAt) {}
