package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.LockArea;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exception from a soft lock.
 *
 * @param person who may work behind the lock; null for everybody
 * @param endedBy who ended it before its time; null when nobody did
 */
public record LockExceptionView(
        int number,
        LockArea area,
        @Nullable PersonId person,
        Instant until,
        String reason,
        PersonId grantedBy,
        Instant grantedAt,
        @Nullable PersonId endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {
    public boolean runs(Instant now) {
        return endedBy == null && now.isBefore(until);
    }
}
