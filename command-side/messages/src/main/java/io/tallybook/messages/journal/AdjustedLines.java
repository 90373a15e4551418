package io.tallybook.messages.journal;

import io.tallybook.messages.adjustment.PackageId;

/**
 * The lines of one shipper in the journal of a production month, which an adjustment adjusts; 0 where there is none.
 *
 * @param adjustments the approved package
 * @param journal the journal of the production month
 */
public record AdjustedLines(
        PackageId adjustments, JournalId journal, int purchases, int payable, int receivable, int revenue) {
    /** The one line of a use. */
    public AdjustedLine of(AccountUse use) {
        int line = switch (use) {
            case GAS_PURCHASES, PPA_GAS_PURCHASES -> purchases;
            case PAYABLE, PPA_PAYABLE -> payable;
            case RECEIVABLE, PPA_RECEIVABLE -> receivable;
            case REVENUE, PPA_REVENUE -> revenue;
            case IMBALANCE_PURCHASES, IMBALANCE_PAYABLE, IMBALANCE_RECEIVABLE, IMBALANCE_REVENUE -> 0;
        };
        return new AdjustedLine(adjustments, journal, line);
    }
}
