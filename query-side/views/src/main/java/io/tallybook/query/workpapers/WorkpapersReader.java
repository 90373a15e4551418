package io.tallybook.query.workpapers;

import static io.tallybook.migrations.jooq.Tables.VIEW_EVIDENCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_NOTE;
import static io.tallybook.migrations.jooq.Tables.VIEW_NOTE_WORD;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.migrations.jooq.tables.records.ViewEvidenceRecord;
import io.tallybook.migrations.jooq.tables.records.ViewNoteRecord;
import io.tallybook.migrations.jooq.tables.records.ViewNoteWordRecord;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.workpapers.NoteWord.Deed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads notes with all that was said of them, and files. */
final class WorkpapersReader implements WorkpapersQueries {
    private static final int MOST_NOTES = 1_000;
    private static final int MOST_WORDS = 200;
    private static final int MOST_FILES = 500;
    private static final int MOST_WAITING = 200;

    private final DSLContext db;

    WorkpapersReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<NoteView> notes(CloseId closeId) {
        Condition ofClose = VIEW_NOTE_WORD.CLOSE_ID.eq(closeId.value());
        Map<Integer, List<ViewNoteWordRecord>> words =
                db.selectFrom(VIEW_NOTE_WORD).where(ofClose).orderBy(VIEW_NOTE_WORD.POSITION).fetch().stream()
                        .collect(Collectors.groupingBy(ViewNoteWordRecord::getNote));
        return db.selectFrom(VIEW_NOTE)
                .where(VIEW_NOTE.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_NOTE.NOTE)
                .limit(MOST_NOTES)
                .fetch(row -> view(row, words.getOrDefault(row.getNote(), List.of())));
    }

    @Override
    public Optional<NoteView> note(CloseId closeId, int note) {
        return db.selectFrom(VIEW_NOTE)
                .where(VIEW_NOTE.CLOSE_ID.eq(closeId.value()))
                .and(VIEW_NOTE.NOTE.eq(note))
                .fetchOptional(this::view);
    }

    @Override
    public List<NoteView> waitingFor(PersonId person) {
        Condition asked = VIEW_NOTE.ASSIGNEE.eq(person.value()).and(VIEW_NOTE.STATE.eq(NoteState.UNRESOLVED.name()));
        Condition toAgree = VIEW_NOTE
                .BY_PERSON
                .eq(person.value())
                .and(VIEW_NOTE.STATE.eq(NoteState.RESOLVED.name()))
                .and(VIEW_NOTE.KIND.eq(NoteKind.REVIEW_POINT.name()))
                .and(VIEW_NOTE.RESOLVED_BY.ne(person.value()));
        return db.selectFrom(VIEW_NOTE)
                .where(asked.or(toAgree))
                .orderBy(VIEW_NOTE.POSITION)
                .limit(MOST_WAITING)
                .fetch(this::view);
    }

    private NoteView view(ViewNoteRecord row) {
        return view(
                row,
                db.selectFrom(VIEW_NOTE_WORD)
                        .where(VIEW_NOTE_WORD.CLOSE_ID.eq(row.getCloseId()))
                        .and(VIEW_NOTE_WORD.NOTE.eq(row.getNote()))
                        .orderBy(VIEW_NOTE_WORD.POSITION)
                        .fetch());
    }

    private static NoteView view(ViewNoteRecord row, List<ViewNoteWordRecord> words) {
        return new NoteView(
                new NoteLink(new CloseId(row.getCloseId()), row.getNote()),
                new Subject(row.getSubject()),
                NoteKind.valueOf(row.getKind()),
                NoteState.valueOf(row.getState()),
                row.getWords(),
                Columns.maybe(row.getAssignee(), PersonId::new),
                new PersonId(row.getByPerson()),
                row.getAt(),
                Columns.maybe(row.getResolvedBy(), PersonId::new),
                row.getResolvedAt(),
                Columns.maybe(row.getClosedBy(), PersonId::new),
                row.getClosedAt(),
                link(row.getFromClose(), row.getFromNote()),
                link(row.getToClose(), row.getToNote()),
                words.stream().limit(MOST_WORDS).map(WorkpapersReader::word).toList());
    }

    private static @Nullable NoteLink link(@Nullable String close, @Nullable Integer note) {
        return close == null || note == null ? null : new NoteLink(new CloseId(close), note);
    }

    private static NoteWord word(ViewNoteWordRecord row) {
        return new NoteWord(
                Deed.valueOf(row.getDeed()),
                row.getWords(),
                Columns.maybe(row.getAssignee(), PersonId::new),
                new PersonId(row.getByPerson()),
                row.getAt());
    }

    @Override
    public List<EvidenceView> evidence(CloseId closeId) {
        return db.selectFrom(VIEW_EVIDENCE)
                .where(VIEW_EVIDENCE.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_EVIDENCE.EVIDENCE)
                .limit(MOST_FILES)
                .fetch(WorkpapersReader::view);
    }

    @Override
    public Optional<EvidenceView> evidence(CloseId closeId, int evidence) {
        return db.selectFrom(VIEW_EVIDENCE)
                .where(VIEW_EVIDENCE.CLOSE_ID.eq(closeId.value()))
                .and(VIEW_EVIDENCE.EVIDENCE.eq(evidence))
                .fetchOptional(WorkpapersReader::view);
    }

    private static EvidenceView view(ViewEvidenceRecord row) {
        return new EvidenceView(
                new CloseId(row.getCloseId()),
                row.getEvidence(),
                new Subject(row.getSubject()),
                new Sha256(row.getSha256()),
                row.getName(),
                row.getBytes(),
                row.getMediaType(),
                new PersonId(row.getByPerson()),
                row.getAt(),
                Columns.maybe(row.getWithdrawnBy(), PersonId::new),
                row.getWithdrawnAt(),
                row.getReason());
    }
}
