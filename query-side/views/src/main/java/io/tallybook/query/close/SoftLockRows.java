package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_LOCK_EXCEPTION;
import static io.tallybook.migrations.jooq.Tables.VIEW_SOFT_LOCK;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.LockArea;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import java.util.List;
import org.jooq.DSLContext;

/** The rows of soft locks and of the exceptions from them. */
final class SoftLockRows {
    /** Exceptions a calendar shows, the newest first. */
    private static final int MOST_SHOWN = 200;

    private final DSLContext db;

    SoftLockRows(DSLContext db) {
        this.db = db;
    }

    void moved(SoftLockMoved e, At at) {
        var row = db.newRecord(VIEW_SOFT_LOCK);
        row.setCloseGroup(e.group().value());
        row.setArea(e.area().name());
        row.setThrough(Columns.maybe(e.to(), GasDay::date));
        row.setReason(e.reason());
        row.setMovedBy(e.by().value());
        row.setMovedAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    void granted(LockExceptionGranted e, At at) {
        var row = db.newRecord(VIEW_LOCK_EXCEPTION);
        row.setCloseGroup(e.group().value());
        row.setNumber(e.number());
        row.setArea(e.area().name());
        row.setPerson(Columns.maybe(e.person(), PersonId::value));
        row.setUntil(e.until());
        row.setReason(e.reason());
        row.setGrantedBy(e.by().value());
        row.setGrantedAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    void ended(LockExceptionEnded e, At at) {
        db.update(VIEW_LOCK_EXCEPTION)
                .set(VIEW_LOCK_EXCEPTION.ENDED_BY, e.by().value())
                .set(VIEW_LOCK_EXCEPTION.ENDED_AT, at.time())
                .set(VIEW_LOCK_EXCEPTION.END_REASON, e.reason())
                .set(VIEW_LOCK_EXCEPTION.POSITION, at.position())
                .where(VIEW_LOCK_EXCEPTION.CLOSE_GROUP.eq(e.group().value()))
                .and(VIEW_LOCK_EXCEPTION.NUMBER.eq(e.number()))
                .execute();
    }

    List<SoftLockView> locks(String group) {
        return db.selectFrom(VIEW_SOFT_LOCK)
                .where(VIEW_SOFT_LOCK.CLOSE_GROUP.eq(group))
                .orderBy(VIEW_SOFT_LOCK.AREA)
                .fetch(row -> new SoftLockView(
                        LockArea.valueOf(row.getArea()),
                        Columns.maybe(row.getThrough(), GasDay::of),
                        row.getReason(),
                        new PersonId(row.getMovedBy()),
                        row.getMovedAt()));
    }

    List<LockExceptionView> exceptions(String group) {
        return db.selectFrom(VIEW_LOCK_EXCEPTION)
                .where(VIEW_LOCK_EXCEPTION.CLOSE_GROUP.eq(group))
                .orderBy(VIEW_LOCK_EXCEPTION.NUMBER.desc())
                .limit(MOST_SHOWN)
                .fetch(row -> new LockExceptionView(
                        row.getNumber(),
                        LockArea.valueOf(row.getArea()),
                        Columns.maybe(row.getPerson(), PersonId::new),
                        row.getUntil(),
                        row.getReason(),
                        new PersonId(row.getGrantedBy()),
                        row.getGrantedAt(),
                        Columns.maybe(row.getEndedBy(), PersonId::new),
                        row.getEndedAt(),
                        row.getEndReason()));
    }
}
