package io.tallybook.query.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.journal.JournalState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The journal one production month of a package was booked in.
 *
 * @param closeId the production month
 * @param period the open period it is booked in
 * @param bookedAt null while the journal is not written
 * @param state of the journal on its way to the ERP; null while nothing is known of it
 * @param documentNumber the ERP's, null before it has posted it
 * @param failure why it could not be written, or the ERP's words when it refused it; else null
 */
public record PackageJournal(
        JournalId journal,
        PackageId adjustments,
        CloseId closeId,
        AccountingPeriod period,
        Booking booking,
        @Nullable Instant bookedAt,
        @Nullable JournalState state,
        @Nullable String documentNumber,
        @Nullable String failure) {
    /** Whether an accountant has to put something right before the ERP posts it. */
    public boolean isRefused() {
        return state == JournalState.POSTING_FAILED;
    }
}
