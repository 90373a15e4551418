package io.tallybook.query.change;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.change.SheetRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of configuration.
 *
 * @param content names its rows in the object directory
 * @param decidedBy who approved or rejected it; null while proposed
 * @param decision why it was rejected; null otherwise
 * @param taken rows that are in force
 * @param refused rows a rule refused
 * @param named the first refused rows
 */
public record ChangeView(
        ChangeId change,
        ChangeState state,
        Sha256 content,
        List<SheetRows> rows,
        String reason,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        int taken,
        int refused,
        List<RefusedRow> named,
        long proposedPosition,
        long sequence,
        long position) {}
