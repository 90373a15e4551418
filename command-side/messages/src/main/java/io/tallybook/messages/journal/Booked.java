package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A batch as one of the two sides has it.
 *
 * @param documentNumber null while there is none; ≤ 200 characters
 * @param contentHash null when that side does not say
 */
public record Booked(
        @Nullable String documentNumber,
        int lines,
        Money debits,
        Money credits,
        @Nullable Sha256 contentHash) {
    public Booked {
        Invalid.unless(lines >= 0, "a batch has no fewer than 0 lines");
        Invalid.unless(
                documentNumber == null || (!documentNumber.isBlank() && documentNumber.length() <= 200),
                "a document number has 1 to 200 characters");
    }

    /** Count, amounts and, where both name it, content are the same (SOX C9). */
    public boolean agrees(Booked other) {
        return lines == other.lines
                && same(debits, other.debits)
                && same(credits, other.credits)
                && (contentHash == null || other.contentHash == null || contentHash.equals(other.contentHash));
    }

    // an acknowledgement by file names no currency
    private static boolean same(Money one, Money other) {
        boolean named =
                !one.currency().equals(Money.NO_CURRENCY) && !other.currency().equals(Money.NO_CURRENCY);
        return named ? one.equals(other) : one.amount().equals(other.amount());
    }
}
