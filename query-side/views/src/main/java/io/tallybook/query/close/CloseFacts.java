package io.tallybook.query.close;

import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.migrations.jooq.tables.records.ViewCloseRecord;
import io.tallybook.query.allocation.RunProgress;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.statement.StatementView;
import io.tallybook.query.variance.ReviewProgress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the cockpit of one close is computed from, read once.
 *
 * @param areas how many the network has
 * @param months the months of every point in force in the period
 * @param overdue when the close was told that a step is late, and how far up
 * @param runs allocation runs of the current attempt
 */
record CloseFacts(
        CloseId closeId,
        ViewCloseRecord close,
        ZoneId zone,
        int areas,
        List<MeterMonthView> months,
        List<BalanceView> balances,
        List<RunProgress> runs,
        List<StatementView> statements,
        List<ReviewProgress> reviews,
        Optional<JournalView> journal,
        List<ApprovalView> approvals,
        List<RejectionView> rejections,
        List<InvalidationView> invalidations,
        List<LateDataView> lateData,
        List<ReportedBlocker> reported,
        Map<CloseStep, ToldLate> overdue,
        Map<CloseStep, Certified> certified,
        List<IssuedDocumentView> documents,
        List<RevisionView> revisions) {

    /** Since when a step is known to be late, and how far up it was told. */
    record ToldLate(Instant since, Escalation level) {}

    /** A blocker a process reported at a step. */
    record ReportedBlocker(CloseStep step, String subject, String sentence) {}

    boolean cutoff() {
        return close.getCutoffAt() != null;
    }

    boolean frozen() {
        return close.getFrozenAt() != null;
    }

    /** The period is over, so that what is missing is missing. */
    boolean over(Instant now) {
        return cutoff()
                || now.isAfter(closeId.period()
                        .next()
                        .firstDay()
                        .date()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    /** A pack was rejected and no new one has been made since. */
    boolean rejected() {
        return close.getRejectedAt() != null;
    }

    CloseStatus status() {
        return CloseTables.status(close);
    }
}
