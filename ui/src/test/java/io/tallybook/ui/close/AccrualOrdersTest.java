package io.tallybook.ui.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.statement.EstimatedShipper;
import io.tallybook.ui.close.AccrualOrders.ByHand;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccrualOrdersTest {
    private static final ShipperId ALPHA = new ShipperId("alpha");
    private static final ShipperId BETA = new ShipperId("beta");

    @Test
    void accruesWhatIsEstimated() {
        assertThat(AccrualOrders.accrued(List.of(estimated(ALPHA, "100.00", "EUR", 0)), List.of()))
                .containsExactly(new AccruedShipper(ALPHA, accrued("100.00", "EUR"), 20, 11, null));
    }

    @Test
    void takesTheAmountsGivenByHandAndLeavesTheEnergyAsEstimated() {
        List<AccruedShipper> accrued =
                AccrualOrders.accrued(List.of(estimated(ALPHA, "100.00", "EUR", 0)), List.of(byHand(ALPHA, "EUR")));

        assertThat(accrued).singleElement().satisfies(of -> {
            assertThat(of.totals().purchases()).isEqualTo(money("70.10", "EUR"));
            assertThat(of.totals().sales()).isEqualTo(money("80.20", "EUR"));
            assertThat(of.totals().receipts()).isEqualTo(Energy.ofKwh(1_000));
            assertThat(of.byHand()).isEqualTo("the last week was cold");
        });
    }

    @Test
    void accruesNoShipperAtZeroForWhomNoPriceIsKnown() {
        List<EstimatedShipper> unpriced = List.of(estimated(ALPHA, "0.00", "EUR", 300));

        assertThatThrownBy(() -> AccrualOrders.accrued(unpriced, List.of()))
                .isInstanceOf(Invalid.class)
                .hasMessage("no price is known for 300 kWh of Alpha: give its purchases and sales by hand");
        assertThat(AccrualOrders.accrued(unpriced, List.of(byHand(ALPHA, "EUR"))))
                .hasSize(1);
    }

    @Test
    void takesNoAmountsForAShipperWithoutAnEstimateNorTwice() {
        List<EstimatedShipper> estimated = List.of(estimated(ALPHA, "100.00", "EUR", 0));

        assertThatThrownBy(() -> AccrualOrders.accrued(estimated, List.of(byHand(BETA, "EUR"))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no estimate of beta");
        assertThatThrownBy(() -> AccrualOrders.accrued(estimated, List.of(byHand(ALPHA, "EUR"), byHand(ALPHA, "EUR"))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("given once");
    }

    @Test
    void takesNoAmountsInAnotherCurrency() {
        assertThatThrownBy(() -> AccrualOrders.accrued(
                        List.of(estimated(ALPHA, "100.00", "EUR", 0)), List.of(byHand(ALPHA, "USD"))))
                .isInstanceOf(Invalid.class)
                .hasMessage("the figures of alpha are in EUR");
    }

    @Test
    void refusesAnEstimateInTwoCurrencies() {
        assertThatThrownBy(() -> AccrualOrders.accrued(
                        List.of(estimated(ALPHA, "100.00", "EUR", 0), estimated(ALPHA, "9.00", "USD", 0)), List.of()))
                .isInstanceOf(Invalid.class)
                .hasMessage("a journal is in one currency, the estimate is in EUR and USD");
    }

    private static EstimatedShipper estimated(ShipperId shipper, String amount, String currency, long unpriced) {
        return new EstimatedShipper(shipper, "Alpha", totals(amount, currency), 20, 11, Energy.ofKwh(unpriced));
    }

    private static AccrualTotals accrued(String amount, String currency) {
        return AccrualTotals.of(totals(amount, currency));
    }

    private static StatementTotals totals(String amount, String currency) {
        return new StatementTotals(
                Energy.ofKwh(1_000),
                BigDecimal.ONE,
                money(amount, currency),
                Energy.ofKwh(2_000),
                BigDecimal.TWO,
                money(amount, currency));
    }

    private static ByHand byHand(ShipperId shipper, String currency) {
        return new ByHand(shipper, money("70.10", currency), money("80.20", currency), "the last week was cold");
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
