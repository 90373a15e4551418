package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_OVERDUE;

import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.query.close.CloseFacts.ToldLate;
import io.tallybook.query.projection.At;
import java.util.Map;
import org.jooq.DSLContext;

/** The rows of late steps and of the levels it was told at. */
final class OverdueRows {
    private final DSLContext db;

    OverdueRows(DSLContext db) {
        this.db = db;
    }

    void told(StepsOverdue e, At at) {
        for (DueStep step : e.steps()) {
            var row = db.newRecord(VIEW_CLOSE_OVERDUE);
            row.setCloseId(e.closeId().value());
            row.setStep(step.step().name());
            row.setDue(step.due());
            row.setToldAt(at.time());
            row.setLevel(Escalation.OWNER.name());
            row.setPosition(at.position());
            row.merge();
        }
    }

    void escalated(StepsEscalated e, At at) {
        for (DueStep step : e.steps()) {
            db.update(VIEW_CLOSE_OVERDUE)
                    .set(VIEW_CLOSE_OVERDUE.LEVEL, e.level().name())
                    .set(VIEW_CLOSE_OVERDUE.POSITION, at.position())
                    .where(VIEW_CLOSE_OVERDUE.CLOSE_ID.eq(e.closeId().value()))
                    .and(VIEW_CLOSE_OVERDUE.STEP.eq(step.step().name()))
                    .execute();
        }
    }

    Map<CloseStep, ToldLate> of(CloseId closeId) {
        return db.selectFrom(VIEW_CLOSE_OVERDUE)
                .where(VIEW_CLOSE_OVERDUE.CLOSE_ID.eq(closeId.value()))
                .fetchMap(
                        row -> CloseStep.valueOf(row.getStep()),
                        row -> new ToldLate(row.getToldAt(), Escalation.valueOf(row.getLevel())));
    }
}
