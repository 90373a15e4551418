package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.ReopenGround;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for a locked month to be opened again, and what became of it.
 *
 * @param revision the one the month would become
 * @param approvedBy the controller, {@code consentedBy} the measurement manager; null while their word is awaited
 * @param declinedBy who said no; null otherwise
 */
public record ReopeningView(
        AccountingPeriod period,
        int revision,
        ReopenGround ground,
        @Nullable Money effect,
        String reason,
        PersonId askedBy,
        Instant askedAt,
        @Nullable PersonId approvedBy,
        @Nullable PersonId consentedBy,
        @Nullable PersonId declinedBy,
        @Nullable String declineReason,
        @Nullable Instant reopenedAt) {
    /** It still waits for an answer. */
    public boolean waits() {
        return declinedBy == null && reopenedAt == null;
    }
}
