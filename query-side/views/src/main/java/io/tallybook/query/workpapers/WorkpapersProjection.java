package io.tallybook.query.workpapers;

import static io.tallybook.migrations.jooq.Tables.VIEW_EVIDENCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_NOTE;
import static io.tallybook.migrations.jooq.Tables.VIEW_NOTE_WORD;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersEvent;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceAttached;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceWithdrawn;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteAnswered;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteAssigned;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteClosed;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteResolved;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteReturned;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteWritten;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointCarried;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointRolledForward;
import io.tallybook.messages.workpapers.WorkpapersEvent.WorkpapersSealed;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import io.tallybook.query.workpapers.NoteWord.Deed;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Keeps notes as they stand, what was said of them since, and the files. */
final class WorkpapersProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "workpapers",
            List.of(WorkpapersEvent.class),
            List.of(VIEW_NOTE, VIEW_NOTE_WORD, VIEW_EVIDENCE),
            WorkpapersProjection::new);

    private final DSLContext db;

    private WorkpapersProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof WorkpapersEvent e) {
            on(e, at);
        }
    }

    private void on(WorkpapersEvent event, At at) {
        switch (event) {
            case NoteWritten e ->
                write(e.papers(), e.note(), e.subject(), e.kind(), e.text(), e.assignee(), e.by(), at);
            case ReviewPointCarried e -> carried(e, at);
            case NoteAnswered e -> said(e.papers(), e.note(), Deed.ANSWERED, e.text(), null, e.by(), at);
            case NoteAssigned e -> assigned(e, at);
            case NoteResolved e -> resolved(e, at);
            case NoteClosed e -> closed(e, at);
            case NoteReturned e -> returned(e, at);
            case ReviewPointRolledForward e ->
                db.update(VIEW_NOTE)
                        .set(VIEW_NOTE.STATE, NoteState.ROLLED_FORWARD.name())
                        .where(is(e.papers(), e.note()))
                        .execute();
            case EvidenceAttached e -> attached(e, at);
            case EvidenceWithdrawn e -> withdrawn(e, at);
            case WorkpapersSealed e -> {}
        }
    }

    private void write(
            WorkpapersId papers,
            int note,
            Subject subject,
            NoteKind kind,
            String text,
            @Nullable PersonId assignee,
            PersonId by,
            At at) {
        var row = db.newRecord(VIEW_NOTE);
        row.setCloseId(papers.value());
        row.setNote(note);
        row.setSubject(subject.value());
        row.setKind(kind.name());
        row.setState(NoteState.UNRESOLVED.name());
        row.setWords(text);
        row.setAssignee(Columns.maybe(assignee, PersonId::value));
        row.setByPerson(by.value());
        row.setAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    /** Each of the two knows the other. */
    private void carried(ReviewPointCarried e, At at) {
        write(e.papers(), e.note(), e.subject(), NoteKind.REVIEW_POINT, e.text(), e.assignee(), e.author(), at);
        db.update(VIEW_NOTE)
                .set(VIEW_NOTE.FROM_CLOSE, e.from().value())
                .set(VIEW_NOTE.FROM_NOTE, e.fromNote())
                .where(is(e.papers(), e.note()))
                .execute();
        db.update(VIEW_NOTE)
                .set(VIEW_NOTE.TO_CLOSE, e.papers().value())
                .set(VIEW_NOTE.TO_NOTE, e.note())
                .where(is(e.from(), e.fromNote()))
                .execute();
    }

    private void assigned(NoteAssigned e, At at) {
        db.update(VIEW_NOTE)
                .set(VIEW_NOTE.ASSIGNEE, Columns.maybe(e.assignee(), PersonId::value))
                .where(is(e.papers(), e.note()))
                .execute();
        said(e.papers(), e.note(), Deed.ASSIGNED, null, e.assignee(), e.by(), at);
    }

    private void resolved(NoteResolved e, At at) {
        db.update(VIEW_NOTE)
                .set(VIEW_NOTE.STATE, NoteState.RESOLVED.name())
                .set(VIEW_NOTE.RESOLVED_BY, e.by().value())
                .set(VIEW_NOTE.RESOLVED_AT, at.time())
                .where(is(e.papers(), e.note()))
                .execute();
        said(e.papers(), e.note(), Deed.RESOLVED, null, null, e.by(), at);
    }

    private void closed(NoteClosed e, At at) {
        db.update(VIEW_NOTE)
                .set(VIEW_NOTE.STATE, NoteState.CLOSED.name())
                .set(VIEW_NOTE.CLOSED_BY, e.by().value())
                .set(VIEW_NOTE.CLOSED_AT, at.time())
                .where(is(e.papers(), e.note()))
                .execute();
        said(e.papers(), e.note(), Deed.CLOSED, null, null, e.by(), at);
    }

    private void returned(NoteReturned e, At at) {
        db.update(VIEW_NOTE)
                .set(VIEW_NOTE.STATE, NoteState.UNRESOLVED.name())
                .setNull(VIEW_NOTE.RESOLVED_BY)
                .setNull(VIEW_NOTE.RESOLVED_AT)
                .setNull(VIEW_NOTE.CLOSED_BY)
                .setNull(VIEW_NOTE.CLOSED_AT)
                .where(is(e.papers(), e.note()))
                .execute();
        said(e.papers(), e.note(), Deed.RETURNED, e.reason(), null, e.by(), at);
    }

    private void said(
            WorkpapersId papers,
            int note,
            Deed deed,
            @Nullable String words,
            @Nullable PersonId assignee,
            PersonId by,
            At at) {
        var row = db.newRecord(VIEW_NOTE_WORD);
        row.setPosition(at.position());
        row.setCloseId(papers.value());
        row.setNote(note);
        row.setDeed(deed.name());
        row.setWords(words);
        row.setAssignee(Columns.maybe(assignee, PersonId::value));
        row.setByPerson(by.value());
        row.setAt(at.time());
        row.merge();
    }

    private void attached(EvidenceAttached e, At at) {
        var row = db.newRecord(VIEW_EVIDENCE);
        row.setCloseId(e.papers().value());
        row.setEvidence(e.evidence());
        row.setSubject(e.subject().value());
        row.setSha256(e.sha256().hex());
        row.setName(e.name());
        row.setBytes(e.bytes());
        row.setMediaType(e.mediaType());
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    private void withdrawn(EvidenceWithdrawn e, At at) {
        db.update(VIEW_EVIDENCE)
                .set(VIEW_EVIDENCE.WITHDRAWN_BY, e.by().value())
                .set(VIEW_EVIDENCE.WITHDRAWN_AT, at.time())
                .set(VIEW_EVIDENCE.REASON, e.reason())
                .where(VIEW_EVIDENCE.CLOSE_ID.eq(e.papers().value()))
                .and(VIEW_EVIDENCE.EVIDENCE.eq(e.evidence()))
                .execute();
    }

    private static Condition is(WorkpapersId papers, int note) {
        return VIEW_NOTE.CLOSE_ID.eq(papers.value()).and(VIEW_NOTE.NOTE.eq(note));
    }
}
