package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_CALENDAR;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_APPROVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_BLOCKER;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_CERTIFIED;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_INVALIDATION;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_LATE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_OVERDUE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_REJECTION;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_REVISION;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_TERMS;
import static io.tallybook.migrations.jooq.Tables.VIEW_DOCUMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_HOLIDAY;
import static io.tallybook.migrations.jooq.Tables.VIEW_LOCK_EXCEPTION;
import static io.tallybook.migrations.jooq.Tables.VIEW_OPEN_IMBALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_PERIOD;
import static io.tallybook.migrations.jooq.Tables.VIEW_REOPENING;
import static io.tallybook.migrations.jooq.Tables.VIEW_SOFT_LOCK;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarEvent;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import io.tallybook.messages.close.CloseCycleEvent.CloseUndone;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.CutoffExtended;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.LockRequested;
import io.tallybook.messages.close.CloseCycleEvent.MonthBalanced;
import io.tallybook.messages.close.CloseCycleEvent.MonthFrozen;
import io.tallybook.messages.close.CloseCycleEvent.MonthReviewed;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ReportIssued;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.StepCertified;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Calendars, and closes with their blockers, signatures and documents; long, for each fact of a close has its row here. */
final class CloseProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "close",
            List.of(CloseCycleEvent.class, CloseCalendarEvent.class, JournalReversed.class),
            List.of(
                    VIEW_CALENDAR,
                    VIEW_PERIOD,
                    VIEW_HOLIDAY,
                    VIEW_CLOSE_TERMS,
                    VIEW_OPEN_IMBALANCE,
                    VIEW_CLOSE,
                    VIEW_CLOSE_BLOCKER,
                    VIEW_CLOSE_CERTIFIED,
                    VIEW_CLOSE_APPROVAL,
                    VIEW_CLOSE_REJECTION,
                    VIEW_CLOSE_INVALIDATION,
                    VIEW_CLOSE_LATE,
                    VIEW_CLOSE_OVERDUE,
                    VIEW_DOCUMENT,
                    VIEW_REOPENING,
                    VIEW_CLOSE_REVISION,
                    VIEW_SOFT_LOCK,
                    VIEW_LOCK_EXCEPTION),
            CloseProjection::new);

    private final DSLContext db;
    private final CalendarRows calendars;
    private final SignatureRows signatures;
    private final ReopeningRows reopenings;
    private final OverdueRows overdue;

    private CloseProjection(DSLContext db) {
        this.db = db;
        this.reopenings = new ReopeningRows(db);
        this.calendars = new CalendarRows(db, reopenings);
        this.signatures = new SignatureRows(db);
        this.overdue = new OverdueRows(db);
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof CloseCalendarEvent e) {
            calendars.on(e, at);
        } else if (event instanceof JournalReversed e) {
            reopenings.reversed(e);
        } else if (event instanceof CloseCycleEvent e) {
            on(e, at);
            db.update(VIEW_CLOSE)
                    .set(VIEW_CLOSE.SEQUENCE, at.sequence())
                    .set(VIEW_CLOSE.POSITION, at.position())
                    .where(is(e.closeId()))
                    .execute();
        }
    }

    private void on(CloseCycleEvent event, At at) {
        switch (event) {
            case CloseOpened e -> opened(e, at);
            case CutoffDeclared e -> cutOff(e, at);
            case RosterAdded e -> set(e.closeId(), VIEW_CLOSE.AREAS, e.areas().size());
            case ContractsComplete e ->
                set(e.closeId(), VIEW_CLOSE.STATEMENTS, e.shippers().size());
            case MonthFrozen e -> set(e.closeId(), VIEW_CLOSE.FROZEN_AT, at.time());
            case MonthBalanced e -> set(e.closeId(), VIEW_CLOSE.BALANCED_AT, at.time());
            case MonthValued e -> set(e.closeId(), VIEW_CLOSE.VALUED_AT, at.time());
            case MonthReviewed e -> set(e.closeId(), VIEW_CLOSE.REVIEWED_AT, at.time());
            case StepCertified e -> certified(e, at);
            case JournalAdded e -> set(e.closeId(), VIEW_CLOSE.JOURNAL_AT, at.time());
            case PackReady e -> ready(e, at);
            case BlockerReported e -> blocked(e, at);
            case StepsOverdue e -> overdue.told(e, at);
            case StepsEscalated e -> overdue.escalated(e, at);
            case LateQuantitiesNoted e -> signatures.late(e, at);
            case LateQuantitiesDecided e -> signatures.decided(e, at);
            case ResultsInvalidated e -> invalidated(e, at);
            case CloseApproved e -> signatures.approved(e, attempt(e.closeId()), at);
            case CloseRejected e -> {
                signatures.rejected(e, attempt(e.closeId()), at);
                set(e.closeId(), VIEW_CLOSE.REJECTED_AT, at.time());
            }
            case ApprovalsComplete e -> set(e.closeId(), VIEW_CLOSE.APPROVED_AT, at.time());
            case JournalPostingConfirmed e -> posted(e, at);
            case ReportIssued e -> issued(e, at);
            case PackPublished e -> set(e.closeId(), VIEW_CLOSE.PUBLISHED_AT, at.time());
            case LockRequested e -> set(e.closeId(), VIEW_CLOSE.LOCK_BY, e.by().value());
            case CloseLocked e ->
                set(
                        e.closeId(),
                        VIEW_CLOSE.LOCKED_AT,
                        at.time(),
                        VIEW_CLOSE.CHAIN_HASH,
                        e.chainHash().hex());
            case CloseHeld e -> reopenings.held(e);
            case CloseResumed e -> reopenings.resumed(e);
            case CutoffExtended e -> set(e.closeId(), VIEW_CLOSE.CUTOFF_EXTENDED_TO, e.until());
            case CloseCancelled e -> reopenings.cancelled(e);
            case CutoffReopened e -> {
                signatures.thawed(e, at);
                reopenings.cutoffReopened(e);
            }
            case CloseReopened e -> reopenings.reopened(e, at);
            case ApprovalsInvalidated e -> reopenings.invalidated(e);
            case CloseUndone e -> reopenings.undone(e, at);
            default -> {}
        }
    }

    private void opened(CloseOpened e, At at) {
        var row = db.newRecord(VIEW_CLOSE);
        row.setCloseId(e.closeId().value());
        row.setNetwork(e.network().value());
        row.setRevision(e.revision());
        row.setAttempt(0);
        row.setDemo(e.demo());
        row.setDueFrom(e.dueFrom());
        row.setHolidays(
                Objects.requireNonNullElse(e.holidays(), List.<LocalDate>of()).toArray(LocalDate[]::new));
        row.setOpenedAt(at.time());
        row.setOpenedBy(e.by().value());
        row.setAreas(0);
        row.setStatements(0);
        row.setContributors(new String[0]);
        row.setSequence(at.sequence());
        row.setPosition(at.position());
        row.merge();
    }

    private void cutOff(CutoffDeclared e, At at) {
        db.update(VIEW_CLOSE)
                .set(VIEW_CLOSE.ATTEMPT, e.attempt())
                .set(VIEW_CLOSE.CUTOFF_AT, at.time())
                .set(VIEW_CLOSE.CUTOFF_BY, e.by().value())
                .where(is(e.closeId()))
                .execute();
    }

    private void ready(PackReady e, At at) {
        db.update(VIEW_CLOSE)
                .set(VIEW_CLOSE.PACK_HASH, e.packHash().hex())
                .set(VIEW_CLOSE.PACK_READY_AT, at.time())
                .set(
                        VIEW_CLOSE.CONTRIBUTORS,
                        e.contributors().stream().map(PersonId::value).toArray(String[]::new))
                .setNull(VIEW_CLOSE.REJECTED_AT)
                .where(is(e.closeId()))
                .execute();
    }

    /** What the ERP refused before is posted now. */
    private void posted(JournalPostingConfirmed e, At at) {
        set(e.closeId(), VIEW_CLOSE.POSTED_AT, at.time(), VIEW_CLOSE.DOCUMENT_NUMBER, e.documentNumber());
        db.deleteFrom(VIEW_CLOSE_BLOCKER)
                .where(VIEW_CLOSE_BLOCKER.CLOSE_ID.eq(e.closeId().value()))
                .and(VIEW_CLOSE_BLOCKER.STEP.eq(CloseStep.POST.name()))
                .execute();
    }

    private void blocked(BlockerReported e, At at) {
        var row = db.newRecord(VIEW_CLOSE_BLOCKER);
        row.setCloseId(e.closeId().value());
        row.setStep(e.step().name());
        row.setSubject(e.subject());
        row.setAttempt(e.attempt());
        row.setSentence(e.sentence());
        row.setPosition(at.position());
        row.merge();
    }

    /** What an earlier attempt was certified by is told no more: the reader asks for that of the attempt that runs. */
    private void certified(StepCertified e, At at) {
        var row = db.newRecord(VIEW_CLOSE_CERTIFIED);
        row.setCloseId(e.closeId().value());
        row.setStep(e.rule().step().name());
        row.setAttempt(e.attempt());
        row.setRule(e.rule().name());
        row.setVersion(e.version());
        row.setItems(e.items());
        row.setCertifiedAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    /** Everything from the freeze on is taken anew. */
    private void invalidated(ResultsInvalidated e, At at) {
        signatures.invalidated(e, at);
        db.deleteFrom(VIEW_CLOSE_BLOCKER)
                .where(VIEW_CLOSE_BLOCKER.CLOSE_ID.eq(e.closeId().value()))
                .execute();
        db.update(VIEW_CLOSE)
                .set(VIEW_CLOSE.ATTEMPT, e.attempt())
                .setNull(VIEW_CLOSE.FROZEN_AT)
                .setNull(VIEW_CLOSE.BALANCED_AT)
                .setNull(VIEW_CLOSE.VALUED_AT)
                .setNull(VIEW_CLOSE.REVIEWED_AT)
                .setNull(VIEW_CLOSE.JOURNAL_AT)
                .setNull(VIEW_CLOSE.PACK_HASH)
                .setNull(VIEW_CLOSE.PACK_READY_AT)
                .setNull(VIEW_CLOSE.REJECTED_AT)
                .setNull(VIEW_CLOSE.APPROVED_AT)
                .set(VIEW_CLOSE.CONTRIBUTORS, new String[0])
                .where(is(e.closeId()))
                .execute();
    }

    private void issued(ReportIssued e, At at) {
        IssuedDocument document = e.document();
        var row = db.newRecord(VIEW_DOCUMENT);
        row.setCloseId(e.closeId().value());
        row.setName(document.name());
        row.setKind(document.kind());
        row.setSubject(document.subject());
        row.setMediaType(document.mediaType());
        row.setBytes(document.bytes());
        row.setSha256(document.sha256().hex());
        row.setLogPosition(document.position());
        row.setIssuedAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    private int attempt(CloseId closeId) {
        return db.select(VIEW_CLOSE.ATTEMPT)
                .from(VIEW_CLOSE)
                .where(is(closeId))
                .fetchOptional(VIEW_CLOSE.ATTEMPT)
                .orElse(0);
    }

    private <T> void set(CloseId closeId, Field<T> field, T value) {
        db.update(VIEW_CLOSE).set(field, value).where(is(closeId)).execute();
    }

    private <T, U> void set(CloseId closeId, Field<T> field, T value, Field<U> other, U otherValue) {
        db.update(VIEW_CLOSE)
                .set(field, value)
                .set(other, otherValue)
                .where(is(closeId))
                .execute();
    }

    static Condition is(CloseId closeId) {
        return VIEW_CLOSE.CLOSE_ID.eq(closeId.value());
    }
}
