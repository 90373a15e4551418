package io.tallybook.query.journal;

import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_COMPARED;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_POSTING;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_RECONCILIATION;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_REFUSAL;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.KeyCompared;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.migrations.jooq.tables.records.ViewJournalComparedRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalPostingRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalReconciliationRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads what became of journals at the ERP. */
final class PostingReader {
    private final DSLContext db;

    PostingReader(DSLContext db) {
        this.db = db;
    }

    PostingsView of(CloseId closeId, JournalId journal) {
        List<PostingView> postings = db.selectFrom(VIEW_JOURNAL_POSTING)
                .where(VIEW_JOURNAL_POSTING.JOURNAL.eq(journal.value()))
                .orderBy(VIEW_JOURNAL_POSTING.POSTING)
                .fetch(this::posting);
        ViewJournalReconciliationRecord last = db.selectFrom(VIEW_JOURNAL_RECONCILIATION)
                .where(VIEW_JOURNAL_RECONCILIATION.JOURNAL.eq(journal.value()))
                .fetchOne();
        return PostingsView.of(closeId, journal, postings, last == null ? null : reconciliation(last));
    }

    private PostingView posting(ViewJournalPostingRecord row) {
        return new PostingView(
                new PostingKey(row.getKey()),
                row.getPosting(),
                row.getBookedIn() == null
                        ? new CloseId(row.getCloseId()).period()
                        : new AccountingPeriod(row.getBookedIn()),
                KeyState.valueOf(row.getState()),
                row.getLines(),
                new Money(row.getDebits(), row.getCurrency()),
                new Money(row.getCredits(), row.getCurrency()),
                new Sha256(row.getContentHash()),
                row.getErp(),
                row.getSendings(),
                row.getRequestedAt(),
                row.getSentAt(),
                row.getAnsweredAt(),
                row.getDocumentNumber(),
                row.getSentence(),
                refused(row.getKey()),
                row.getPosition());
    }

    private List<RefusedLine> refused(String key) {
        return db.selectFrom(VIEW_JOURNAL_REFUSAL)
                .where(VIEW_JOURNAL_REFUSAL.KEY.eq(key))
                .orderBy(VIEW_JOURNAL_REFUSAL.NUMBER)
                .fetch(row -> new RefusedLine(row.getLine(), row.getReason()));
    }

    private ReconciliationView reconciliation(ViewJournalReconciliationRecord row) {
        List<KeyCompared> keys = db.selectFrom(VIEW_JOURNAL_COMPARED)
                .where(VIEW_JOURNAL_COMPARED.JOURNAL.eq(row.getJournal()))
                .orderBy(VIEW_JOURNAL_COMPARED.NUMBER)
                .fetch(PostingReader::compared);
        return new ReconciliationView(
                row.getNumber(),
                new PersonId(row.getAskedBy()),
                row.getAskedAt(),
                row.getErp(),
                row.getAnsweredAt(),
                keys,
                row.getPosition());
    }

    private static KeyCompared compared(ViewJournalComparedRecord row) {
        return new KeyCompared(
                row.getKey(),
                Comparison.valueOf(row.getComparison()),
                booked(
                        row.getOurDocument(),
                        row.getOurLines(),
                        row.getOurDebits(),
                        row.getOurCredits(),
                        row.getOurCurrency()),
                booked(
                        row.getTheirDocument(),
                        row.getTheirLines(),
                        row.getTheirDebits(),
                        row.getTheirCredits(),
                        row.getTheirCurrency()));
    }

    private static @Nullable Booked booked(
            @Nullable String number,
            @Nullable Integer lines,
            @Nullable BigDecimal debits,
            @Nullable BigDecimal credits,
            @Nullable String currency) {
        if (lines == null) {
            return null;
        }
        String in = Objects.requireNonNull(currency);
        return new Booked(
                number,
                lines,
                new Money(Objects.requireNonNull(debits), in),
                new Money(Objects.requireNonNull(credits), in),
                null);
    }
}
