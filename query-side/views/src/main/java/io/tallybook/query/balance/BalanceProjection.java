package io.tallybook.query.balance;

import static io.tallybook.migrations.jooq.Tables.VIEW_BALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_BALANCE_DAY;
import static io.tallybook.migrations.jooq.Tables.VIEW_BALANCE_INPUT;
import static io.tallybook.migrations.jooq.Tables.VIEW_EXPLANATION;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.SystemBalanceEvent;
import io.tallybook.messages.balance.SystemBalanceEvent.AcceptanceAwaited;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputAdded;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceOpened;
import io.tallybook.messages.balance.SystemBalanceEvent.ImbalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.ImbalanceExplained;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.migrations.jooq.tables.records.ViewBalanceDayRecord;
import io.tallybook.migrations.jooq.tables.records.ViewBalanceInputRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Balances of the current attempt, their days and inputs, and every explanation. */
final class BalanceProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "balance",
            List.of(SystemBalanceEvent.class),
            List.of(VIEW_BALANCE, VIEW_BALANCE_DAY, VIEW_BALANCE_INPUT, VIEW_EXPLANATION),
            BalanceProjection::new);
    static final String OPENED = "OPENED";

    private final DSLContext db;

    private BalanceProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case BalanceOpened e -> opened(e, at);
            case BalanceInputAdded e -> input(e, at);
            case SystemBalanceCalculated e -> calculated(e, at);
            case ImbalanceExplained e -> explained(e, at);
            case AcceptanceAwaited e -> awaited(e, at);
            case ImbalanceAccepted e ->
                db.update(VIEW_BALANCE)
                        .set(VIEW_BALANCE.ACCEPTED_BY, e.by().value())
                        .set(VIEW_BALANCE.POSITION, at.position())
                        .where(is(e.balance()))
                        .execute();
            case BalanceAccepted e -> accepted(e, at);
            default -> {}
        }
    }

    /** A new attempt begins with nothing. */
    private void opened(BalanceOpened e, At at) {
        String area = e.balance().area().value();
        AccountingPeriod period = e.balance().period();
        forgetDays(area, period);
        db.deleteFrom(VIEW_BALANCE_INPUT)
                .where(VIEW_BALANCE_INPUT.AREA.eq(area))
                .and(VIEW_BALANCE_INPUT.PERIOD.eq(period.value()))
                .execute();
        db.deleteFrom(VIEW_BALANCE).where(is(e.balance())).execute();
        var row = db.newRecord(VIEW_BALANCE);
        row.setArea(area);
        row.setPeriod(period.value());
        row.setCloseId(e.closeId().value());
        row.setAttempt(e.attempt());
        row.setStanding(OPENED);
        row.setDayPercent(e.tolerance().dayPercent());
        row.setMonthPercent(e.tolerance().monthPercent());
        row.setFloorKwh(e.tolerance().floor().kwh());
        row.setToleranceFrom(e.tolerance().effectiveFrom().value());
        row.setMonthUnexplained(false);
        row.setPosition(at.position());
        row.insert();
        db.batchInsert(e.points().stream().map(p -> roster(e.balance(), p, at)).toList())
                .execute();
    }

    private ViewBalanceInputRecord roster(BalanceId balance, RosterPoint point, At at) {
        var row = db.newRecord(VIEW_BALANCE_INPUT);
        row.setArea(balance.area().value());
        row.setPeriod(balance.period().value());
        row.setPoint(point.point().value());
        row.setRole(point.role().name());
        row.setRecords(0);
        row.setThroughSequence(-1L);
        row.setReceiptKwh(new BigDecimal[0]);
        row.setDeliveryKwh(new BigDecimal[0]);
        row.setPosition(at.position());
        return row;
    }

    private void input(BalanceInputAdded e, At at) {
        db.insertInto(VIEW_BALANCE_INPUT)
                .set(VIEW_BALANCE_INPUT.AREA, e.balance().area().value())
                .set(VIEW_BALANCE_INPUT.PERIOD, e.balance().period().value())
                .set(VIEW_BALANCE_INPUT.POINT, e.point().value())
                .set(VIEW_BALANCE_INPUT.ROLE, PointRole.FLOW.name())
                .set(figures(e, at))
                .onConflict(VIEW_BALANCE_INPUT.AREA, VIEW_BALANCE_INPUT.PERIOD, VIEW_BALANCE_INPUT.POINT)
                .doUpdate()
                .set(figures(e, at))
                .execute();
    }

    private static Map<Field<?>, Object> figures(BalanceInputAdded e, At at) {
        Map<Field<?>, Object> figures = new HashMap<>();
        figures.put(VIEW_BALANCE_INPUT.RECORDS, e.records());
        figures.put(VIEW_BALANCE_INPUT.THROUGH_SEQUENCE, e.throughSequence());
        figures.put(VIEW_BALANCE_INPUT.CONTENT_HASH, e.contentHash().hex());
        figures.put(VIEW_BALANCE_INPUT.FIRST_DAY, Columns.firstDay(e.days()));
        figures.put(VIEW_BALANCE_INPUT.RECEIPT_KWH, Columns.figures(e.days(), DayTotal::receipt));
        figures.put(VIEW_BALANCE_INPUT.DELIVERY_KWH, Columns.figures(e.days(), DayTotal::delivery));
        figures.put(VIEW_BALANCE_INPUT.POSITION, at.position());
        return figures;
    }

    private void calculated(SystemBalanceCalculated e, At at) {
        forgetDays(e.balance().area().value(), e.balance().period());
        BalanceTotal month = e.month();
        db.update(VIEW_BALANCE)
                .set(VIEW_BALANCE.STANDING, BalanceStanding.CALCULATED.name())
                .set(VIEW_BALANCE.RECEIPTS, month.receipts().kwh())
                .set(VIEW_BALANCE.DELIVERIES, month.deliveries().kwh())
                .set(VIEW_BALANCE.FUEL, month.burnt().kwh())
                .set(VIEW_BALANCE.STORAGE_CHANGE, month.storageChange().kwh())
                .set(VIEW_BALANCE.UNACCOUNTED, month.unaccounted().kwh())
                .set(VIEW_BALANCE.TOLERANCE, month.tolerance().kwh())
                .set(VIEW_BALANCE.MONTH_UNEXPLAINED, e.monthUnexplained())
                .set(VIEW_BALANCE.POSITION, at.position())
                .where(is(e.balance()))
                .execute();
        db.batchInsert(e.days().stream().map(day -> day(e, day, at)).toList()).execute();
    }

    private ViewBalanceDayRecord day(SystemBalanceCalculated e, BalanceDay day, At at) {
        var row = db.newRecord(VIEW_BALANCE_DAY);
        row.setArea(e.balance().area().value());
        row.setDay(day.day().date());
        row.setReceipts(day.receipts().kwh());
        row.setDeliveries(day.deliveries().kwh());
        row.setFuel(day.burnt().kwh());
        row.setStorageChange(day.storageChange().kwh());
        row.setUnaccounted(day.unaccounted().kwh());
        row.setTolerance(day.tolerance().kwh());
        row.setUnexplained(e.unexplained().contains(day.day()));
        row.setPosition(at.position());
        return row;
    }

    private void explained(ImbalanceExplained e, At at) {
        var row = db.newRecord(VIEW_EXPLANATION);
        row.setArea(e.balance().area().value());
        row.setPeriod(e.balance().period().value());
        row.setPosition(at.position());
        row.setDay(Columns.maybe(e.day(), GasDay::date));
        row.setUnaccounted(e.unaccounted().kwh());
        row.setCause(e.cause().name());
        row.setText(e.text());
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.merge();
        GasDay day = e.day();
        if (day == null) {
            db.update(VIEW_BALANCE)
                    .set(VIEW_BALANCE.MONTH_UNEXPLAINED, false)
                    .where(is(e.balance()))
                    .execute();
        } else {
            db.update(VIEW_BALANCE_DAY)
                    .set(VIEW_BALANCE_DAY.UNEXPLAINED, false)
                    .where(VIEW_BALANCE_DAY.AREA.eq(e.balance().area().value()))
                    .and(VIEW_BALANCE_DAY.DAY.eq(day.date()))
                    .execute();
        }
        db.update(VIEW_BALANCE)
                .set(VIEW_BALANCE.POSITION, at.position())
                .where(is(e.balance()))
                .execute();
    }

    private void awaited(AcceptanceAwaited e, At at) {
        db.update(VIEW_BALANCE)
                .set(VIEW_BALANCE.STANDING, BalanceStanding.EXPLAINED.name())
                .set(VIEW_BALANCE.CONTENT_HASH, e.contentHash().hex())
                .set(VIEW_BALANCE.EXPLAINED_AT, at.time())
                .set(VIEW_BALANCE.POSITION, at.position())
                .where(is(e.balance()))
                .execute();
    }

    private void accepted(BalanceAccepted e, At at) {
        db.update(VIEW_BALANCE)
                .set(VIEW_BALANCE.STANDING, BalanceStanding.ACCEPTED.name())
                .set(VIEW_BALANCE.CONTENT_HASH, e.contentHash().hex())
                .set(VIEW_BALANCE.ACCEPTED_AT, at.time())
                .set(VIEW_BALANCE.POSITION, at.position())
                .where(is(e.balance()))
                .execute();
    }

    private void forgetDays(String area, AccountingPeriod period) {
        db.deleteFrom(VIEW_BALANCE_DAY)
                .where(VIEW_BALANCE_DAY.AREA.eq(area))
                .and(VIEW_BALANCE_DAY.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .execute();
    }

    static Condition is(BalanceId balance) {
        return VIEW_BALANCE
                .AREA
                .eq(balance.area().value())
                .and(VIEW_BALANCE.PERIOD.eq(balance.period().value()));
    }
}
