package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_BOOK;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_DEED;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_MEMBER;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_PACKAGE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_READING;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_RULES;
import static io.tallybook.migrations.jooq.Tables.VIEW_JOURNAL;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.migrations.jooq.tables.records.ViewAdjustmentJournalRecord;
import io.tallybook.migrations.jooq.tables.records.ViewAdjustmentPackageRecord;
import io.tallybook.migrations.jooq.tables.records.ViewJournalRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.journal.JournalState;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads packages and what was done to them; their lines are read by {@link PreviewReader}. */
final class PackageReader implements PackageQueries {
    private static final int MOST_DEEDS = 500;
    private static final int MOST_RULES = 100;

    private static final Field<Integer> ADJUSTMENTS = DSL.countDistinct(VIEW_ADJUSTMENT_MEMBER.ADJUSTMENT);
    private static final Field<Integer> POINTS = DSL.countDistinct(VIEW_ADJUSTMENT_MEMBER.POINT);
    private static final Field<Integer> DAYS = DSL.countDistinct(VIEW_ADJUSTMENT_MEMBER.DAY);
    private static final AggregateFunction<BigDecimal> QUANTITY = DSL.sum(VIEW_ADJUSTMENT_READING.RECEIVED_KWH.minus(
            DSL.coalesce(VIEW_ADJUSTMENT_READING.CLOSED_KWH, BigDecimal.ZERO)));

    private final DSLContext db;
    private final PreviewReader preview;
    private final RestatedReader restated;

    PackageReader(DSLContext db) {
        this.db = db;
        preview = new PreviewReader(db);
        restated = new RestatedReader(db);
    }

    @Override
    public Page<PackageView> packages(PackageFilter filter, PageRequest page) {
        long before = Cursor.position(page, Long.MAX_VALUE);
        List<PackageView> rows =
                read(condition(filter).and(VIEW_ADJUSTMENT_PACKAGE.OPENED_POSITION.lt(before)), page.limit() + 1);
        return Cursor.page(rows, page, p -> Cursor.of(p.openedPosition()));
    }

    private static Condition condition(PackageFilter filter) {
        Condition condition = DSL.noCondition();
        if (filter.state() != null) {
            condition = condition.and(is(filter.state()));
        }
        if (filter.cause() != null) {
            condition = condition.and(VIEW_ADJUSTMENT_PACKAGE.FILE_NAME.containsIgnoreCase(filter.cause()));
        }
        if (filter.until() != null) {
            condition = condition.and(
                    VIEW_ADJUSTMENT_PACKAGE.OLDEST.le(filter.until().value()));
        }
        if (filter.atLeast() != null) {
            condition = condition.and(DSL.abs(VIEW_ADJUSTMENT_PACKAGE.PURCHASES.minus(VIEW_ADJUSTMENT_PACKAGE.SALES))
                    .ge(filter.atLeast()));
        }
        return condition;
    }

    /** Refused is what is booked while the ERP refuses a journal of it. */
    private static Condition is(PackageState state) {
        return switch (state) {
            case REFUSED ->
                VIEW_ADJUSTMENT_PACKAGE
                        .STATE
                        .eq(PackageState.BOOKED.name())
                        .and(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.in(refused()));
            case BOOKED ->
                VIEW_ADJUSTMENT_PACKAGE.STATE.eq(state.name()).and(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.notIn(refused()));
            default -> VIEW_ADJUSTMENT_PACKAGE.STATE.eq(state.name());
        };
    }

    private static Select<Record1<String>> refused() {
        return DSL.select(VIEW_ADJUSTMENT_JOURNAL.PACKAGE)
                .from(VIEW_ADJUSTMENT_JOURNAL)
                .join(VIEW_JOURNAL)
                .on(VIEW_JOURNAL.JOURNAL.eq(VIEW_ADJUSTMENT_JOURNAL.JOURNAL))
                .where(VIEW_JOURNAL.STATE.eq(JournalState.POSTING_FAILED.name()));
    }

    @Override
    public Optional<PackageView> find(PackageId id) {
        return read(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()), 1).stream().findFirst();
    }

    private List<PackageView> read(Condition condition, int limit) {
        List<ViewAdjustmentPackageRecord> rows = db.selectFrom(VIEW_ADJUSTMENT_PACKAGE)
                .where(condition)
                .orderBy(VIEW_ADJUSTMENT_PACKAGE.OPENED_POSITION.desc())
                .limit(limit)
                .fetch();
        Map<String, Record> sums =
                sums(rows.stream().map(ViewAdjustmentPackageRecord::getPackage).toList());
        Map<String, String> periods =
                db.selectFrom(VIEW_ADJUSTMENT_BOOK).fetchMap(VIEW_ADJUSTMENT_BOOK.BOOK, VIEW_ADJUSTMENT_BOOK.PERIOD);
        Set<String> refused = Set.copyOf(db.fetchValues(refused()));
        return rows.stream()
                .map(row -> view(row, state(row, refused), sums.get(row.getPackage()), periods))
                .toList();
    }

    private static PackageState state(ViewAdjustmentPackageRecord row, Set<String> refused) {
        PackageState state = PackageState.valueOf(row.getState());
        return state == PackageState.BOOKED && refused.contains(row.getPackage()) ? PackageState.REFUSED : state;
    }

    /** Of every adjustment a package ever held: a rejected one no longer counts in its quantity, but in how many there are. */
    private Map<String, Record> sums(List<String> packages) {
        return db.select(VIEW_ADJUSTMENT_MEMBER.PACKAGE, ADJUSTMENTS, POINTS, DAYS)
                .select(DSL.coalesce(QUANTITY.filterWhere(VIEW_ADJUSTMENT_MEMBER.REJECTED.isFalse()), BigDecimal.ZERO)
                        .as("quantity"))
                .from(VIEW_ADJUSTMENT_MEMBER)
                .leftJoin(VIEW_ADJUSTMENT_READING)
                .on(VIEW_ADJUSTMENT_READING.ADJUSTMENT.eq(VIEW_ADJUSTMENT_MEMBER.ADJUSTMENT))
                .where(VIEW_ADJUSTMENT_MEMBER.PACKAGE.in(packages))
                .groupBy(VIEW_ADJUSTMENT_MEMBER.PACKAGE)
                .fetchMap(VIEW_ADJUSTMENT_MEMBER.PACKAGE, row -> (Record) row);
    }

    private static PackageView view(
            ViewAdjustmentPackageRecord row, PackageState state, @Nullable Record sums, Map<String, String> periods) {
        PackageId id = new PackageId(row.getPackage());
        AccountingPeriod oldest = new AccountingPeriod(row.getOldest());
        String now = periods.getOrDefault(id.book().value(), row.getOldest());
        String[] contributors = row.getContributors();
        return new PackageView(
                id,
                Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                state,
                row.getRevision(),
                sums == null ? 0 : sums.get(ADJUSTMENTS),
                sums == null ? 0 : sums.get(POINTS),
                sums == null ? 0 : sums.get(DAYS),
                sums == null ? Energy.ZERO : new Energy(sums.get("quantity", BigDecimal.class)),
                oldest,
                new AccountingPeriod(row.getLatest()),
                Math.toIntExact(ChronoUnit.MONTHS.between(oldest.month(), new AccountingPeriod(now).month())),
                Columns.maybe(row.getBooking(), Booking::valueOf),
                Columns.maybe(row.getGround(), LateGround::valueOf),
                row.getReason(),
                Columns.maybe(row.getPreparedBy(), PersonId::new),
                row.getPreparedAt(),
                difference(row),
                Columns.hash(row.getPreviewHash()),
                row.getFailure(),
                contributors == null
                        ? List.of()
                        : Arrays.stream(contributors).map(PersonId::new).toList(),
                row.getLegalHold(),
                Columns.maybe(row.getLegalHoldBy(), PersonId::new),
                Columns.maybe(row.getDecidedBy(), PersonId::new),
                row.getDecidedAt(),
                row.getDecision(),
                row.getRaisedAt(),
                row.getOpenedPosition(),
                row.getPosition());
    }

    private static @Nullable StatementTotals difference(ViewAdjustmentPackageRecord row) {
        String currency = row.getCurrency();
        return currency == null
                ? null
                : new StatementTotals(
                        new Energy(row.getReceiptsKwh()),
                        row.getReceiptsMmbtu(),
                        new Money(row.getPurchases(), currency),
                        new Energy(row.getDeliveriesKwh()),
                        row.getDeliveriesMmbtu(),
                        new Money(row.getSales(), currency));
    }

    @Override
    public Page<PackageMember> members(PackageId id, PageRequest page) {
        return preview.members(id, page);
    }

    @Override
    public Page<PreviewLine> lines(PackageId id, PageRequest page) {
        return preview.lines(id, page);
    }

    @Override
    public List<ContractEffect> effects(PackageId id) {
        return preview.effects(id);
    }

    @Override
    public List<PackageDeed> deeds(PackageId id) {
        return db.selectFrom(VIEW_ADJUSTMENT_DEED)
                .where(VIEW_ADJUSTMENT_DEED.PACKAGE.eq(id.value()))
                .orderBy(VIEW_ADJUSTMENT_DEED.POSITION)
                .limit(MOST_DEEDS)
                .fetch(row -> new PackageDeed(
                        row.getDeed(),
                        row.getWords(),
                        Columns.maybe(row.getByPerson(), PersonId::new),
                        row.getAt(),
                        row.getPosition()));
    }

    @Override
    public List<PackageJournal> journals(PackageId id) {
        return journals(VIEW_ADJUSTMENT_JOURNAL.PACKAGE.eq(id.value()));
    }

    @Override
    public Optional<RestatedStatement> restated(CloseId closeId, ShipperId shipper) {
        return restated.statement(closeId, shipper);
    }

    private List<PackageJournal> journals(Condition condition) {
        return db.select(VIEW_ADJUSTMENT_JOURNAL.fields())
                .select(VIEW_JOURNAL.STATE, VIEW_JOURNAL.DOCUMENT_NUMBER, VIEW_JOURNAL.FAILURE)
                .from(VIEW_ADJUSTMENT_JOURNAL)
                .leftJoin(VIEW_JOURNAL)
                .on(VIEW_JOURNAL.JOURNAL.eq(VIEW_ADJUSTMENT_JOURNAL.JOURNAL))
                .where(condition)
                .orderBy(VIEW_ADJUSTMENT_JOURNAL.POSITION)
                .limit(MOST_DEEDS)
                .fetch(row -> journal(row.into(VIEW_ADJUSTMENT_JOURNAL), row.into(VIEW_JOURNAL)));
    }

    private static PackageJournal journal(ViewAdjustmentJournalRecord row, ViewJournalRecord written) {
        return new PackageJournal(
                new JournalId(row.getJournal()),
                new PackageId(row.getPackage()),
                new CloseId(row.getCloseId()),
                new AccountingPeriod(row.getPeriod()),
                Booking.valueOf(row.getBooking()),
                row.getBookedAt(),
                Columns.maybe(written.getState(), JournalState::valueOf),
                written.getDocumentNumber(),
                written.getFailure());
    }

    @Override
    public List<AdjustmentRules> rules(AdjustmentBookId book) {
        return db.selectFrom(VIEW_ADJUSTMENT_RULES)
                .where(VIEW_ADJUSTMENT_RULES.BOOK.eq(book.value()))
                .orderBy(VIEW_ADJUSTMENT_RULES.EFFECTIVE_FROM.desc())
                .limit(MOST_RULES)
                .fetch(row -> new AdjustmentRules(
                        new AccountingPeriod(row.getEffectiveFrom()),
                        row.getMonths(),
                        row.getRebuttalMonths(),
                        row.getAbsoluteMonths(),
                        new Energy(row.getMaterialKwh()),
                        row.getMaterialAmount()));
    }
}
