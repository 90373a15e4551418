package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.query.accrual.AccrualLineView;
import io.tallybook.query.accrual.AccrualQueries;
import io.tallybook.query.accrual.AccrualState;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.statement.EstimatedShipper;
import io.tallybook.query.statement.MonthEstimate;
import io.tallybook.query.statement.MonthEstimate.Without;
import io.tallybook.query.statement.StatementQueries;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be accrued of an open month, and what became of accruals. */
class AccrualViewTest extends ViewsTest {
    @Autowired
    StatementQueries statements;

    @Autowired
    AccrualQueries accruals;

    @Test
    void estimatesTheDaysThatAreMissingByTheMeanOfThoseInFullAtTheLastKnownPrice() {
        Sample sample = sample().system();
        IntStream.rangeClosed(1, 29)
                .mapToObj(day -> new GasDay("2024-10-%02d".formatted(day)))
                .forEach(day -> sample.recorded(sample.north, day, Energy.ofKwh(1_000), 1, null, sample.first));
        seen();

        MonthEstimate month = statements.estimate(sample.network, Sample.OCTOBER);

        assertThat(month.shippers()).hasSize(2);
        EstimatedShipper alpha = month.shippers().getFirst();
        assertThat(alpha.totals().receipts()).isEqualTo(Energy.ofKwh(31 * 600));
        assertThat(alpha.measured()).isEqualTo(29);
        assertThat(alpha.estimated()).isEqualTo(2);
        assertThat(month.without())
                .as("nothing is recorded of the city")
                .extracting(Without::point, Without::direction, Without::unmeasured)
                .containsExactly(
                        tuple(sample.city, Direction.RECEIPT, true), tuple(sample.city, Direction.DELIVERY, true));
        // what is in no price is in no money
        assertThat(alpha.totals().purchases().amount().signum())
                .isEqualTo(alpha.unpriced().compareTo(alpha.totals().receipts()) < 0 ? 1 : 0);
    }

    /** Hours: one day in full with 24 kWh an hour, one with a single hour of 9,999 kWh, which says nothing of its day. */
    @Test
    void aDayRecordedInPartCountsForNothing() {
        Sample sample = sample().system();
        PointRule hourly = new PointRule(Sample.GAS_DAY, MeasuringInterval.HOUR, new GasDay("2024-01-01"), 2);
        sample.tells(sample.area, new PointPlaced(sample.area, sample.north, PointRole.FLOW, hourly, Sample.ANN));
        hours(sample, hourly, new GasDay("2024-10-01"), 24, 24);
        hours(sample, hourly, new GasDay("2024-10-02"), 1, 9_999);
        seen();

        EstimatedShipper alpha =
                statements.estimate(sample.network, Sample.OCTOBER).shippers().getFirst();

        // 60 % of 576 kWh a day: 345.6, split to whole kWh, and its mean for the other thirty
        assertThat(alpha.totals().receipts()).isEqualTo(Energy.ofKwh(346 * 31));
        assertThat(alpha.measured()).isEqualTo(1);
        assertThat(alpha.estimated()).isEqualTo(30);
    }

    private static void hours(Sample sample, PointRule rule, GasDay day, int hours, long kwh) {
        sample.tells(
                Sample.month(sample.north),
                new QuantitiesRecorded(
                        Sample.month(sample.north),
                        day,
                        rule,
                        IntStream.range(0, hours)
                                .mapToObj(hour -> new RecordedQuantity(
                                        new Quantity(
                                                rule.gasDay().start(day).plus(Duration.ofHours(hour)),
                                                Energy.ofKwh(kwh),
                                                Direction.RECEIPT,
                                                "GOOD",
                                                1,
                                                null),
                                        1,
                                        null))
                                .toList(),
                        sample.first,
                        Sample.ANN));
    }

    @Test
    void aWholeMonthIsEstimatedToWhatItIs() {
        Sample sample = sample().wholeMonth();
        seen();
        var closed = statements.ofClose(sample.close);
        MonthEstimate month = statements.estimate(sample.network, Sample.OCTOBER);
        assertThat(month.without()).isEmpty();
        assertThat(month.shippers())
                .hasSameSizeAs(closed)
                .allSatisfy(shipper -> assertThat(shipper.estimated()).isZero());
    }

    @Test
    void tellsWhatBecameOfEachAndWhatTheMonthCameToBesideIt() {
        Sample sample = sample().wholeMonth();
        AccruedShipper first = SampleAccrual.accrued(sample.alpha, "100.00");
        SampleAccrual.of(sample)
                .prepared(1, first)
                .prepared(2, first)
                .discarded(2)
                .prepared(3, first)
                .released(3, first)
                .failed(3)
                .prepared(4, first)
                .released(4, first)
                .truedUp(4, first, "112.50");
        seen();

        List<AccrualView> all = accruals.ofClose(sample.close);

        assertThat(all)
                .extracting(AccrualView::state)
                .containsExactly(
                        AccrualState.RELEASED, AccrualState.FAILED, AccrualState.DISCARDED, AccrualState.REPLACED);
        AccrualView last = all.getFirst();
        assertThat(last.reversedIn()).isEqualTo(new AccountingPeriod("2024-11"));
        assertThat(last.approvals())
                .singleElement()
                .satisfies(word -> assertThat(word.by()).isEqualTo(new PersonId("bob")));
        assertThat(last.trueUpAttempt()).isEqualTo(1);
        assertThat(last.lines()).hasSize(2);
        AccrualLineView alpha = last.lines().stream()
                .filter(line -> line.accrued().shipper().equals(sample.alpha))
                .findFirst()
                .orElseThrow();
        assertThat(alpha.accrued()).isEqualTo(first);
        assertThat(alpha.purchasesTrueUp()).isEqualTo(new Money(new BigDecimal("12.50"), "USD"));
        assertThat(alpha.salesTrueUp()).isEqualTo(new Money(new BigDecimal("12.50"), "USD"));
        SampleAccrual.of(sample).truedUpAlone(4, first, "110.00");
        seen();
        assertThat(accruals.ofClose(sample.close).getFirst().lines())
                .as("the next attempt has no statement of the newcomer")
                .singleElement()
                .satisfies(line ->
                        assertThat(line.purchasesTrueUp()).isEqualTo(new Money(new BigDecimal("10.00"), "USD")));
        assertThat(all.get(1).ended()).isEqualTo("no account is mapped");
        assertThat(all.get(2).endedBy()).isEqualTo(new PersonId("bob"));
    }
}
