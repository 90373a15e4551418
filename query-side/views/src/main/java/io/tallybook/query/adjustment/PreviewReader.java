package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_LINE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_MEMBER;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_PACKAGE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_READING;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.migrations.jooq.tables.ViewAdjustmentMember;
import io.tallybook.migrations.jooq.tables.ViewAdjustmentReading;
import io.tallybook.migrations.jooq.tables.records.ViewAdjustmentLineRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what is in a package and what its latest preview comes to, line by line and summed. */
final class PreviewReader {
    private static final int MOST_EFFECTS = 5_000;
    private static final Field<Integer> READINGS = DSL.count(VIEW_ADJUSTMENT_READING.START);
    private static final Field<BigDecimal> CLOSED = DSL.sum(VIEW_ADJUSTMENT_READING.CLOSED_KWH);
    private static final Field<BigDecimal> RECEIVED = DSL.sum(VIEW_ADJUSTMENT_READING.RECEIVED_KWH);

    private static final List<String> PENDING = Arrays.stream(PackageState.values())
            .filter(PackageState::isPending)
            .map(PackageState::name)
            .toList();

    private final DSLContext db;

    PreviewReader(DSLContext db) {
        this.db = db;
    }

    Page<PackageMember> members(PackageId id, PageRequest page) {
        Condition after = DSL.noCondition();
        if (page.cursor() != null) {
            List<String> key = Cursor.parts(page.cursor(), 3);
            after = DSL.row(VIEW_ADJUSTMENT_MEMBER.DAY, VIEW_ADJUSTMENT_MEMBER.POINT, VIEW_ADJUSTMENT_MEMBER.ADJUSTMENT)
                    .gt(new GasDay(key.get(0)).date(), key.get(1), key.get(2));
        }
        var member = VIEW_ADJUSTMENT_MEMBER;
        List<PackageMember> rows = db.select(member.fields())
                .select(VIEW_POINT.NAME, READINGS, CLOSED, RECEIVED, rival())
                .from(member)
                .leftJoin(VIEW_ADJUSTMENT_READING)
                .on(VIEW_ADJUSTMENT_READING.ADJUSTMENT.eq(member.ADJUSTMENT))
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(member.POINT))
                .where(member.PACKAGE.eq(id.value()))
                .and(after)
                .groupBy(member.ADJUSTMENT, VIEW_POINT.NAME)
                .orderBy(member.DAY, member.POINT, member.ADJUSTMENT)
                .limit(page.limit() + 1)
                .fetch(PreviewReader::member);
        return Cursor.page(
                rows,
                page,
                m -> Cursor.of(m.day(), m.point().value(), m.adjustment().value()));
    }

    /** Another pending package that changes one of the same readings; the first by number. */
    private static Field<String> rival() {
        ViewAdjustmentReading mine = VIEW_ADJUSTMENT_READING.as("mine");
        ViewAdjustmentReading theirs = VIEW_ADJUSTMENT_READING.as("theirs");
        ViewAdjustmentMember other = VIEW_ADJUSTMENT_MEMBER.as("other");
        return DSL.field(DSL.select(DSL.min(other.PACKAGE))
                        .from(mine)
                        .join(theirs)
                        .on(theirs.POINT.eq(mine.POINT).and(theirs.START.eq(mine.START)))
                        .join(other)
                        .on(other.ADJUSTMENT.eq(theirs.ADJUSTMENT))
                        .join(VIEW_ADJUSTMENT_PACKAGE)
                        .on(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(other.PACKAGE))
                        .where(mine.ADJUSTMENT.eq(VIEW_ADJUSTMENT_MEMBER.ADJUSTMENT))
                        .and(other.PACKAGE.ne(VIEW_ADJUSTMENT_MEMBER.PACKAGE))
                        .and(other.REJECTED.isFalse())
                        .and(VIEW_ADJUSTMENT_PACKAGE.STATE.in(PENDING)))
                .as("pending_rival");
    }

    private static PackageMember member(Record row) {
        var member = row.into(VIEW_ADJUSTMENT_MEMBER);
        String rival = member.getRejected() ? member.getRival() : row.get("pending_rival", String.class);
        return new PackageMember(
                new AdjustmentId(member.getAdjustment()),
                new CloseId(member.getCloseId()),
                new PointId(member.getPoint()),
                name(row.get(VIEW_POINT.NAME), member.getPoint()),
                GasDay.of(member.getDay()),
                row.get(READINGS),
                energy(row.get(CLOSED)),
                energy(row.get(RECEIVED)),
                member.getRejected(),
                Columns.maybe(rival, PackageId::new));
    }

    private static Energy energy(@Nullable BigDecimal kwh) {
        return kwh == null ? Energy.ZERO : new Energy(kwh);
    }

    Page<PreviewLine> lines(PackageId id, PageRequest page) {
        var line = VIEW_ADJUSTMENT_LINE;
        Condition after = DSL.noCondition();
        if (page.cursor() != null) {
            List<String> key = Cursor.parts(page.cursor(), 5);
            after = DSL.row(line.CLOSE_ID, line.DAY, line.POINT, line.CONTRACT, line.DIRECTION)
                    .gt(key.get(0), new GasDay(key.get(1)).date(), key.get(2), key.get(3), key.get(4));
        }
        List<PreviewLine> rows = db.select(line.fields())
                .select(VIEW_POINT.NAME)
                .from(line)
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(line.POINT))
                .where(line.PACKAGE.eq(id.value()))
                .and(after)
                .orderBy(line.CLOSE_ID, line.DAY, line.POINT, line.CONTRACT, line.DIRECTION)
                .limit(page.limit() + 1)
                .fetch(row -> line(row.into(line), name(row.get(VIEW_POINT.NAME), row.get(line.POINT))));
        return Cursor.page(
                rows,
                page,
                l -> Cursor.of(
                        l.closeId().value(),
                        l.day(),
                        l.point().value(),
                        l.contract().value(),
                        l.direction()));
    }

    private static PreviewLine line(ViewAdjustmentLineRecord row, String name) {
        return new PreviewLine(
                new CloseId(row.getCloseId()),
                new PointId(row.getPoint()),
                name,
                new ContractId(row.getContract()),
                new ShipperId(row.getShipper()),
                GasDay.of(row.getDay()),
                Direction.valueOf(row.getDirection()),
                new Energy(row.getBeforeKwh()),
                new Energy(row.getAfterKwh()),
                row.getAfterMmbtu().subtract(row.getBeforeMmbtu()),
                new Price(row.getPrice(), row.getCurrency()),
                new Money(row.getBeforeAmount(), row.getCurrency()),
                new Money(row.getAfterAmount(), row.getCurrency()));
    }

    private static String name(@Nullable String name, String id) {
        return Objects.requireNonNullElse(name, id);
    }

    List<ContractEffect> effects(PackageId id) {
        var line = VIEW_ADJUSTMENT_LINE;
        Field<BigDecimal> kwh = line.AFTER_KWH.minus(line.BEFORE_KWH);
        Field<BigDecimal> mmbtu = line.AFTER_MMBTU.minus(line.BEFORE_MMBTU);
        Field<BigDecimal> amount = line.AFTER_AMOUNT.minus(line.BEFORE_AMOUNT);
        return db.select(line.CLOSE_ID, line.POINT, line.CONTRACT, line.SHIPPER, line.CURRENCY)
                .select(
                        sum(kwh, Direction.RECEIPT).as("receipts"),
                        sum(kwh, Direction.DELIVERY).as("deliveries"),
                        sum(mmbtu, Direction.RECEIPT).as("receipts_mmbtu"),
                        sum(mmbtu, Direction.DELIVERY).as("deliveries_mmbtu"),
                        sum(amount, Direction.RECEIPT).as("purchases"),
                        sum(amount, Direction.DELIVERY).as("sales"))
                .from(line)
                .where(line.PACKAGE.eq(id.value()))
                .groupBy(line.CLOSE_ID, line.POINT, line.CONTRACT, line.SHIPPER, line.CURRENCY)
                .orderBy(line.CLOSE_ID, line.POINT, line.CONTRACT)
                .limit(MOST_EFFECTS)
                .fetch(PreviewReader::effect);
    }

    private static Field<BigDecimal> sum(Field<BigDecimal> figure, Direction direction) {
        return DSL.coalesce(
                DSL.sum(figure).filterWhere(VIEW_ADJUSTMENT_LINE.DIRECTION.eq(direction.name())), BigDecimal.ZERO);
    }

    private static ContractEffect effect(Record row) {
        String currency = row.get(VIEW_ADJUSTMENT_LINE.CURRENCY);
        Energy receipts = new Energy(figure(row, "receipts"));
        Energy deliveries = new Energy(figure(row, "deliveries"));
        return new ContractEffect(
                new CloseId(row.get(VIEW_ADJUSTMENT_LINE.CLOSE_ID)),
                new PointId(row.get(VIEW_ADJUSTMENT_LINE.POINT)),
                new ContractId(row.get(VIEW_ADJUSTMENT_LINE.CONTRACT)),
                new ShipperId(row.get(VIEW_ADJUSTMENT_LINE.SHIPPER)),
                receipts,
                deliveries,
                figure(row, "receipts_mmbtu").setScale(Energy.MMBTU_SCALE),
                figure(row, "deliveries_mmbtu").setScale(Energy.MMBTU_SCALE),
                new Money(figure(row, "purchases"), currency),
                new Money(figure(row, "sales"), currency),
                receipts.minus(deliveries));
    }

    private static BigDecimal figure(Record row, String name) {
        return row.get(name, BigDecimal.class);
    }
}
