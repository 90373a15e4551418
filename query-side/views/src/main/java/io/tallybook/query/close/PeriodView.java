package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period of a calendar; a period never opened has no row.
 *
 * @param dueFrom what due dates count from
 * @param status where its close stands
 */
public record PeriodView(
        CloseId closeId,
        AccountingPeriod period,
        CloseStatus status,
        Instant openedAt,
        PersonId openedBy,
        Instant dueFrom,
        @Nullable Instant lockedAt,
        @Nullable PersonId lockedBy,
        @Nullable Sha256 lockHash,
        @Nullable Sha256 chainHash) {}
