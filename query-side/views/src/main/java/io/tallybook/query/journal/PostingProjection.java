package io.tallybook.query.journal;

import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_COMPARED;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_POSTING;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_RECONCILIATION;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_REFUSAL;

import io.tallybook.messages.Event;
import io.tallybook.messages.Money;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOutcomeUnknown;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalSendingBegun;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.KeyCompared;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/** Every key the ERP was given, what it said of it, and the last comparison of both books. */
final class PostingProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "journal-posting",
            List.of(JournalBatchEvent.class),
            List.of(VIEW_JOURNAL_POSTING, VIEW_JOURNAL_REFUSAL, VIEW_JOURNAL_RECONCILIATION, VIEW_JOURNAL_COMPARED),
            PostingProjection::new);

    private final DSLContext db;

    private PostingProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case JournalPostingRequested e -> requested(e, at);
            case JournalSendingBegun e -> sent(e, at);
            case JournalOutcomeUnknown e -> unknown(e, at);
            case JournalPosted e -> posted(e, at);
            case JournalPostingFailed e -> refused(e, at);
            case JournalReconciliationRequested e -> asked(e, at);
            case JournalReconciled e -> reconciled(e, at);
            default -> {}
        }
    }

    private void requested(JournalPostingRequested e, At at) {
        PostingKey key = e.postingKey();
        int again = db.update(VIEW_JOURNAL_POSTING)
                .set(VIEW_JOURNAL_POSTING.STATE, KeyState.REQUESTED.name())
                .set(VIEW_JOURNAL_POSTING.REQUESTED_AT, at.time())
                .setNull(VIEW_JOURNAL_POSTING.ANSWERED_AT)
                .setNull(VIEW_JOURNAL_POSTING.SENTENCE)
                .set(VIEW_JOURNAL_POSTING.POSITION, at.position())
                .where(is(key))
                .execute();
        forget(key);
        if (again > 0) {
            return;
        }
        var row = db.newRecord(VIEW_JOURNAL_POSTING);
        row.setKey(key.value());
        row.setJournal(e.journal().value());
        row.setCloseId(e.closeId().value());
        row.setPosting(key.posting());
        row.setState(KeyState.REQUESTED.name());
        row.setLines(e.lines().size());
        Money debits = sum(e.lines(), JournalLine::debit);
        row.setDebits(debits.amount());
        row.setCredits(sum(e.lines(), JournalLine::credit).amount());
        row.setCurrency(debits.currency());
        row.setContentHash(e.contentHash().hex());
        row.setBookedIn(e.bookIn() == null ? null : e.bookIn().value());
        row.setSendings(0);
        row.setRequestedAt(at.time());
        row.setPosition(at.position());
        row.insert();
    }

    private static Money sum(List<JournalLine> lines, Function<JournalLine, Money> side) {
        return lines.stream().map(side).reduce(Money::plus).orElseGet(() -> Money.zero(Money.NO_CURRENCY));
    }

    private void sent(JournalSendingBegun e, At at) {
        db.update(VIEW_JOURNAL_POSTING)
                .set(VIEW_JOURNAL_POSTING.STATE, KeyState.SENT.name())
                .set(VIEW_JOURNAL_POSTING.ERP, e.erp())
                .set(VIEW_JOURNAL_POSTING.SENDINGS, e.number())
                .set(VIEW_JOURNAL_POSTING.SENT_AT, at.time())
                .setNull(VIEW_JOURNAL_POSTING.SENTENCE)
                .set(VIEW_JOURNAL_POSTING.POSITION, at.position())
                .where(is(e.key()))
                .execute();
    }

    private void unknown(JournalOutcomeUnknown e, At at) {
        db.update(VIEW_JOURNAL_POSTING)
                .set(VIEW_JOURNAL_POSTING.STATE, KeyState.UNKNOWN.name())
                .set(VIEW_JOURNAL_POSTING.SENTENCE, e.sentence())
                .set(VIEW_JOURNAL_POSTING.POSITION, at.position())
                .where(is(e.key()))
                .execute();
    }

    private void posted(JournalPosted e, At at) {
        db.update(VIEW_JOURNAL_POSTING)
                .set(VIEW_JOURNAL_POSTING.STATE, KeyState.ACKNOWLEDGED.name())
                .set(VIEW_JOURNAL_POSTING.DOCUMENT_NUMBER, e.documentNumber())
                .set(VIEW_JOURNAL_POSTING.ANSWERED_AT, at.time())
                .setNull(VIEW_JOURNAL_POSTING.SENTENCE)
                .set(VIEW_JOURNAL_POSTING.POSITION, at.position())
                .where(is(key(e.key(), e.journal())))
                .execute();
        forget(key(e.key(), e.journal()));
    }

    private void refused(JournalPostingFailed e, At at) {
        PostingKey key = key(e.key(), e.journal());
        db.update(VIEW_JOURNAL_POSTING)
                .set(VIEW_JOURNAL_POSTING.STATE, KeyState.REJECTED.name())
                .set(VIEW_JOURNAL_POSTING.SENTENCE, e.reason())
                .set(VIEW_JOURNAL_POSTING.ANSWERED_AT, at.time())
                .set(VIEW_JOURNAL_POSTING.POSITION, at.position())
                .where(is(key))
                .execute();
        forget(key);
        List<RefusedLine> lines = e.refused() == null ? List.of() : e.refused();
        List<TableRecord<?>> rows = new ArrayList<>();
        for (RefusedLine line : lines) {
            var row = db.newRecord(VIEW_JOURNAL_REFUSAL);
            row.setKey(key.value());
            row.setNumber(rows.size() + 1);
            row.setLine(line.line());
            row.setReason(line.reason());
            row.setPosition(at.position());
            rows.add(row);
        }
        db.batchInsert(rows).execute();
    }

    private void forget(PostingKey key) {
        db.deleteFrom(VIEW_JOURNAL_REFUSAL)
                .where(VIEW_JOURNAL_REFUSAL.KEY.eq(key.value()))
                .execute();
    }

    private void asked(JournalReconciliationRequested e, At at) {
        var row = db.newRecord(VIEW_JOURNAL_RECONCILIATION);
        row.setJournal(e.journal().value());
        row.setNumber(e.number());
        row.setAskedBy(e.by().value());
        row.setAskedAt(at.time());
        row.setErp(null);
        row.setAnsweredAt(null);
        row.setPosition(at.position());
        row.merge();
    }

    private void reconciled(JournalReconciled e, At at) {
        db.update(VIEW_JOURNAL_RECONCILIATION)
                .set(VIEW_JOURNAL_RECONCILIATION.ERP, e.erp())
                .set(VIEW_JOURNAL_RECONCILIATION.ANSWERED_AT, at.time())
                .set(VIEW_JOURNAL_RECONCILIATION.POSITION, at.position())
                .where(VIEW_JOURNAL_RECONCILIATION.JOURNAL.eq(e.journal().value()))
                .execute();
        db.deleteFrom(VIEW_JOURNAL_COMPARED)
                .where(VIEW_JOURNAL_COMPARED.JOURNAL.eq(e.journal().value()))
                .execute();
        List<TableRecord<?>> rows = new ArrayList<>();
        e.keys().forEach(key -> rows.add(compared(e.journal(), rows.size() + 1, key, at)));
        db.batchInsert(rows).execute();
    }

    private TableRecord<?> compared(JournalId journal, int number, KeyCompared key, At at) {
        var row = db.newRecord(VIEW_JOURNAL_COMPARED);
        row.setJournal(journal.value());
        row.setNumber(number);
        row.setKey(key.key());
        row.setComparison(key.comparison().name());
        Booked ours = key.ours();
        if (ours != null) {
            row.setOurDocument(ours.documentNumber());
            row.setOurLines(ours.lines());
            row.setOurDebits(ours.debits().amount());
            row.setOurCredits(ours.credits().amount());
            row.setOurCurrency(ours.debits().currency());
        }
        Booked theirs = key.theirs();
        if (theirs != null) {
            row.setTheirDocument(theirs.documentNumber());
            row.setTheirLines(theirs.lines());
            row.setTheirDebits(theirs.debits().amount());
            row.setTheirCredits(theirs.credits().amount());
            row.setTheirCurrency(theirs.debits().currency());
        }
        row.setPosition(at.position());
        return row;
    }

    private static PostingKey key(@Nullable PostingKey key, JournalId journal) {
        return key == null ? PostingKey.of(journal, 1) : key;
    }

    private static Condition is(PostingKey key) {
        return VIEW_JOURNAL_POSTING.KEY.eq(key.value());
    }
}
