package io.tallybook.query.journal;

import static io.tallybook.migrations.jooq.Tables.VIEW_ACCOUNT;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL_LINE;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.ReversedLine;
import io.tallybook.migrations.jooq.tables.records.ViewAccountRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalLineRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads journal batches and account maps. */
final class JournalReader implements JournalQueries {
    private static final int MOST_VERSIONS = 100;
    private static final int MOST_OF_ADJUSTMENTS = 200;

    private final DSLContext db;

    JournalReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<JournalView> journal(JournalId journal) {
        return read(VIEW_JOURNAL.JOURNAL.eq(journal.value()), 1).stream().findFirst();
    }

    @Override
    public Optional<JournalView> ofClose(CloseId closeId) {
        return journal(JournalId.ofClose(closeId));
    }

    @Override
    public PostingsView postings(CloseId closeId) {
        return postings(closeId, JournalId.ofClose(closeId));
    }

    @Override
    public PostingsView postings(CloseId closeId, JournalId journal) {
        return new PostingReader(db).of(closeId, journal);
    }

    @Override
    public Page<JournalView> journals(PageRequest page) {
        String cursor = page.cursor();
        Condition before = DSL.noCondition();
        if (cursor != null) {
            List<String> key = Cursor.parts(cursor, 1);
            before = VIEW_JOURNAL.OPENED_POSITION.lt(db.select(VIEW_JOURNAL.OPENED_POSITION)
                    .from(VIEW_JOURNAL)
                    .where(VIEW_JOURNAL.JOURNAL.eq(key.getFirst())));
        }
        return Cursor.page(
                read(before, page.limit() + 1), page, j -> Cursor.of(j.journal().value()));
    }

    private List<JournalView> read(Condition condition, int limit) {
        List<ViewJournalRecord> rows = db.selectFrom(VIEW_JOURNAL)
                .where(condition)
                .orderBy(VIEW_JOURNAL.OPENED_POSITION.desc())
                .limit(limit)
                .fetch();
        Map<String, List<JournalLine>> lines = db.selectFrom(VIEW_JOURNAL_LINE)
                .where(VIEW_JOURNAL_LINE.JOURNAL.in(
                        rows.stream().map(ViewJournalRecord::getJournal).toList()))
                .orderBy(VIEW_JOURNAL_LINE.JOURNAL, VIEW_JOURNAL_LINE.LINE)
                .fetchGroups(VIEW_JOURNAL_LINE.JOURNAL, row -> line(row.into(VIEW_JOURNAL_LINE)));
        return rows.stream()
                .map(row -> journal(row, lines.getOrDefault(row.getJournal(), List.of())))
                .toList();
    }

    private static JournalView journal(ViewJournalRecord row, List<JournalLine> lines) {
        String currency = row.getCurrency();
        return new JournalView(
                new JournalId(row.getJournal()),
                new CloseId(row.getCloseId()),
                row.getAttempt(),
                JournalState.valueOf(row.getState()),
                lines,
                currency == null ? null : new Money(row.getDebits(), currency),
                currency == null ? null : new Money(row.getCredits(), currency),
                row.getAccountsVersion(),
                Columns.hash(row.getContentHash()),
                Columns.hash(row.getPackHash()),
                row.getDocumentNumber(),
                Columns.hash(row.getAcknowledgement()),
                row.getFailure(),
                row.getPreparedAt(),
                row.getPostedAt(),
                row.getPosition());
    }

    private static JournalLine line(ViewJournalLineRecord row) {
        return new JournalLine(
                row.getLine(),
                AccountUse.valueOf(row.getUse()),
                new Account(row.getAccountNumber(), row.getAccountName()),
                new ShipperId(row.getShipper()),
                Direction.valueOf(row.getDirection()),
                new Energy(row.getKwh()),
                new Money(row.getDebit(), row.getCurrency()),
                new Money(row.getCredit(), row.getCurrency()),
                adjusts(row),
                row.getReversesKey() == null
                        ? null
                        : new ReversedLine(new PostingKey(row.getReversesKey()), row.getReversesLine()));
    }

    private static @Nullable AdjustedLine adjusts(ViewJournalLineRecord row) {
        return row.getAdjustsPackage() == null
                ? null
                : new AdjustedLine(
                        new PackageId(row.getAdjustsPackage()),
                        new JournalId(row.getAdjustsJournal()),
                        row.getAdjustsLine());
    }

    /** Those of adjustments in the close's period, by number. */
    @Override
    public List<JournalView> ofAdjustments(CloseId closeId) {
        return read(VIEW_JOURNAL.JOURNAL.startsWith(JournalId.adjustmentsOf(closeId)), MOST_OF_ADJUSTMENTS)
                .reversed();
    }

    @Override
    public List<JournalView> refused() {
        return read(
                        VIEW_JOURNAL
                                .STATE
                                .eq(JournalState.POSTING_FAILED.name())
                                .and(VIEW_JOURNAL.JOURNAL.ne(VIEW_JOURNAL.CLOSE_ID.concat(JournalId.CLOSE_SUFFIX))),
                        MOST_OF_ADJUSTMENTS)
                .reversed();
    }

    @Override
    public List<AccountMapView> accounts(AccountMapId accounts) {
        Map<Integer, List<ViewAccountRecord>> versions = db.selectFrom(VIEW_ACCOUNT)
                .where(VIEW_ACCOUNT.ACCOUNTS.eq(accounts.value()))
                .orderBy(VIEW_ACCOUNT.VERSION.desc(), VIEW_ACCOUNT.USE)
                .fetchGroups(VIEW_ACCOUNT.VERSION, row -> row.into(VIEW_ACCOUNT));
        return versions.values().stream()
                .limit(MOST_VERSIONS)
                .map(rows -> map(accounts, rows))
                .toList();
    }

    private static AccountMapView map(AccountMapId accounts, List<ViewAccountRecord> rows) {
        Map<AccountUse, Account> map = new EnumMap<>(AccountUse.class);
        rows.forEach(row -> map.put(AccountUse.valueOf(row.getUse()), new Account(row.getNumber(), row.getName())));
        ViewAccountRecord first = rows.getFirst();
        return new AccountMapView(
                accounts,
                first.getVersion(),
                Columns.maybe(first.getFromPeriod(), AccountingPeriod::new),
                map,
                new PersonId(first.getByPerson()),
                first.getAt(),
                first.getPosition());
    }
}
