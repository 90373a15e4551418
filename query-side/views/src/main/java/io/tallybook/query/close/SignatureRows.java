package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_APPROVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_INVALIDATION;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_LATE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_REJECTION;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import org.jooq.DSLContext;

/** The rows of what people decided about a close: signatures, rejections, late data; void ones stay visible. */
final class SignatureRows {
    private final DSLContext db;

    SignatureRows(DSLContext db) {
        this.db = db;
    }

    void approved(CloseApproved e, int attempt, At at) {
        var row = db.newRecord(VIEW_CLOSE_APPROVAL);
        row.setCloseId(e.closeId().value());
        row.setPosition(at.position());
        row.setLevel(e.level());
        row.setAttempt(attempt);
        row.setPackHash(e.packHash().hex());
        row.setByPerson(e.by().value());
        row.setOnBehalfOf(Columns.maybe(e.onBehalfOf(), PersonId::value));
        row.setAt(at.time());
        row.setVoided(false);
        row.merge();
    }

    void rejected(CloseRejected e, int attempt, At at) {
        var row = db.newRecord(VIEW_CLOSE_REJECTION);
        row.setCloseId(e.closeId().value());
        row.setPosition(at.position());
        row.setAttempt(attempt);
        row.setPackHash(e.packHash().hex());
        row.setReason(e.reason());
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.merge();
        voidApprovals(e.closeId());
    }

    void invalidated(ResultsInvalidated e, At at) {
        var row = db.newRecord(VIEW_CLOSE_INVALIDATION);
        row.setCloseId(e.closeId().value());
        row.setPosition(at.position());
        row.setAttempt(e.attempt());
        row.setReason(e.reason());
        row.setThawed(e.thaw().stream().map(PointId::value).toArray(String[]::new));
        row.setApprovalsVoided(e.approvalsVoided());
        row.setByPerson(Columns.maybe(e.by(), PersonId::value));
        row.setAt(at.time());
        row.merge();
        voidApprovals(e.closeId());
    }

    /** Every point takes figures again, and with them what was late. */
    void thawed(CutoffReopened e, At at) {
        var row = db.newRecord(VIEW_CLOSE_INVALIDATION);
        row.setCloseId(e.closeId().value());
        row.setPosition(at.position());
        row.setAttempt(e.attempt());
        row.setReason(e.reason());
        row.setThawed(new String[0]);
        row.setApprovalsVoided(0);
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.merge();
        db.update(VIEW_CLOSE_LATE)
                .set(VIEW_CLOSE_LATE.DECISION, LateDecision.THAW.name())
                .set(VIEW_CLOSE_LATE.REASON, e.reason())
                .set(VIEW_CLOSE_LATE.BY_PERSON, e.by().value())
                .set(VIEW_CLOSE_LATE.DECIDED_AT, at.time())
                .where(VIEW_CLOSE_LATE.CLOSE_ID.eq(e.closeId().value()))
                .and(VIEW_CLOSE_LATE.DECISION.isNull())
                .execute();
    }

    private void voidApprovals(CloseId closeId) {
        db.update(VIEW_CLOSE_APPROVAL)
                .set(VIEW_CLOSE_APPROVAL.VOIDED, true)
                .where(VIEW_CLOSE_APPROVAL.CLOSE_ID.eq(closeId.value()))
                .execute();
    }

    void late(LateQuantitiesNoted e, At at) {
        var row = db.newRecord(VIEW_CLOSE_LATE);
        row.setCloseId(e.closeId().value());
        row.setPosition(at.position());
        row.setPoint(e.point().value());
        row.setSource(e.source());
        row.setNotedAt(at.time());
        row.merge();
    }

    /** One decision is for everything late of the point so far. */
    void decided(LateQuantitiesDecided e, At at) {
        db.update(VIEW_CLOSE_LATE)
                .set(VIEW_CLOSE_LATE.DECISION, e.decision().name())
                .set(VIEW_CLOSE_LATE.REASON, e.reason())
                .set(VIEW_CLOSE_LATE.BY_PERSON, Columns.maybe(e.by(), PersonId::value))
                .set(VIEW_CLOSE_LATE.DECIDED_AT, at.time())
                .where(VIEW_CLOSE_LATE.CLOSE_ID.eq(e.closeId().value()))
                .and(VIEW_CLOSE_LATE.POINT.eq(e.point().value()))
                .and(VIEW_CLOSE_LATE.DECISION.isNull())
                .execute();
    }
}
