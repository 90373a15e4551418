package io.tallybook.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void leavesAnOrdinaryProductAlone() {
        assertThat(Rounding.of("A1*B1", new BigDecimal("216697.2262483"), 6)).isEqualTo("ROUND(A1*B1,6)");
        assertThat(Rounding.of("A1*B1", BigDecimal.ZERO, 6)).isEqualTo("ROUND(A1*B1,6)");
    }

    @Test
    void holdsAProductOnTheUpperSideOfTheEdge() {
        assertThat(Rounding.of("A1", new BigDecimal("216697.2262485"), 6)).isEqualTo("ROUND(A1+0.00000001,6)");
        assertThat(Rounding.of("A1", new BigDecimal("-0.125"), 2)).isEqualTo("ROUND(A1-0.00000000000001,2)");
    }

    @Test
    void holdsAProductOnTheLowerSideOfTheEdge() {
        assertThat(Rounding.of("A1", new BigDecimal("216697.2262484999999"), 6)).isEqualTo("ROUND(A1-0.00000001,6)");
    }
}
