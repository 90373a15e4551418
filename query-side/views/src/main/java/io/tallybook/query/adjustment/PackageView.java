package io.tallybook.query.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.statement.StatementTotals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one cause changed in the closed months of a close group.
 *
 * @param quantity received less closed of every reading still in it, signed kWh
 * @param oldest first production month
 * @param latest last production month
 * @param ageMonths months the oldest lies behind the period the group books in
 * @param difference what it comes to; null until it is calculated
 * @param previewHash of the preview that can be approved; null while there is none
 * @param failure why the last preview does not hold, else null
 * @param contributors who may not decide it
 */
public record PackageView(
        PackageId id,
        Source source,
        PackageState state,
        int revision,
        int adjustments,
        int points,
        int days,
        Energy quantity,
        AccountingPeriod oldest,
        AccountingPeriod latest,
        int ageMonths,
        @Nullable Booking booking,
        @Nullable LateGround ground,
        @Nullable String reason,
        @Nullable PersonId preparedBy,
        @Nullable Instant preparedAt,
        @Nullable StatementTotals difference,
        @Nullable Sha256 previewHash,
        @Nullable String failure,
        List<PersonId> contributors,
        @Nullable String legalHold,
        @Nullable PersonId legalHoldBy,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        Instant raisedAt,
        long openedPosition,
        long position) {}
