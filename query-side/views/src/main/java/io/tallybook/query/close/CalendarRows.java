package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_CALENDAR;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_TERMS;
import static io.tallybook.migrations.jooq.Tables.VIEW_HOLIDAY;
import static io.tallybook.migrations.jooq.Tables.VIEW_OPEN_IMBALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_PERIOD;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.close.CloseCalendarEvent;
import io.tallybook.messages.close.CloseCalendarEvent.CalendarOpened;
import io.tallybook.messages.close.CloseCalendarEvent.CloseTermsSet;
import io.tallybook.messages.close.CloseCalendarEvent.HardLockRaised;
import io.tallybook.messages.close.CloseCalendarEvent.HolidaysSet;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodAdjusted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodTakenBack;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenDeclined;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.OpenImbalance;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** The rows of calendars and their periods. */
final class CalendarRows {
    private final DSLContext db;
    private final ReopeningRows reopenings;
    private final SoftLockRows softLocks;

    CalendarRows(DSLContext db, ReopeningRows reopenings) {
        this.db = db;
        this.reopenings = reopenings;
        this.softLocks = new SoftLockRows(db);
    }

    void on(CloseCalendarEvent event, At at) {
        switch (event) {
            case CalendarOpened e -> opened(e, at);
            case HolidaysSet e -> set(e, at);
            case CloseTermsSet e -> set(e, at);
            case PeriodOpened e -> opened(e, at);
            case PeriodLocked e -> locked(e, at);
            case ReopenRequested e -> reopenings.asked(e, at);
            case ReopenApproved e -> reopenings.agreed(e, at);
            case ReopenDeclined e -> reopenings.declined(e, at);
            case PeriodReopened e -> reopenings.reopened(e, at);
            case HardLockRaised e -> reopenings.hardLocked(e, at);
            case PeriodTakenBack e -> takenBack(e);
            case SoftLockMoved e -> softLocks.moved(e, at);
            case LockExceptionGranted e -> softLocks.granted(e, at);
            case LockExceptionEnded e -> softLocks.ended(e, at);
            // the calendar refuses by it; the adjustments have pages of their own
            case PeriodAdjusted _ -> {}
        }
    }

    private void opened(CalendarOpened e, At at) {
        var row = db.newRecord(VIEW_CALENDAR);
        row.setCloseGroup(e.group().value());
        row.setNetwork(e.network().value());
        row.setFirstPeriod(e.firstPeriod().value());
        row.setZone(e.zone().getId());
        row.setOpeningStorage(e.openingStorage().kwh());
        row.setOpeningImbalance(e.openingImbalance().kwh());
        row.setDemo(e.demo());
        row.setPosition(at.position());
        row.merge();
        Objects.requireNonNullElse(e.openImbalances(), List.<OpenImbalance>of())
                .forEach(open -> opened(e.group(), open, at));
    }

    private void opened(CloseGroup group, OpenImbalance open, At at) {
        var row = db.newRecord(VIEW_OPEN_IMBALANCE);
        row.setCloseGroup(group.value());
        row.setContract(open.contract().value());
        row.setPoint(open.point().value());
        row.setEnergy(open.energy().kwh());
        row.setPosition(at.position());
        row.merge();
    }

    /** A year is set anew as a whole. */
    private void set(HolidaysSet e, At at) {
        db.deleteFrom(VIEW_HOLIDAY)
                .where(VIEW_HOLIDAY.CLOSE_GROUP.eq(e.group().value()))
                .and(VIEW_HOLIDAY.DAY.between(LocalDate.of(e.year(), 1, 1), LocalDate.of(e.year(), 12, 31)))
                .execute();
        e.holidays().forEach(holiday -> {
            var row = db.newRecord(VIEW_HOLIDAY);
            row.setCloseGroup(e.group().value());
            row.setDay(holiday.date());
            row.setName(holiday.name());
            row.setPosition(at.position());
            row.insert();
        });
    }

    private void set(CloseTermsSet e, At at) {
        var row = db.newRecord(VIEW_CLOSE_TERMS);
        row.setCloseGroup(e.group().value());
        row.setEffectiveFrom(e.terms().effectiveFrom().value());
        row.setReopenFrom(e.terms().reopenFrom().amount());
        row.setChiefFrom(e.terms().chiefFrom().amount());
        row.setCurrency(e.terms().reopenFrom().currency());
        row.setLeadMinutes(e.terms().leadAfterMinutes());
        row.setManagerMinutes(e.terms().managerAfterMinutes());
        row.setEstimatePercent(Columns.maybe(e.terms().estimates(), EstimateLimit::percent));
        row.setEstimateFloorKwh(
                Columns.maybe(e.terms().estimates(), limit -> limit.floor().kwh()));
        row.setErpMinutes(e.terms().erpAfterMinutes());
        row.setSetBy(e.by().value());
        row.setPosition(at.position());
        row.merge();
    }

    /** By the period they begin with. */
    static List<CloseTerms> terms(DSLContext db, String group) {
        return db.selectFrom(VIEW_CLOSE_TERMS)
                .where(VIEW_CLOSE_TERMS.CLOSE_GROUP.eq(group))
                .orderBy(VIEW_CLOSE_TERMS.EFFECTIVE_FROM)
                .fetch(row -> new CloseTerms(
                        new AccountingPeriod(row.getEffectiveFrom()),
                        new Money(row.getReopenFrom(), row.getCurrency()),
                        new Money(row.getChiefFrom(), row.getCurrency()),
                        row.getLeadMinutes(),
                        row.getManagerMinutes(),
                        row.getEstimatePercent() == null
                                ? null
                                : new EstimateLimit(row.getEstimatePercent(), new Energy(row.getEstimateFloorKwh())),
                        row.getErpMinutes()));
    }

    private void opened(PeriodOpened e, At at) {
        var row = db.newRecord(VIEW_PERIOD);
        row.setCloseGroup(e.group().value());
        row.setPeriod(e.period().value());
        row.setZone(e.zone().getId());
        row.setOpenedAt(at.time());
        row.setOpenedBy(e.by().value());
        row.setDueFrom(e.dueFrom());
        row.setPosition(at.position());
        row.merge();
    }

    private void takenBack(PeriodTakenBack e) {
        db.deleteFrom(VIEW_PERIOD)
                .where(VIEW_PERIOD.CLOSE_GROUP.eq(e.group().value()))
                .and(VIEW_PERIOD.PERIOD.eq(e.period().value()))
                .execute();
    }

    private void locked(PeriodLocked e, At at) {
        db.update(VIEW_PERIOD)
                .set(VIEW_PERIOD.LOCKED_AT, at.time())
                .set(VIEW_PERIOD.LOCKED_BY, e.by().value())
                .set(VIEW_PERIOD.LOCK_HASH, e.lockHash().hex())
                .set(VIEW_PERIOD.CHAIN_HASH, e.chainHash().hex())
                .set(VIEW_PERIOD.POSITION, at.position())
                .where(VIEW_PERIOD.CLOSE_GROUP.eq(e.group().value()))
                .and(VIEW_PERIOD.PERIOD.eq(e.period().value()))
                .execute();
    }
}
