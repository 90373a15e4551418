package io.tallybook.query.nomination;

import static io.tallybook.migrations.jooq.Tables.VIEW_ALLOCATION_RUN;
import static io.tallybook.migrations.jooq.Tables.VIEW_ALLOCATION_SHARE;
import static io.tallybook.migrations.jooq.Tables.VIEW_NOMINATION;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.migrations.jooq.tables.records.ViewNominationRecord;
import io.tallybook.query.allocation.RunState;
import io.tallybook.query.projection.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Reads nominations and sets them against what was allocated. */
final class NominationReader implements NominationQueries {
    /** Days of a point and all its nominated months that are looked at: 64 contracts, 31 days, two kinds, ten years. */
    private static final int MOST_ROWS = 64 * 31 * 2 * 120;

    private final DSLContext db;

    NominationReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<NominationView> nominations(NominationMonthId month) {
        return db.selectFrom(VIEW_NOMINATION)
                .where(VIEW_NOMINATION.CONTRACT.eq(month.contract().value()))
                .and(VIEW_NOMINATION.POINT.eq(month.point().value()))
                .and(VIEW_NOMINATION.PERIOD.eq(month.period().value()))
                .and(VIEW_NOMINATION.RECEIPT_KWH.isNotNull().or(VIEW_NOMINATION.DELIVERY_KWH.isNotNull()))
                .orderBy(VIEW_NOMINATION.DAY, VIEW_NOMINATION.KIND)
                .fetch(NominationReader::view);
    }

    private static NominationView view(ViewNominationRecord row) {
        return new NominationView(
                Columns.day(row.getDay()),
                NominationKind.valueOf(row.getKind()),
                Columns.maybe(row.getReceiptKwh(), Energy::new),
                Columns.maybe(row.getDeliveryKwh(), Energy::new),
                row.getVersion(),
                Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                new PersonId(row.getByPerson()),
                row.getRecordedAt(),
                row.getPosition());
    }

    @Override
    public List<ImbalanceView> imbalances(PointId point, AccountingPeriod period) {
        Map<ContractId, Map<AccountingPeriod, NominatedMonth>> months = months(point, period);
        Map<AccountingPeriod, AllocatedMonth> allocated = allocated(point, period);
        Settled settled = Settled.of(db, point);
        List<ImbalanceView> found = new ArrayList<>();
        months.forEach((contract, of) -> {
            NominatedMonth now = of.get(period);
            if (now != null) {
                Stream.of(Direction.values())
                        .filter(now::isNominated)
                        .map(way -> new Imbalance(contract, point, way).of(period, of, allocated, settled))
                        .forEach(found::add);
            }
        });
        return found;
    }

    /** By contract id, the months up to this one in order. */
    private Map<ContractId, Map<AccountingPeriod, NominatedMonth>> months(PointId point, AccountingPeriod period) {
        Map<ContractId, Map<AccountingPeriod, NominatedMonth>> months =
                new TreeMap<>(Comparator.comparing(ContractId::value));
        db.selectFrom(VIEW_NOMINATION)
                .where(VIEW_NOMINATION.POINT.eq(point.value()))
                .and(VIEW_NOMINATION.PERIOD.le(period.value()))
                .orderBy(VIEW_NOMINATION.PERIOD.desc(), VIEW_NOMINATION.CONTRACT, VIEW_NOMINATION.DAY)
                .limit(MOST_ROWS)
                .forEach(row -> months.computeIfAbsent(new ContractId(row.getContract()), c -> new TreeMap<>())
                        .computeIfAbsent(new AccountingPeriod(row.getPeriod()), p -> new NominatedMonth())
                        .add(row));
        return months;
    }

    /** What the last completed run of each month gave, by contract. */
    private Map<AccountingPeriod, AllocatedMonth> allocated(PointId point, AccountingPeriod period) {
        Map<AccountingPeriod, AllocatedMonth> months = new TreeMap<>();
        db.select(VIEW_ALLOCATION_RUN.PERIOD, VIEW_ALLOCATION_RUN.RUN)
                .select(VIEW_ALLOCATION_SHARE.fields())
                .from(VIEW_ALLOCATION_RUN)
                .join(VIEW_ALLOCATION_SHARE)
                .on(VIEW_ALLOCATION_SHARE.RUN.eq(VIEW_ALLOCATION_RUN.RUN))
                .where(VIEW_ALLOCATION_RUN.POINT.eq(point.value()))
                .and(VIEW_ALLOCATION_RUN.PERIOD.le(period.value()))
                .and(VIEW_ALLOCATION_RUN.STATE.eq(RunState.COMPLETED.name()))
                .orderBy(VIEW_ALLOCATION_RUN.PERIOD.desc(), VIEW_ALLOCATION_RUN.ATTEMPT.desc())
                .limit(MOST_ROWS)
                .forEach(row -> {
                    var share = row.into(VIEW_ALLOCATION_SHARE);
                    AllocationRunId run = new AllocationRunId(row.get(VIEW_ALLOCATION_RUN.RUN));
                    AllocatedMonth month = months.computeIfAbsent(
                            new AccountingPeriod(row.get(VIEW_ALLOCATION_RUN.PERIOD)), p -> new AllocatedMonth(run));
                    if (month.run().equals(run)) { // one before it may not be superseded yet
                        month.add(
                                new ContractId(share.getContract()),
                                Columns.days(share.getFirstDay(), share.getReceiptKwh(), share.getDeliveryKwh()));
                    }
                });
        return months;
    }
}
