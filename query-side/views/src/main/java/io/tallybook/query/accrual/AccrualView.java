package io.tallybook.query.accrual;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flash accrual of a close.
 *
 * @param lines by shipper id
 * @param accounts whose accounts it is booked on
 * @param logPosition up to which the preparer's figures were looked at
 * @param note the preparer's word, may be empty
 * @param releasedAt null before everybody has approved
 * @param reversedIn the period it is taken back in; null before it is released
 * @param ended why it was discarded or failed, else null
 * @param endedBy who discarded it, else null
 * @param trueUpAttempt the attempt of the close whose figures are beside it; null for none
 */
public record AccrualView(
        CloseId closeId,
        int number,
        AccrualState state,
        List<AccrualLineView> lines,
        AccountMapId accounts,
        long logPosition,
        Sha256 contentHash,
        String note,
        PersonId preparedBy,
        Instant preparedAt,
        List<AccrualApprovalView> approvals,
        @Nullable Instant releasedAt,
        @Nullable AccountingPeriod reversedIn,
        @Nullable String ended,
        @Nullable PersonId endedBy,
        @Nullable Integer trueUpAttempt,
        long position) {
    /** Somebody's word for it. */
    public record AccrualApprovalView(PersonId by, Instant at, long position) {}
}
