package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_CALENDAR;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_APPROVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_BLOCKER;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_OVERDUE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_REVISION;
import static io.tallybook.migrations.jooq.Tables.VIEW_PERIOD;
import static io.tallybook.migrations.jooq.Tables.VIEW_REOPENING;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarEvent.HardLockRaised;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenDeclined;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import io.tallybook.messages.close.CloseCycleEvent.CloseUndone;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.close.ReopenVoice;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of holds, of asking for a locked month to open again, and of the revisions that were taken back. */
final class ReopeningRows {
    private final DSLContext db;

    ReopeningRows(DSLContext db) {
        this.db = db;
    }

    void asked(ReopenRequested e, At at) {
        var row = db.newRecord(VIEW_REOPENING);
        row.setCloseGroup(e.group().value());
        row.setPeriod(e.period().value());
        row.setAsked(at.position());
        row.setRevision(e.revision());
        row.setGround(e.ground().name());
        row.setEffect(Columns.maybe(e.effect(), Money::amount));
        row.setCurrency(Columns.maybe(e.effect(), Money::currency));
        row.setChief(e.voices() != null && e.voices().contains(ReopenVoice.CHIEF));
        row.setReason(e.reason());
        row.setAskedBy(e.by().value());
        row.setAskedAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    void agreed(ReopenApproved e, At at) {
        Field<String> voice = switch (e.voice()) {
            case CONTROLLER -> VIEW_REOPENING.APPROVED_BY;
            case CHIEF -> VIEW_REOPENING.CHIEF_BY;
            case MEASUREMENT -> VIEW_REOPENING.CONSENTED_BY;
        };
        db.update(VIEW_REOPENING)
                .set(voice, e.by().value())
                .set(VIEW_REOPENING.POSITION, at.position())
                .where(waiting(e.group(), e.period()))
                .execute();
    }

    void declined(ReopenDeclined e, At at) {
        db.update(VIEW_REOPENING)
                .set(VIEW_REOPENING.DECLINED_BY, e.by().value())
                .set(VIEW_REOPENING.DECLINE_REASON, e.reason())
                .set(VIEW_REOPENING.POSITION, at.position())
                .where(waiting(e.group(), e.period()))
                .execute();
    }

    void reopened(PeriodReopened e, At at) {
        db.update(VIEW_REOPENING)
                .set(VIEW_REOPENING.REOPENED_AT, at.time())
                .set(VIEW_REOPENING.POSITION, at.position())
                .where(waiting(e.group(), e.period()))
                .execute();
        db.update(VIEW_PERIOD)
                .setNull(VIEW_PERIOD.LOCKED_AT)
                .setNull(VIEW_PERIOD.LOCKED_BY)
                .setNull(VIEW_PERIOD.LOCK_HASH)
                .setNull(VIEW_PERIOD.CHAIN_HASH)
                .set(VIEW_PERIOD.POSITION, at.position())
                .where(VIEW_PERIOD.CLOSE_GROUP.eq(e.group().value()))
                .and(VIEW_PERIOD.PERIOD.eq(e.period().value()))
                .execute();
    }

    private static Condition waiting(CloseGroup group, AccountingPeriod period) {
        return VIEW_REOPENING
                .CLOSE_GROUP
                .eq(group.value())
                .and(VIEW_REOPENING.PERIOD.eq(period.value()))
                .and(VIEW_REOPENING.DECLINED_BY.isNull())
                .and(VIEW_REOPENING.REOPENED_AT.isNull());
    }

    List<ReopeningView> of(String group) {
        return db.selectFrom(VIEW_REOPENING)
                .where(VIEW_REOPENING.CLOSE_GROUP.eq(group))
                .orderBy(VIEW_REOPENING.ASKED)
                .fetch(row -> new ReopeningView(
                        new AccountingPeriod(row.getPeriod()),
                        row.getRevision(),
                        ReopenGround.valueOf(row.getGround()),
                        row.getEffect() == null ? null : new Money(row.getEffect(), String.valueOf(row.getCurrency())),
                        row.getReason(),
                        new PersonId(row.getAskedBy()),
                        row.getAskedAt(),
                        Columns.maybe(row.getApprovedBy(), PersonId::new),
                        row.getChief(),
                        Columns.maybe(row.getChiefBy(), PersonId::new),
                        Columns.maybe(row.getConsentedBy(), PersonId::new),
                        Columns.maybe(row.getDeclinedBy(), PersonId::new),
                        row.getDeclineReason(),
                        row.getReopenedAt()));
    }

    void hardLocked(HardLockRaised e, At at) {
        db.update(VIEW_CALENDAR)
                .set(VIEW_CALENDAR.HARD_LOCK, e.through().value())
                .set(VIEW_CALENDAR.POSITION, at.position())
                .where(VIEW_CALENDAR.CLOSE_GROUP.eq(e.group().value()))
                .execute();
    }

    void held(CloseHeld e) {
        boolean house = e.by().equals(PersonId.HOUSE);
        db.update(VIEW_CLOSE)
                .set(house ? VIEW_CLOSE.HOUSE_HOLD_REASON : VIEW_CLOSE.HOLD_REASON, e.reason())
                .set(VIEW_CLOSE.HOLD_BY, house ? VIEW_CLOSE.HOLD_BY : value(e.by()))
                .where(CloseProjection.is(e.closeId()))
                .execute();
    }

    private static Field<String> value(PersonId person) {
        return DSL.val(person.value());
    }

    void resumed(CloseResumed e) {
        boolean house = e.by().equals(PersonId.HOUSE);
        var update = db.update(VIEW_CLOSE).setNull(house ? VIEW_CLOSE.HOUSE_HOLD_REASON : VIEW_CLOSE.HOLD_REASON);
        (house ? update : update.setNull(VIEW_CLOSE.HOLD_BY))
                .where(CloseProjection.is(e.closeId()))
                .execute();
    }

    /** What stood is kept as a revision; the close begins before its cut-off. */
    void reopened(CloseReopened e, At at) {
        var stood =
                db.selectFrom(VIEW_CLOSE).where(CloseProjection.is(e.closeId())).fetchOptional();
        var row = db.newRecord(VIEW_CLOSE_REVISION);
        row.setCloseId(e.closeId().value());
        row.setRevision(e.revision() - 1);
        row.setAttempt(e.undone());
        row.setPackHash(e.packHash().hex());
        row.setDocumentNumber(e.documentNumber());
        row.setChainHash(stood.map(close -> close.getChainHash()).orElse(null));
        row.setLockedAt(stood.map(close -> close.getLockedAt()).orElse(null));
        row.setReopenedAt(at.time());
        row.setReason(e.reason());
        row.setReopenedBy(e.by().value());
        row.setPosition(at.position());
        // told again, the close has begun anew: what stood is known from the first time only
        db.insertInto(VIEW_CLOSE_REVISION).set(row).onConflictDoNothing().execute();
        deleteBlockers(e.closeId());
        db.deleteFrom(VIEW_CLOSE_OVERDUE)
                .where(VIEW_CLOSE_OVERDUE.CLOSE_ID.eq(e.closeId().value()))
                .execute();
        begin(e);
    }

    /** Nothing was done in it: what there was stands in the log. */
    void cancelled(CloseCancelled e) {
        db.deleteFrom(VIEW_CLOSE).where(CloseProjection.is(e.closeId())).execute();
        db.deleteFrom(VIEW_CLOSE_OVERDUE)
                .where(VIEW_CLOSE_OVERDUE.CLOSE_ID.eq(e.closeId().value()))
                .execute();
    }

    void cutoffReopened(CutoffReopened e) {
        deleteBlockers(e.closeId());
        db.update(VIEW_CLOSE)
                .set(VIEW_CLOSE.ATTEMPT, e.attempt())
                .setNull(VIEW_CLOSE.CUTOFF_AT)
                .setNull(VIEW_CLOSE.CUTOFF_BY)
                .where(CloseProjection.is(e.closeId()))
                .execute();
    }

    private void begin(CloseReopened e) {
        db.update(VIEW_CLOSE)
                .set(VIEW_CLOSE.REVISION, e.revision())
                .set(VIEW_CLOSE.ATTEMPT, e.attempt())
                .set(VIEW_CLOSE.UNDOING, true)
                .set(VIEW_CLOSE.DUE_FROM, e.at())
                .set(VIEW_CLOSE.HOLIDAYS, holidays(e.holidays()))
                .set(VIEW_CLOSE.CONTRIBUTORS, new String[0])
                .setNull(VIEW_CLOSE.CUTOFF_AT)
                .setNull(VIEW_CLOSE.CUTOFF_BY)
                .setNull(VIEW_CLOSE.CUTOFF_EXTENDED_TO)
                .setNull(VIEW_CLOSE.FROZEN_AT)
                .setNull(VIEW_CLOSE.BALANCED_AT)
                .setNull(VIEW_CLOSE.VALUED_AT)
                .setNull(VIEW_CLOSE.REVIEWED_AT)
                .setNull(VIEW_CLOSE.JOURNAL_AT)
                .setNull(VIEW_CLOSE.PACK_HASH)
                .setNull(VIEW_CLOSE.PACK_READY_AT)
                .setNull(VIEW_CLOSE.REJECTED_AT)
                .setNull(VIEW_CLOSE.APPROVED_AT)
                .setNull(VIEW_CLOSE.POSTED_AT)
                .setNull(VIEW_CLOSE.DOCUMENT_NUMBER)
                .setNull(VIEW_CLOSE.PUBLISHED_AT)
                .setNull(VIEW_CLOSE.LOCK_BY)
                .setNull(VIEW_CLOSE.LOCKED_AT)
                .setNull(VIEW_CLOSE.CHAIN_HASH)
                .where(CloseProjection.is(e.closeId()))
                .execute();
    }

    private static LocalDate[] holidays(@Nullable List<LocalDate> holidays) {
        return Objects.requireNonNullElse(holidays, List.<LocalDate>of()).toArray(LocalDate[]::new);
    }

    void reversed(JournalReversed e) {
        if (!e.journal().belongsToClose()) {
            return; // an accrual's
        }
        db.update(VIEW_CLOSE_REVISION)
                .set(VIEW_CLOSE_REVISION.REVERSAL_NUMBER, e.documentNumber())
                .where(revision(e.closeId(), e.revision()))
                .execute();
    }

    void invalidated(ApprovalsInvalidated e) {
        db.update(VIEW_CLOSE_APPROVAL)
                .set(VIEW_CLOSE_APPROVAL.VOIDED, true)
                .where(VIEW_CLOSE_APPROVAL.CLOSE_ID.eq(e.closeId().value()))
                .execute();
    }

    void undone(CloseUndone e, At at) {
        db.update(VIEW_CLOSE_REVISION)
                .set(VIEW_CLOSE_REVISION.UNDONE_AT, at.time())
                .where(revision(e.closeId(), e.revision()))
                .execute();
        db.update(VIEW_CLOSE)
                .set(VIEW_CLOSE.UNDOING, false)
                .where(CloseProjection.is(e.closeId()))
                .execute();
        deleteBlockers(e.closeId());
    }

    /** The row of a revision is that of what stood before it. */
    private static Condition revision(CloseId close, int revision) {
        return VIEW_CLOSE_REVISION.CLOSE_ID.eq(close.value()).and(VIEW_CLOSE_REVISION.REVISION.eq(revision - 1));
    }

    private void deleteBlockers(CloseId close) {
        db.deleteFrom(VIEW_CLOSE_BLOCKER)
                .where(VIEW_CLOSE_BLOCKER.CLOSE_ID.eq(close.value()))
                .execute();
    }
}
