package io.tallybook.query.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The journal one production month of a package was booked in.
 *
 * @param closeId the production month
 * @param period the open period it is booked in
 * @param bookedAt null while the journal is not written
 */
public record PackageJournal(
        JournalId journal,
        PackageId adjustments,
        CloseId closeId,
        AccountingPeriod period,
        Booking booking,
        @Nullable Instant bookedAt) {}
