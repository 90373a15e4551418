package io.tallybook.query.journal;

import static io.tallybook.migrations.jooq.Tables.VIEW_ACCOUNT;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_LINE;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Event;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapEvent;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapped;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.ReversedLine;
import io.tallybook.migrations.jooq.tables.records.ViewAccountRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalLineRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** Journal batches with their lines, and every version of every account map. */
final class JournalProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "journal",
            List.of(JournalBatchEvent.class, AccountMapEvent.class),
            List.of(VIEW_JOURNAL, VIEW_JOURNAL_LINE, VIEW_ACCOUNT),
            JournalProjection::new);

    private final DSLContext db;

    private JournalProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case JournalOpened e -> begun(e.journal(), e.closeId(), e.attempt(), at);
            case JournalInputAdded e -> begun(e.journal(), e.closeId(), e.attempt(), at);
            case JournalPrepared e -> prepared(e, at);
            case JournalFailed e -> failed(e, at);
            case JournalPostingRequested e -> requested(e, at);
            case JournalPosted e -> posted(e, at);
            case JournalPostingFailed e -> refused(e, at);
            case JournalRemapped e -> remapped(e, at);
            case AccountsMapped e -> mapped(e, at);
            default -> {}
        }
    }

    /** The first part of a new attempt starts the batch anew. */
    private void begun(JournalId journal, CloseId closeId, int attempt, At at) {
        Long opened = db.select(VIEW_JOURNAL.OPENED_POSITION)
                .from(VIEW_JOURNAL)
                .where(VIEW_JOURNAL.JOURNAL.eq(journal.value()))
                .fetchOne(VIEW_JOURNAL.OPENED_POSITION);
        if (db.fetchExists(
                VIEW_JOURNAL, VIEW_JOURNAL.JOURNAL.eq(journal.value()).and(VIEW_JOURNAL.ATTEMPT.ge(attempt)))) {
            return;
        }
        db.deleteFrom(VIEW_JOURNAL_LINE)
                .where(VIEW_JOURNAL_LINE.JOURNAL.eq(journal.value()))
                .execute();
        db.deleteFrom(VIEW_JOURNAL)
                .where(VIEW_JOURNAL.JOURNAL.eq(journal.value()))
                .execute();
        var row = db.newRecord(VIEW_JOURNAL);
        row.setJournal(journal.value());
        row.setCloseId(closeId.value());
        row.setAttempt(attempt);
        row.setState(JournalState.WAITING.name());
        row.setAccountsVersion(0);
        row.setOpenedPosition(opened == null ? at.position() : opened);
        row.setPosition(at.position());
        row.insert();
    }

    private void prepared(JournalPrepared e, At at) {
        state(JournalState.PREPARED, at)
                .set(VIEW_JOURNAL.DEBITS, e.debits().amount())
                .set(VIEW_JOURNAL.CREDITS, e.credits().amount())
                .set(VIEW_JOURNAL.CURRENCY, e.debits().currency())
                .set(VIEW_JOURNAL.ACCOUNTS_VERSION, e.accountsVersion())
                .set(VIEW_JOURNAL.CONTENT_HASH, e.contentHash().hex())
                .set(VIEW_JOURNAL.PREPARED_AT, at.time())
                .setNull(VIEW_JOURNAL.FAILURE)
                .where(is(e.journal()))
                .execute();
        write(e.journal(), e.lines(), at);
    }

    private void write(JournalId journal, List<JournalLine> lines, At at) {
        db.deleteFrom(VIEW_JOURNAL_LINE)
                .where(VIEW_JOURNAL_LINE.JOURNAL.eq(journal.value()))
                .execute();
        db.batchInsert(lines.stream().map(line -> line(journal, line, at)).toList())
                .execute();
    }

    private void remapped(JournalRemapped e, At at) {
        db.update(VIEW_JOURNAL)
                .set(VIEW_JOURNAL.ACCOUNTS_VERSION, e.accountsVersion())
                .set(VIEW_JOURNAL.POSITION, at.position())
                .where(is(e.journal()))
                .execute();
    }

    private ViewJournalLineRecord line(JournalId journal, JournalLine line, At at) {
        var row = db.newRecord(VIEW_JOURNAL_LINE);
        row.setJournal(journal.value());
        row.setLine(line.line());
        row.setUse(line.use().name());
        row.setAccountNumber(line.account().number());
        row.setAccountName(line.account().name());
        row.setShipper(line.shipper().value());
        row.setDirection(line.direction().name());
        row.setKwh(line.energy().kwh());
        row.setDebit(line.debit().amount());
        row.setCredit(line.credit().amount());
        row.setCurrency(line.debit().currency());
        AdjustedLine adjusts = line.adjusts();
        if (adjusts != null) {
            row.setAdjustsPackage(adjusts.adjustments().value());
            row.setAdjustsJournal(adjusts.journal().value());
            row.setAdjustsLine(adjusts.line());
        }
        ReversedLine reverses = line.reverses();
        if (reverses != null) {
            row.setReversesKey(reverses.key().value());
            row.setReversesLine(reverses.line());
        }
        row.setPosition(at.position());
        return row;
    }

    private void failed(JournalFailed e, At at) {
        state(JournalState.FAILED, at)
                .set(VIEW_JOURNAL.FAILURE, e.sentence())
                .where(is(e.journal()))
                .execute();
    }

    private void requested(JournalPostingRequested e, At at) {
        state(JournalState.POSTING_REQUESTED, at)
                .set(VIEW_JOURNAL.PACK_HASH, e.packHash().hex())
                .set(VIEW_JOURNAL.CONTENT_HASH, e.contentHash().hex())
                .setNull(VIEW_JOURNAL.FAILURE)
                .where(is(e.journal()))
                .execute();
        if (e.key() != null) { // the first posting's are those that were prepared
            write(e.journal(), e.told(), at);
        }
    }

    private void posted(JournalPosted e, At at) {
        state(e.reverses() == null ? JournalState.POSTED : JournalState.REVERSED, at)
                .set(VIEW_JOURNAL.DOCUMENT_NUMBER, e.documentNumber())
                .set(VIEW_JOURNAL.ACKNOWLEDGEMENT, e.acknowledgement().hex())
                .set(VIEW_JOURNAL.POSTED_AT, at.time())
                .setNull(VIEW_JOURNAL.FAILURE)
                .where(is(e.journal()))
                .execute();
    }

    private void refused(JournalPostingFailed e, At at) {
        state(JournalState.POSTING_FAILED, at)
                .set(VIEW_JOURNAL.FAILURE, e.reason())
                .where(is(e.journal()))
                .execute();
    }

    private UpdateSetMoreStep<ViewJournalRecord> state(JournalState state, At at) {
        return db.update(VIEW_JOURNAL).set(VIEW_JOURNAL.STATE, state.name()).set(VIEW_JOURNAL.POSITION, at.position());
    }

    private static Condition is(JournalId journal) {
        return VIEW_JOURNAL.JOURNAL.eq(journal.value());
    }

    private void mapped(AccountsMapped e, At at) {
        db.batchMerge(e.map().entrySet().stream()
                        .map(entry -> account(e, entry.getKey(), entry.getValue(), at))
                        .toList())
                .execute();
    }

    private ViewAccountRecord account(AccountsMapped e, AccountUse use, Account account, At at) {
        var row = db.newRecord(VIEW_ACCOUNT);
        row.setAccounts(e.accounts().value());
        row.setVersion(e.version());
        row.setFromPeriod(Columns.maybe(e.from(), AccountingPeriod::value));
        row.setUse(use.name());
        row.setNumber(account.number());
        row.setName(account.name());
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.setPosition(at.position());
        return row;
    }
}
