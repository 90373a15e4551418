package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.query.ViewRebuild.Comparison;
import io.tallybook.query.ViewRebuild.TableComparison;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The views are made of the log alone: rebuilt from it they come out the same, and one altered cell is found. */
class RebuildTest extends ViewsTest {
    @Autowired
    ViewRebuild rebuild;

    private Sample closeAMonth() {
        Sample closed = sample().wholeMonth();
        seen();
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
