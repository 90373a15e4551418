package io.tallybook.query.close;

import static io.tallybook.migrations.jooq.Tables.VIEW_CALENDAR;
import static io.tallybook.migrations.jooq.Tables.VIEW_CLOSE;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.migrations.jooq.tables.records.ViewCloseRecord;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.variance.VarianceQueries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads calendars and composes the cockpit from what every feature shows. */
final class CloseReader implements CloseQueries {
    private final DSLContext db;
    private final CloseTables tables;
    private final MeteringQueries metering;
    private final BalanceQueries balances;
    private final AllocationQueries allocations;
    private final StatementQueries statements;
    private final VarianceQueries variances;
    private final JournalQueries journals;

    CloseReader(
            DSLContext db,
            MeteringQueries metering,
            BalanceQueries balances,
            AllocationQueries allocations,
            StatementQueries statements,
            VarianceQueries variances,
            JournalQueries journals) {
        this.db = db;
        this.tables = new CloseTables(db);
        this.metering = metering;
        this.balances = balances;
        this.allocations = allocations;
        this.statements = statements;
        this.variances = variances;
        this.journals = journals;
    }

    @Override
    public List<CalendarView> calendars() {
        return tables.calendars(DSL.noCondition());
    }

    @Override
    public Optional<CalendarView> calendar(CloseGroup group) {
        return tables.calendars(VIEW_CALENDAR.CLOSE_GROUP.eq(group.value())).stream()
                .findFirst();
    }

    @Override
    public List<IssuedDocumentView> documents(CloseId closeId) {
        return tables.documents(closeId);
    }

    @Override
    public Optional<IssuedDocumentView> document(CloseId closeId, String name) {
        return documents(closeId).stream()
                .filter(d -> d.document().name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<CloseOverview> overview(CloseId closeId, Instant now) {
        return db.selectFrom(VIEW_CLOSE)
                .where(CloseProjection.is(closeId))
                .fetchOptional()
                .map(row -> overview(facts(closeId, row), now));
    }

    private CloseFacts facts(CloseId closeId, ViewCloseRecord row) {
        NetworkId network = new NetworkId(row.getNetwork());
        int attempt = row.getAttempt();
        return new CloseFacts(
                closeId,
                row,
                tables.zone(closeId),
                tables.areas(network),
                months(network, closeId.period()),
                balances.ofClose(closeId).stream()
                        .filter(b -> b.attempt() == attempt)
                        .toList(),
                allocations.progress(closeId, attempt),
                statements.ofClose(closeId).stream()
                        .filter(s -> s.attempt() == attempt)
                        .toList(),
                variances.progress(closeId).stream()
                        .filter(r -> r.attempt() == attempt)
                        .toList(),
                journals.ofClose(closeId).filter(j -> j.attempt() == attempt),
                tables.approvals(closeId),
                tables.rejections(closeId),
                tables.invalidations(closeId),
                tables.lateData(closeId),
                tables.reported(closeId, attempt),
                tables.overdue(closeId),
                tables.certified(closeId, attempt),
                tables.documents(closeId),
                tables.revisions(closeId));
    }

    /** The months of every point in force. */
    private List<MeterMonthView> months(NetworkId network, AccountingPeriod period) {
        return metering.months(network, period).stream()
                .filter(month -> month.expected() > 0)
                .toList();
    }

    private static CloseOverview overview(CloseFacts facts, Instant now) {
        ViewCloseRecord row = facts.close();
        List<Blocker> blockers = Blockers.of(facts, now);
        List<StepView> steps = Steps.of(facts, blockers, now);
        CloseProgress progress = CloseProgress.of(steps);
        return new CloseOverview(
                facts.closeId(),
                new NetworkId(row.getNetwork()),
                facts.zone(),
                facts.status(),
                row.getDemo(),
                row.getRevision(),
                row.getAttempt(),
                row.getOpenedAt(),
                new PersonId(row.getOpenedBy()),
                row.getDueFrom(),
                row.getSequence(),
                row.getPosition(),
                progress.done(),
                progress,
                steps,
                blockers,
                facts.approvals(),
                facts.rejections(),
                facts.invalidations(),
                facts.lateData(),
                Stream.of(row.getContributors()).map(PersonId::new).toList(),
                Columns.hash(row.getPackHash()),
                row.getPackReadyAt(),
                posting(facts),
                row.getDocumentNumber(),
                facts.documents(),
                Columns.hash(row.getChainHash()),
                row.getLockedAt(),
                CloseTables.hold(row),
                row.getCutoffExtendedTo(),
                row.getUndoing(),
                facts.revisions());
    }

    private static PostingState posting(CloseFacts facts) {
        if (facts.close().getPostedAt() != null) {
            return PostingState.POSTED;
        }
        return facts.journal()
                .map(journal -> switch (journal.state()) {
                    case WAITING, FAILED, REVERSED -> PostingState.NOT_PREPARED;
                    case PREPARED -> PostingState.PREPARED;
                    case POSTING_REQUESTED -> PostingState.REQUESTED;
                    case POSTED -> PostingState.POSTED;
                    case POSTING_FAILED -> PostingState.FAILED;
                })
                .orElse(PostingState.NOT_PREPARED);
    }
}
