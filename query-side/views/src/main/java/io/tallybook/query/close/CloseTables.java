package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_AREA;
import static io.tallybook.migrations.jooq.Tables.VIEW_CALENDAR;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_APPROVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_BLOCKER;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_CERTIFIED;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_INVALIDATION;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_LATE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_REJECTION;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE_REVISION;
import static io.tallybook.migrations.jooq.Tables.VIEW_DOCUMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_HOLIDAY;
import static io.tallybook.migrations.jooq.Tables.VIEW_OPEN_IMBALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_PERIOD;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CertificationRule;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.OpenImbalance;
import io.tallybook.migrations.jooq.tables.records.ViewCloseLateRecord;
import io.tallybook.migrations.jooq.tables.records.ViewCloseRecord;
import io.tallybook.migrations.jooq.tables.records.ViewPeriodRecord;
import io.tallybook.query.close.CloseFacts.ReportedBlocker;
import io.tallybook.query.close.CloseFacts.ToldLate;
import io.tallybook.query.projection.Columns;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads the close's own tables. */
final class CloseTables {
    private static final int MOST_PERIODS = 600;

    private final DSLContext db;
    private final ReopeningRows reopenings;
    private final SoftLockRows softLocks;

    CloseTables(DSLContext db) {
        this.db = db;
        this.reopenings = new ReopeningRows(db);
        this.softLocks = new SoftLockRows(db);
    }

    List<CalendarView> calendars(Condition condition) {
        return db.selectFrom(VIEW_CALENDAR)
                .where(condition)
                .orderBy(VIEW_CALENDAR.CLOSE_GROUP)
                .fetch(row -> new CalendarView(
                        new CloseGroup(row.getCloseGroup()),
                        new NetworkId(row.getNetwork()),
                        ZoneId.of(row.getZone()),
                        new AccountingPeriod(row.getFirstPeriod()),
                        new Energy(row.getOpeningStorage()),
                        new Energy(row.getOpeningImbalance()),
                        row.getDemo(),
                        Columns.maybe(row.getHardLock(), AccountingPeriod::new),
                        openImbalances(row.getCloseGroup()),
                        holidays(row.getCloseGroup()),
                        CalendarRows.terms(db, row.getCloseGroup()),
                        periods(new CloseGroup(row.getCloseGroup())),
                        reopenings.of(row.getCloseGroup()),
                        softLocks.locks(row.getCloseGroup()),
                        softLocks.exceptions(row.getCloseGroup())));
    }

    List<RevisionView> revisions(CloseId closeId) {
        return db.selectFrom(VIEW_CLOSE_REVISION)
                .where(VIEW_CLOSE_REVISION.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_CLOSE_REVISION.REVISION)
                .fetch(row -> new RevisionView(
                        row.getRevision(),
                        row.getAttempt(),
                        new Sha256(row.getPackHash()),
                        Columns.hash(row.getChainHash()),
                        row.getLockedAt(),
                        row.getDocumentNumber(),
                        row.getReason(),
                        new PersonId(row.getReopenedBy()),
                        row.getReopenedAt(),
                        row.getReversalNumber(),
                        row.getUndoneAt()));
    }

    private List<OpenImbalance> openImbalances(String group) {
        return db.selectFrom(VIEW_OPEN_IMBALANCE)
                .where(VIEW_OPEN_IMBALANCE.CLOSE_GROUP.eq(group))
                .orderBy(VIEW_OPEN_IMBALANCE.CONTRACT, VIEW_OPEN_IMBALANCE.POINT)
                .fetch(row -> new OpenImbalance(
                        new ContractId(row.getContract()), new PointId(row.getPoint()), new Energy(row.getEnergy())));
    }

    private List<Holiday> holidays(String group) {
        return db.selectFrom(VIEW_HOLIDAY)
                .where(VIEW_HOLIDAY.CLOSE_GROUP.eq(group))
                .orderBy(VIEW_HOLIDAY.DAY)
                .fetch(row -> new Holiday(row.getDay(), row.getName()));
    }

    private List<PeriodView> periods(CloseGroup group) {
        Map<String, ViewCloseRecord> closes = db.selectFrom(VIEW_CLOSE)
                .where(VIEW_CLOSE.CLOSE_ID.startsWith(group.value() + "/"))
                .fetchMap(VIEW_CLOSE.CLOSE_ID);
        return db.selectFrom(VIEW_PERIOD)
                .where(VIEW_PERIOD.CLOSE_GROUP.eq(group.value()))
                .orderBy(VIEW_PERIOD.PERIOD)
                .limit(MOST_PERIODS)
                .fetch(row -> {
                    AccountingPeriod period = new AccountingPeriod(row.getPeriod());
                    CloseId closeId = CloseId.of(group, period);
                    return period(row, closeId, Optional.ofNullable(closes.get(closeId.value())));
                });
    }

    private static PeriodView period(ViewPeriodRecord row, CloseId closeId, Optional<ViewCloseRecord> close) {
        return new PeriodView(
                closeId,
                closeId.period(),
                row.getLockedAt() == null
                        ? close.map(CloseTables::status).orElse(CloseStatus.OPEN)
                        : CloseStatus.LOCKED,
                row.getOpenedAt(),
                new PersonId(row.getOpenedBy()),
                row.getDueFrom(),
                row.getLockedAt(),
                Columns.maybe(row.getLockedBy(), PersonId::new),
                Columns.hash(row.getLockHash()),
                Columns.hash(row.getChainHash()));
    }

    /** The house's hold before a person's, for nobody lifts that one. */
    static @Nullable HoldView hold(ViewCloseRecord close) {
        if (close.getHouseHoldReason() != null) {
            return new HoldView(close.getHouseHoldReason(), PersonId.HOUSE);
        }
        return close.getHoldReason() == null
                ? null
                : new HoldView(close.getHoldReason(), new PersonId(String.valueOf(close.getHoldBy())));
    }

    static CloseStatus status(ViewCloseRecord close) {
        if (close.getLockedAt() != null) {
            return CloseStatus.LOCKED;
        }
        if (close.getPublishedAt() != null) {
            return CloseStatus.PUBLISHED;
        }
        if (close.getApprovedAt() != null) {
            return CloseStatus.APPROVED;
        }
        if (close.getPackReadyAt() != null && close.getRejectedAt() == null) {
            return CloseStatus.READY;
        }
        return close.getCutoffAt() == null ? CloseStatus.OPEN : CloseStatus.RUNNING;
    }

    /** The calendar's zone; UTC while the calendar is not known. */
    ZoneId zone(CloseId closeId) {
        return db.select(VIEW_PERIOD.ZONE)
                .from(VIEW_PERIOD)
                .where(VIEW_PERIOD.CLOSE_GROUP.eq(closeId.group().value()))
                .and(VIEW_PERIOD.PERIOD.eq(closeId.period().value()))
                .fetchOptional(VIEW_PERIOD.ZONE)
                .map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
    }

    int areas(NetworkId network) {
        return db.fetchCount(VIEW_AREA, VIEW_AREA.NETWORK.eq(network.value()));
    }

    List<ApprovalView> approvals(CloseId closeId) {
        return db.selectFrom(VIEW_CLOSE_APPROVAL)
                .where(VIEW_CLOSE_APPROVAL.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_CLOSE_APPROVAL.POSITION)
                .fetch(row -> new ApprovalView(
                        row.getLevel(),
                        row.getAttempt(),
                        new Sha256(row.getPackHash()),
                        new PersonId(row.getByPerson()),
                        Columns.maybe(row.getOnBehalfOf(), PersonId::new),
                        row.getAt(),
                        row.getVoided(),
                        row.getPosition()));
    }

    List<RejectionView> rejections(CloseId closeId) {
        return db.selectFrom(VIEW_CLOSE_REJECTION)
                .where(VIEW_CLOSE_REJECTION.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_CLOSE_REJECTION.POSITION)
                .fetch(row -> new RejectionView(
                        row.getAttempt(),
                        new Sha256(row.getPackHash()),
                        row.getReason(),
                        new PersonId(row.getByPerson()),
                        row.getAt(),
                        row.getPosition()));
    }

    List<InvalidationView> invalidations(CloseId closeId) {
        return db.selectFrom(VIEW_CLOSE_INVALIDATION)
                .where(VIEW_CLOSE_INVALIDATION.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_CLOSE_INVALIDATION.POSITION)
                .fetch(row -> new InvalidationView(
                        row.getAttempt(),
                        row.getReason(),
                        Stream.of(row.getThawed()).map(PointId::new).toList(),
                        row.getApprovalsVoided(),
                        Columns.maybe(row.getByPerson(), PersonId::new),
                        row.getAt()));
    }

    List<LateDataView> lateData(CloseId closeId) {
        return db.select(VIEW_CLOSE_LATE.fields())
                .select(VIEW_POINT.NAME)
                .from(VIEW_CLOSE_LATE)
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_CLOSE_LATE.POINT))
                .where(VIEW_CLOSE_LATE.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_CLOSE_LATE.POSITION)
                .fetch(row -> late(row.into(VIEW_CLOSE_LATE), row.get(VIEW_POINT.NAME)));
    }

    private static LateDataView late(ViewCloseLateRecord row, @Nullable String name) {
        return new LateDataView(
                new PointId(row.getPoint()),
                name == null ? row.getPoint() : name,
                row.getSource(),
                row.getNotedAt(),
                Columns.maybe(row.getDecision(), LateDecision::valueOf),
                row.getReason(),
                Columns.maybe(row.getByPerson(), PersonId::new),
                row.getDecidedAt());
    }

    List<ReportedBlocker> reported(CloseId closeId, int attempt) {
        return db.selectFrom(VIEW_CLOSE_BLOCKER)
                .where(VIEW_CLOSE_BLOCKER.CLOSE_ID.eq(closeId.value()))
                .and(VIEW_CLOSE_BLOCKER.ATTEMPT.eq(attempt))
                .orderBy(VIEW_CLOSE_BLOCKER.POSITION)
                .fetch(row ->
                        new ReportedBlocker(CloseStep.valueOf(row.getStep()), row.getSubject(), row.getSentence()));
    }

    /** When the close was told that a step is late, and how far up. */
    Map<CloseStep, ToldLate> overdue(CloseId closeId) {
        return new OverdueRows(db).of(closeId);
    }

    Map<CloseStep, Certified> certified(CloseId closeId, int attempt) {
        return db.selectFrom(VIEW_CLOSE_CERTIFIED)
                .where(VIEW_CLOSE_CERTIFIED.CLOSE_ID.eq(closeId.value()))
                .and(VIEW_CLOSE_CERTIFIED.ATTEMPT.eq(attempt))
                .fetchMap(
                        row -> CloseStep.valueOf(row.getStep()),
                        row -> new Certified(
                                CertificationRule.valueOf(row.getRule()),
                                row.getVersion(),
                                row.getItems(),
                                row.getCertifiedAt()));
    }

    List<IssuedDocumentView> documents(CloseId closeId) {
        return db.selectFrom(VIEW_DOCUMENT)
                .where(VIEW_DOCUMENT.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_DOCUMENT.NAME)
                .fetch(row -> new IssuedDocumentView(
                        closeId,
                        new IssuedDocument(
                                row.getName(),
                                row.getKind(),
                                row.getSubject(),
                                row.getMediaType(),
                                row.getBytes(),
                                new Sha256(row.getSha256()),
                                row.getLogPosition()),
                        row.getIssuedAt(),
                        row.getPosition()));
    }
}
