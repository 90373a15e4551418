package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CertificationRule;
import io.tallybook.messages.close.CloseCycleEvent.StepCertified;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.query.ViewRebuild.Comparison;
import io.tallybook.query.ViewRebuild.TableComparison;
import io.tallybook.query.projection.Projection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The views are made of the log alone: rebuilt from it they come out the same, and one altered cell is found. */
class RebuildTest extends ViewsTest {
    /** Tables that are facts, or Axon's, or the door's: everything else in the catalogue must be a view's. */
    private static final Set<String> NO_VIEWS = Set.of(
            "events",
            "log_head",
            "token_entry",
            "saga_entry",
            "association_value_entry",
            "dead_letter_entry",
            "scheduled_tasks",
            "source_schedule",
            "erp_schedule",
            "idempotency",
            "identity",
            "access_token",
            "installation",
            "projection_progress",
            "flyway_schema_history");

    @Autowired
    ViewRebuild rebuild;

    @Autowired
    List<Projection> projections;

    @Autowired
    PlatformTransactionManager transactions;

    private static boolean aMonthIsClosed;

    private Sample closeAMonth() {
        Sample closed = sample().wholeMonth().reopened(2).softLocked();
        closed.told.by(
                closed.close,
                new StepCertified(closed.close, 1, CertificationRule.NO_VARIANCE, 1, 2),
                new StepsOverdue(closed.close, List.of(new DueStep(CloseStep.LOCK, Instant.EPOCH))),
                new StepsEscalated(closed.close, Escalation.LEAD, List.of(new DueStep(CloseStep.LOCK, Instant.EPOCH))));
        AccruedShipper accrued = SampleAccrual.accrued(closed.alpha, "100.00");
        SampleAccrual.of(closed)
                .prepared(1, accrued)
                .released(1, accrued)
                .failed(1)
                .prepared(2, accrued)
                .discarded(2)
                .prepared(3, accrued)
                .released(3, accrued)
                .truedUp(3, accrued, "112.50");
        Estimated.of(closed, closed.north, new AccountingPeriod("2024-11"))
                .recorded(1, 100, 1, null)
                .gap(1, 200, 2, 3)
                .gap(2, 400, 4, 5)
                .gap(3, 300, 6)
                .accepted(2, 4, 5)
                .withdrawn(3, false, 6)
                .recorded(2, 130, 2, Energy.ofKwh(100))
                .superseded(1, 2, 130);
        seen();
        aMonthIsClosed = true;
        return closed;
    }

    @Test
    void rebuildsEveryTableToTheSameRowsAndNoneIsEmpty() {
        closeAMonth();
        Comparison comparison = rebuild.compare();
        assertThat(comparison.tables()).hasSizeGreaterThan(35).allSatisfy(table -> {
            assertThat(table.liveRows()).as(table.table()).isPositive();
            assertThat(table.examples()).as(table.table()).isEmpty();
        });
        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.through()).isLessThanOrEqualTo(log.head()).isPositive();
    }

    @Test
    void rebuildsEveryTableOfTheCatalogueThatIsNoFactAndEachBelongsToOneProjection() {
        List<String> catalogue = db
                .fetch(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')")
                .getValues(0, String.class)
                .stream()
                .filter(table -> !NO_VIEWS.contains(table))
                .toList();
        assertThat(rebuild.compare().tables())
                .extracting(TableComparison::table)
                .containsExactlyInAnyOrderElementsOf(catalogue);
        assertThat(projections.stream()
                        .flatMap(projection -> projection.tables().stream())
                        .map(Table::getName))
                .containsExactlyInAnyOrderElementsOf(catalogue);
    }

    /** One month is enough for all seeds: what they alter is undone. */
    private void someMonthIsClosed() {
        if (!aMonthIsClosed) {
            closeAMonth();
        }
    }

    /** A cell of every table at once, each time of any of its columns: all of them must be found. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsAnAlteredCellInEveryTable(int seed) {
        someMonthIsClosed();
        Random random = new Random(seed);
        List<AlteredCell> cells = AlteredCell.columns(db).values().stream()
                .map(columns -> columns.get(random.nextInt(columns.size())))
                .toList();
        assertThat(cells).hasSizeGreaterThan(35);
        assertThat(differingAfter(cells))
                .as("seed %d: %s", seed, cells)
                .containsExactlyInAnyOrderElementsOf(
                        cells.stream().map(AlteredCell::table).toList());
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("tallybook.seeds", 2));
    }

    /** In a transaction that is undone, with everything the comparison sees in it. */
    private List<String> differingAfter(List<AlteredCell> cells) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            cells.forEach(cell -> cell.alter(db));
            return altered().stream().map(TableComparison::table).toList();
        }));
    }

    @Test
    void findsOneAlteredCellAndLeavesNothingBehind() {
        Sample closed = closeAMonth();
        String where = " where point = '" + closed.north.value() + "' and day = '2024-10-17'";
        db.execute("update view_day_total set receipt_kwh = receipt_kwh + 0.000001" + where);
        List<TableComparison> altered = altered();
        db.execute("update view_day_total set receipt_kwh = receipt_kwh - 0.000001" + where);
        assertThat(altered).singleElement().satisfies(table -> {
            assertThat(table.table()).isEqualTo("view_day_total");
            assertThat(table.differing()).isEqualTo(2);
            assertThat(table.examples()).anyMatch(line -> line.contains("1000.000001"));
        });
        assertThat(db.fetchCount(DSL.table("pg_tables"), DSL.condition("schemaname = 'shadow'")))
                .isZero();
        assertThat(altered()).isEmpty();
    }

    @Test
    void findsARowThatNoEventMade() {
        db.execute("insert into view_shipper (shipper, name, position) values ('ghost', 'Ghost', 1)");
        List<TableComparison> altered = altered();
        db.execute("delete from view_shipper where shipper = 'ghost'");
        assertThat(altered).extracting(TableComparison::table).containsExactly("view_shipper");
    }

    private List<TableComparison> altered() {
        return rebuild.compare().tables().stream()
                .filter(table -> !table.equal())
                .toList();
    }
}
