package io.tallybook.query.change;

import static io.tallybook.migrations.jooq.Tables.VIEW_CHANGE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CHANGE_REFUSAL;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.change.ChangeEvent;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.change.ChangeEvent.ChangeProposed;
import io.tallybook.messages.change.ChangeEvent.ChangeRejected;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.change.SheetRows;
import io.tallybook.migrations.jooq.tables.records.ViewChangeRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;

/** Every change of configuration and what became of it. */
final class ChangeProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "change", List.of(ChangeEvent.class), List.of(VIEW_CHANGE, VIEW_CHANGE_REFUSAL), ChangeProjection::new);

    private final DSLContext db;

    private ChangeProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case ChangeProposed e -> proposed(e, at);
            case ChangeApproved e -> decide(e.change(), ChangeState.APPROVED, e.by(), null, at);
            case ChangeRejected e -> decide(e.change(), ChangeState.REJECTED, e.by(), e.reason(), at);
            case ChangeCompleted e -> completed(e, at);
            default -> {}
        }
    }

    private void proposed(ChangeProposed e, At at) {
        var row = db.newRecord(VIEW_CHANGE);
        row.setChange(e.change().value());
        row.setState(ChangeState.PROPOSED.name());
        row.setContent(e.content().hex());
        row.setSheets(e.rows().stream().map(SheetRows::sheet).toArray(String[]::new));
        row.setCounts(e.rows().stream().map(SheetRows::rows).toArray(Integer[]::new));
        row.setReason(e.reason());
        row.setProposedBy(e.by().value());
        row.setProposedAt(at.time());
        row.setTaken(0);
        row.setRefused(0);
        row.setProposedPosition(at.position());
        row.setSequence(at.sequence());
        row.setPosition(at.position());
        row.merge();
    }

    private void decide(ChangeId change, ChangeState state, PersonId by, @Nullable String why, At at) {
        update(at)
                .set(VIEW_CHANGE.STATE, state.name())
                .set(VIEW_CHANGE.DECIDED_BY, by.value())
                .set(VIEW_CHANGE.DECIDED_AT, at.time())
                .set(VIEW_CHANGE.DECISION, why)
                .where(VIEW_CHANGE.CHANGE.eq(change.value()))
                .execute();
    }

    private void completed(ChangeCompleted e, At at) {
        ChangeState state = e.refused() == 0 ? ChangeState.IN_FORCE : ChangeState.PARTLY_REFUSED;
        update(at)
                .set(VIEW_CHANGE.STATE, state.name())
                .set(VIEW_CHANGE.TAKEN, e.taken())
                .set(VIEW_CHANGE.REFUSED, e.refused())
                .where(VIEW_CHANGE.CHANGE.eq(e.change().value()))
                .execute();
        e.named().forEach(refusal -> refused(e.change(), refusal));
    }

    private void refused(ChangeId change, RefusedRow refusal) {
        var row = db.newRecord(VIEW_CHANGE_REFUSAL);
        row.setChange(change.value());
        row.setLine(refusal.line());
        row.setSheet(refusal.sheet());
        row.setWhat(refusal.what());
        row.setSentence(refusal.sentence());
        row.merge();
    }

    private UpdateSetMoreStep<ViewChangeRecord> update(At at) {
        return db.update(VIEW_CHANGE).set(VIEW_CHANGE.SEQUENCE, at.sequence()).set(VIEW_CHANGE.POSITION, at.position());
    }
}
