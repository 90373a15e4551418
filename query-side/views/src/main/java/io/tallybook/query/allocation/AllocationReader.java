package io.tallybook.query.allocation;

import static io.tallybook.migrations.jooq.Tables.VIEW_ALLOCATION_RUN;
import static io.tallybook.migrations.jooq.Tables.VIEW_ALLOCATION_SHARE;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;
import static io.tallybook.migrations.jooq.Tables.VIEW_SHIPPER;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.migrations.jooq.tables.records.ViewAllocationRunRecord;
import io.tallybook.migrations.jooq.tables.records.ViewAllocationShareRecord;
import io.tallybook.query.allocation.DayAllocationView.DayShareView;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.projection.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads runs and what each contract got, and splits what an open month has so far. */
final class AllocationReader implements AllocationQueries {
    private static final int MOST_RUNS = 10_000;

    private final DSLContext db;
    private final ProvisionalSplit provisional;

    AllocationReader(DSLContext db, NetworkQueries network, ContractQueries contracts) {
        this.db = db;
        this.provisional = new ProvisionalSplit(db, network, contracts);
    }

    @Override
    public List<AllocationRunView> ofClose(CloseId closeId) {
        return runs(VIEW_ALLOCATION_RUN
                .CLOSE_ID
                .eq(closeId.value())
                .and(VIEW_ALLOCATION_RUN.ATTEMPT.eq(db.select(DSL.max(VIEW_ALLOCATION_RUN.ATTEMPT))
                        .from(VIEW_ALLOCATION_RUN)
                        .where(VIEW_ALLOCATION_RUN.CLOSE_ID.eq(closeId.value())))));
    }

    @Override
    public List<RunProgress> progress(CloseId closeId, int attempt) {
        return db.select(
                        VIEW_ALLOCATION_RUN.RUN,
                        DSL.coalesce(VIEW_POINT.NAME, VIEW_ALLOCATION_RUN.POINT),
                        VIEW_ALLOCATION_RUN.STATE,
                        VIEW_ALLOCATION_RUN.FAILURE,
                        VIEW_ALLOCATION_RUN.COMPLETED_AT)
                .from(VIEW_ALLOCATION_RUN)
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_ALLOCATION_RUN.POINT))
                .where(VIEW_ALLOCATION_RUN.CLOSE_ID.eq(closeId.value()))
                .and(VIEW_ALLOCATION_RUN.ATTEMPT.eq(attempt))
                .orderBy(VIEW_ALLOCATION_RUN.POINT)
                .limit(MOST_RUNS)
                .fetch(row -> new RunProgress(
                        new AllocationRunId(row.value1()),
                        row.value2(),
                        RunState.valueOf(row.value3()),
                        row.value4(),
                        row.value5()));
    }

    @Override
    public Optional<AllocationRunView> run(AllocationRunId run) {
        return runs(VIEW_ALLOCATION_RUN.RUN.eq(run.value())).stream().findFirst();
    }

    @Override
    public List<AllocationRunView> runs(PointId point, AccountingPeriod period) {
        return runs(VIEW_ALLOCATION_RUN.POINT.eq(point.value()).and(VIEW_ALLOCATION_RUN.PERIOD.eq(period.value())))
                .stream()
                .sorted(Comparator.comparingInt((AllocationRunView r) -> r.run().attempt())
                        .reversed())
                .toList();
    }

    private List<AllocationRunView> runs(Condition condition) {
        Map<String, String> points = db.select(VIEW_POINT.POINT, VIEW_POINT.NAME)
                .from(VIEW_POINT)
                .where(VIEW_POINT.POINT.in(db.select(VIEW_ALLOCATION_RUN.POINT)
                        .from(VIEW_ALLOCATION_RUN)
                        .where(condition)))
                .fetchMap(VIEW_POINT.POINT, VIEW_POINT.NAME);
        Map<String, List<RecipientView>> recipients = recipients(condition);
        return db.selectFrom(VIEW_ALLOCATION_RUN)
                .where(condition)
                .orderBy(VIEW_ALLOCATION_RUN.POINT)
                .limit(MOST_RUNS)
                .fetch(row -> run(
                        row,
                        points.getOrDefault(row.getPoint(), row.getPoint()),
                        recipients.getOrDefault(row.getRun(), List.of())));
    }

    private static AllocationRunView run(ViewAllocationRunRecord row, String point, List<RecipientView> recipients) {
        return new AllocationRunView(
                new AllocationRunId(row.getRun()),
                new CloseId(row.getCloseId()),
                Columns.maybe(row.getArea().isEmpty() ? null : row.getArea(), AreaId::new),
                point,
                RunState.valueOf(row.getState()),
                Columns.sum(row.getReceiptKwh()),
                Columns.sum(row.getDeliveryKwh()),
                recipients,
                Columns.hash(row.getContentHash()),
                row.getFailure(),
                Columns.maybe(row.getSuccessor(), AllocationRunId::new),
                row.getStartedAt(),
                row.getCompletedAt(),
                row.getPosition());
    }

    private Map<String, List<RecipientView>> recipients(Condition condition) {
        return shares(VIEW_ALLOCATION_SHARE.RUN.in(db.select(VIEW_ALLOCATION_RUN.RUN)
                        .from(VIEW_ALLOCATION_RUN)
                        .where(condition)))
                .stream()
                .collect(Collectors.groupingBy(
                        Recipient::run, Collectors.mapping(Recipient::view, Collectors.toList())));
    }

    /** One share's row with the shipper's name. */
    private record Recipient(ViewAllocationShareRecord row, String shipperName) {
        String run() {
            return row.getRun();
        }

        RecipientView view() {
            return new RecipientView(
                    new ContractId(row.getContract()),
                    row.getVersion(),
                    new ShipperId(row.getShipper()),
                    shipperName,
                    Columns.maybe(row.getReceiptShare(), Share::new),
                    Columns.maybe(row.getDeliveryShare(), Share::new),
                    Columns.sum(row.getReceiptKwh()),
                    Columns.sum(row.getDeliveryKwh()));
        }
    }

    private List<Recipient> shares(Condition condition) {
        Map<String, String> names = db.selectFrom(VIEW_SHIPPER).fetchMap(VIEW_SHIPPER.SHIPPER, VIEW_SHIPPER.NAME);
        return db.selectFrom(VIEW_ALLOCATION_SHARE)
                .where(condition)
                .orderBy(VIEW_ALLOCATION_SHARE.RUN, VIEW_ALLOCATION_SHARE.CONTRACT)
                .fetch(row -> new Recipient(row, names.getOrDefault(row.getShipper(), row.getShipper())));
    }

    @Override
    public Optional<DayAllocationView> day(AllocationRunId run, GasDay day, Direction direction) {
        return db.selectFrom(VIEW_ALLOCATION_RUN)
                .where(VIEW_ALLOCATION_RUN.RUN.eq(run.value()))
                .and(VIEW_ALLOCATION_RUN.INPUT_HASH.isNotNull())
                .fetchOptional()
                .flatMap(row -> day(row, run, day, direction));
    }

    private Optional<DayAllocationView> day(
            ViewAllocationRunRecord row, AllocationRunId run, GasDay day, Direction direction) {
        Energy total = figure(row.getFirstDay(), day, figures(row, direction));
        List<DayShareView> recipients = shares(VIEW_ALLOCATION_SHARE.RUN.eq(run.value())).stream()
                .flatMap(r -> share(r, day, direction).stream())
                .toList();
        if (total.signum() == 0 && recipients.stream().allMatch(r -> r.energy().signum() == 0)) {
            return Optional.empty();
        }
        String name = db.select(VIEW_POINT.NAME)
                .from(VIEW_POINT)
                .where(VIEW_POINT.POINT.eq(row.getPoint()))
                .fetchOptional(VIEW_POINT.NAME)
                .orElse(row.getPoint());
        return Optional.of(new DayAllocationView(
                run,
                run.point(),
                name,
                day,
                direction,
                total,
                recipients,
                row.getInputSequence(),
                new Sha256(row.getInputHash()),
                row.getPosition()));
    }

    private static Optional<DayShareView> share(Recipient recipient, GasDay day, Direction direction) {
        ViewAllocationShareRecord row = recipient.row();
        boolean receipt = direction == Direction.RECEIPT;
        BigDecimal share = receipt ? row.getReceiptShare() : row.getDeliveryShare();
        if (share == null) {
            return Optional.empty();
        }
        BigDecimal[] figures = receipt ? row.getReceiptKwh() : row.getDeliveryKwh();
        return Optional.of(new DayShareView(
                new ContractId(row.getContract()),
                row.getVersion(),
                new ShipperId(row.getShipper()),
                recipient.shipperName(),
                new Share(share),
                method(receipt ? row.getReceiptMethod() : row.getDeliveryMethod()),
                said(receipt ? row.getReceiptNominated() : row.getDeliveryNominated(), day),
                said(receipt ? row.getReceiptOperator() : row.getDeliveryOperator(), day),
                figure(row.getFirstDay(), day, figures),
                row.getPosition()));
    }

    /** None is percentage, as before there was a choice. */
    private static AllocationMethod method(@Nullable String name) {
        return name == null ? AllocationMethod.PERCENTAGE : AllocationMethod.valueOf(name);
    }

    /** The figures are those of the days of the month, from its first. */
    private static @Nullable Energy said(@Nullable BigDecimal @Nullable [] figures, GasDay day) {
        return figures == null ? null : Columns.maybe(figures[day.date().getDayOfMonth() - 1], Energy::new);
    }

    private static BigDecimal[] figures(ViewAllocationRunRecord row, Direction direction) {
        return direction == Direction.RECEIPT ? row.getReceiptKwh() : row.getDeliveryKwh();
    }

    private static Energy figure(@Nullable LocalDate first, GasDay day, BigDecimal[] figures) {
        long index = first == null ? -1 : day.date().toEpochDay() - first.toEpochDay();
        return index < 0 || index >= figures.length ? Energy.ZERO : new Energy(figures[(int) index]);
    }

    @Override
    public List<ProvisionalAllocation> provisional(NetworkId network, AccountingPeriod period) {
        return provisional.of(network, period);
    }
}
