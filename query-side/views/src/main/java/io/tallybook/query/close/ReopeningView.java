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
 * @param chief whether its effect takes a second approver's word, {@code chiefBy}'s; null while it is awaited
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
        boolean chief,
        @Nullable PersonId chiefBy,
        @Nullable PersonId consentedBy,
        @Nullable PersonId declinedBy,
        @Nullable String declineReason,
        @Nullable Instant reopenedAt) {
    /** It still waits for an answer. */
    public boolean waits() {
        return declinedBy == null && reopenedAt == null;
    }

    /** Whether an approver's word is awaited: the controller's, or the second. */
    public boolean waitsForApprover() {
        return waits() && (approvedBy == null || (chief && chiefBy == null));
    }

    /** Whether the person has given a word to it. */
    public boolean hasWordOf(PersonId person) {
        return person.equals(approvedBy) || person.equals(chiefBy) || person.equals(consentedBy);
    }
}
