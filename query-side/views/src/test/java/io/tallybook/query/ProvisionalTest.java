package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.balance.BalanceDayView;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceStanding;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.statement.ProvisionalStatement;
import io.tallybook.query.statement.StatementQueries;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Balances as calculated, and an open month as it stands. */
class ProvisionalTest extends ViewsTest {
    @Autowired
    BalanceQueries balances;

    @Autowired
    AllocationQueries allocations;

    @Autowired
    StatementQueries statements;

    @Test
    void balancesAnOpenMonthFromItsFirstDay() {
        Sample sample = sample().system();
        for (PointId point : List.of(sample.north, sample.city, sample.cavern)) {
            for (String day : List.of("2024-10-01", "2024-10-02")) {
                sample.recorded(point, new GasDay(day), sample.moved(point, new GasDay(day)), 1, null, sample.first);
            }
        }
        seen();
        BalanceView balance = balances.balance(sample.balance).orElseThrow();
        assertThat(balance.provisional()).isTrue();
        assertThat(balance.days())
                .hasSize(2)
                .allSatisfy(day -> assertThat(day.complete()).isTrue());
        assertThat(balance.days().getFirst().figures()).isEqualTo(sample.balanceDay(new GasDay("2024-10-01")));
        assertThat(balance.through()).isEqualTo(new GasDay("2024-10-02"));
        assertThat(balance.month().receipts()).isEqualTo(Energy.ofKwh(2_000));
    }

    @Test
    void givesTheSameFiguresProvisionallyAsCalculated() {
        Sample sample = sample().wholeMonth();
        seen();
        BalanceView calculated = balances.balance(sample.balance).orElseThrow();
        BalanceView provisional = balances.provisional(sample.balance).orElseThrow();
        assertThat(calculated.standing()).isEqualTo(BalanceStanding.ACCEPTED);
        assertThat(calculated.attempt()).isEqualTo(2);
        assertThat(provisional.month()).isEqualTo(calculated.month());
        assertThat(provisional.days().stream().map(BalanceDayView::figures))
                .containsExactlyElementsOf(
                        calculated.days().stream().map(BalanceDayView::figures).toList());
        assertThat(balances.inputs(sample.balance)).hasSize(3);
        assertThat(balances.explanations(sample.balance)).hasSize(2);
        assertThat(balances.trend(sample.balance, 12))
                .singleElement()
                .satisfies(month -> assertThat(month.total()).isEqualTo(calculated.month()));
    }

    @Test
    void splitsAnOpenMonthToTheLastKilowattHour() {
        Sample sample = sample().system();
        GasDay day = new GasDay("2024-10-04");
        sample.recorded(sample.north, day, Energy.ofKwh(1_001), 1, null, sample.first);
        seen();
        List<ProvisionalAllocation> split = allocations.provisional(sample.network, Sample.OCTOBER);
        // 1,001 × 0.6 = 600.6 and × 0.4 = 400.4: the remaining kWh goes to the larger remainder
        assertThat(split)
                .extracting(ProvisionalAllocation::energy)
                .containsExactly(Energy.ofKwh(601), Energy.ofKwh(400));
    }

    @Test
    void valuesAnOpenMonthAtKnownPricesAndOnADayWithoutOneByTheContractsRule() {
        Sample sample = sample().system();
        GasDay friday = new GasDay("2024-10-04");
        GasDay saturday = new GasDay("2024-10-05");
        sample.recorded(sample.north, friday, Energy.ofKwh(1_000), 1, null, sample.first)
                .recorded(sample.north, saturday, Energy.ofKwh(1_000), 1, null, sample.first);
        seen();
        List<ProvisionalStatement> values = statements.provisional(sample.network, Sample.OCTOBER);
        assertThat(values).hasSize(2);
        ProvisionalStatement alpha = values.getFirst();
        Money day = Energy.ofKwh(600).at(Sample.PRICE);
        assertThat(alpha.totals().purchases()).isEqualTo(day.plus(day));
        assertThat(alpha.unpriced()).isEqualTo(Energy.ZERO);
        assertThat(alpha.through()).isEqualTo(saturday);
    }
}
