package io.tallybook.messages.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceThresholdTest {
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final AreaId NORTH = new AreaId("north");

    /** Absolute AND, OR percent, each alone, at the bound and one below; of a base of nothing any share is reached. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    money, percent, both,  difference, base,   reached
                    5000,  5,       true,  5000,       100000, true
                    5000,  5,       true,  -5000,      100000, true
                    5000,  5,       true,  4999.99,    100000, false
                    5000,  5,       true,  5000,       100001, false
                    5000,  5,       true,  4999.99,    1000,   false
                    5000,  5,       false, 5000,       999999, true
                    5000,  5,       false, 50,         1000,   true
                    5000,  5,       false, 49.99,      1000,   false
                    5000,  ,        true,  5000,       999999, true
                    5000,  ,        true,  4999.99,    1,      false
                    ,      5,       true,  5,          -100,   true
                    ,      5,       true,  4.99,       -100,   false
                    5000,  5,       true,  5000,       0,      true
                    ,      5,       false, 0.01,       0,      true
                    ,      0,       false, 0,          0,      false
                    0,     ,        true,  0.01,       100,    true
                    ,      ,        true,  9999999,    1,      false
                    """, useHeadersInDisplayName = true)
    void isReachedByWhatItsLimitsSayTogether(
            @Nullable BigDecimal money,
            @Nullable BigDecimal percent,
            boolean both,
            BigDecimal difference,
            BigDecimal base,
            boolean reached) {
        VarianceThreshold threshold = new VarianceThreshold(OCTOBER, ThresholdScope.ALL, money, percent, both);

        assertThat(threshold.isReachedBy(difference, base)).isEqualTo(reached);
    }

    @Test
    void anAccountGoesBeforeAnAreaAndAnAreaBeforeAll() {
        VarianceThreshold all = limit(ThresholdScope.ALL, "1");
        VarianceThreshold north = limit(ThresholdScope.of(NORTH), "2");
        VarianceThreshold sales = limit(ThresholdScope.of(Direction.DELIVERY), "3");
        List<VarianceThreshold> limits = List.of(sales, all, north);

        assertThat(VarianceThreshold.inForce(limits, OCTOBER, NORTH, Direction.DELIVERY))
                .isEqualTo(sales);
        assertThat(VarianceThreshold.inForce(limits, OCTOBER, NORTH, Direction.RECEIPT))
                .isEqualTo(north);
        assertThat(VarianceThreshold.inForce(limits, OCTOBER, new AreaId("south"), Direction.RECEIPT))
                .isEqualTo(all);
        assertThat(VarianceThreshold.inForce(List.of(), OCTOBER, NORTH, Direction.RECEIPT))
                .isEqualTo(VarianceThreshold.standard(OCTOBER));
    }

    @Test
    void aMonthOf31DaysIsComparedWithOneOf30PerDay() {
        LineAmounts september = amounts("3000", "300.00");

        Variance variance = Variance.of(OCTOBER, VarianceBasis.PRIOR_MONTH, amounts("3100", "310.00"), september);

        assertThat(variance.base()).isEqualTo(amounts("3100", "310.00"));
        assertThat(variance.total()).isEqualTo(new Money(new BigDecimal("0.00"), "USD"));
        assertThat(variance.breaches(new VarianceThreshold(OCTOBER, ThresholdScope.ALL, null, BigDecimal.ZERO, true)))
                .isFalse();
        // February of a leap year beside one that is none
        assertThat(Variance.of(
                                new AccountingPeriod("2024-02"),
                                VarianceBasis.SAME_MONTH_LAST_YEAR,
                                amounts("2900", "290.00"),
                                amounts("2800", "280.00"))
                        .total()
                        .amount())
                .isEqualByComparingTo("0");
    }

    @Test
    void aScopeIsAllAnAreaOrAnAccountOfAStatement() {
        assertThatThrownBy(() -> new ThresholdScope("somewhere")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ThresholdScope("account:PAYABLE")).isInstanceOf(Invalid.class);
        assertThat(ThresholdScope.of(Direction.RECEIPT).value()).isEqualTo("account:GAS_PURCHASES");
    }

    private static VarianceThreshold limit(ThresholdScope scope, String percent) {
        return new VarianceThreshold(OCTOBER, scope, null, new BigDecimal(percent), true);
    }

    private static LineAmounts amounts(String kwh, String money) {
        return new LineAmounts(new Energy(new BigDecimal(kwh)), new Money(new BigDecimal(money), "USD"), null);
    }
}
