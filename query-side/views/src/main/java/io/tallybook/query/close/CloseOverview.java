package io.tallybook.query.close;

import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A close as its cockpit shows it.
 *
 * @param zone the calendar's zone, in which due dates fall
 * @param sequence sequence of the close's last event: the ETag of orders to it
 * @param position position of that event
 * @param done steps done, as {@code progress} has them with those that are late or remain
 * @param blockers what stands in the way, first step first
 * @param approvals every signature ever, newest attempt last; {@link ApprovalView#voided()} tells
 * @param contributors who may not approve; empty until the pack is ready
 * @param packHash null until the pack is ready
 * @param documentNumber the ERP's, null until posted
 * @param hold why nothing may be signed or locked now; null when it is not held
 * @param cutoffExtendedTo until when the cut-off was given time; null when it was not
 * @param undoing the month is open again and what went out is being taken back
 * @param revisions those that were locked and taken back, oldest first
 */
public record CloseOverview(
        CloseId closeId,
        NetworkId network,
        ZoneId zone,
        CloseStatus status,
        boolean demo,
        int revision,
        int attempt,
        Instant openedAt,
        PersonId openedBy,
        Instant dueFrom,
        long sequence,
        long position,
        int done,
        CloseProgress progress,
        List<StepView> steps,
        List<Blocker> blockers,
        List<ApprovalView> approvals,
        List<RejectionView> rejections,
        List<InvalidationView> invalidations,
        List<LateDataView> lateData,
        List<PersonId> contributors,
        @Nullable Sha256 packHash,
        @Nullable Instant packReadyAt,
        PostingState posting,
        @Nullable String documentNumber,
        List<IssuedDocumentView> documents,
        @Nullable Sha256 chainHash,
        @Nullable Instant lockedAt,
        @Nullable HoldView hold,
        @Nullable Instant cutoffExtendedTo,
        boolean undoing,
        List<RevisionView> revisions) {

    /** The line of one step. */
    public StepView step(CloseStep step) {
        return steps.stream().filter(view -> view.step() == step).findFirst().orElseThrow();
    }

    /** The signatures that stand. */
    public List<ApprovalView> standing() {
        return approvals.stream().filter(a -> !a.voided()).toList();
    }
}
