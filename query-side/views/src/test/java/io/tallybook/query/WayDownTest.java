package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.allocation.DayAllocationView.DayShareView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.metering.QuantityRecordView;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementPointView;
import io.tallybook.query.statement.StatementQueries;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a statement's total down to the raw row: each level sums to the one above, to the last digit. */
class WayDownTest extends ViewsTest {
    @Autowired
    StatementQueries statements;

    @Autowired
    AllocationQueries allocations;

    @Autowired
    MeteringQueries metering;

    @Autowired
    CloseQueries closes;

    @Test
    void leadsFromTheTotalToTheRawRowInFourSteps() {
        Sample sample = sample().wholeMonth();
        seen();
        StatementId id = StatementId.of(sample.alpha, Sample.OCTOBER);
        StatementTotals totals =
                Objects.requireNonNull(statements.statement(id).orElseThrow().totals());
        assertThat(totals).isEqualTo(sample.totals(6));
        List<StatementPointView> points = statements.points(id);
        assertThat(points).hasSize(2);
        StatementPointView in = only(points, Direction.RECEIPT);
        StatementPointView out = only(points, Direction.DELIVERY);
        assertThat(in.energy()).isEqualTo(totals.receipts());
        assertThat(in.amount()).isEqualTo(totals.purchases());
        assertThat(in.mmbtu()).isEqualByComparingTo(totals.receiptsMmbtu());
        assertThat(out.amount()).isEqualTo(totals.sales());

        List<StatementLineView> lines = statements.lines(id, in.contract(), in.point(), in.direction());
        assertThat(lines).hasSize(31);
        assertThat(lines.stream().map(l -> l.line().energy()).reduce(Energy.ZERO, Energy::plus))
                .isEqualTo(in.energy());
        assertThat(lines.stream().map(l -> l.line().amount()).reduce(Money.zero("USD"), Money::plus))
                .isEqualTo(in.amount());

        StatementLineView line = statements
                .line(id, in.contract(), in.point(), new GasDay("2024-10-10"), in.direction())
                .orElseThrow();
        DayAllocationView day = allocations
                .day(line.run(), line.line().day(), line.line().direction())
                .orElseThrow();
        assertThat(day.total()).isEqualTo(Energy.ofKwh(1_200));
        assertThat(day.recipients())
                .extracting(DayShareView::energy)
                .contains(line.line().energy());
        assertThat(day.recipients().stream().map(DayShareView::energy).reduce(Energy.ZERO, Energy::plus))
                .isEqualTo(day.total());

        List<QuantityRecordView> records = metering.records(day.point(), day.day());
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.quantity().energy()).isEqualTo(day.total());
            assertThat(record.quantity().raw()).isEqualTo("raw of " + sample.north.value());
            assertThat(record.source()).isEqualTo(sample.first);
            assertThat(record.end()).isEqualTo("2024-10-11T04:00:00Z");
            assertThat(log.at(record.position()).orElseThrow().eventId()).isEqualTo(record.eventId());
        });
    }

    private static StatementPointView only(List<StatementPointView> points, Direction direction) {
        return points.stream()
                .filter(p -> p.direction() == direction)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sumsTheStatementsOfACloseToItsTotal() {
        Sample sample = sample().wholeMonth();
        seen();
        assertThat(statements.ofClose(sample.close))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.attempt()).isEqualTo(2));
        assertThat(statements.lines(StatementId.of(sample.beta, Sample.OCTOBER)))
                .hasSize(62);
        assertThat(allocations.ofClose(sample.close)).hasSize(2).allSatisfy(run -> {
            assertThat(run.run().attempt()).isEqualTo(2);
            assertThat(run.recipients().stream()
                            .map(r -> r.receipt().plus(r.delivery()))
                            .reduce(Energy.ZERO, Energy::plus))
                    .isEqualTo(run.receipt().plus(run.delivery()));
        });
    }
}
