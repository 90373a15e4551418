package io.tallybook.standards.aga3;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DischargeCoefficientTest {
    @Test
    void theCoefficientSolvesTheEquationAsPart1PrintsIt() {
        double b = 0.66;
        double re = 1_500_000;
        double a = Math.pow(19_000 * b / re, 0.8);
        double c = Math.pow(1e6 / re, 0.35);
        double l = 1 / 4.02638;
        double m2 = 2 * l / (1 - b);
        double big = Math.pow(b, 4) / (1 - Math.pow(b, 4));
        double expected = 0.5961
                + 0.0291 * b * b
                - 0.2290 * Math.pow(b, 8)
                + (0.0433 + 0.0712 * Math.exp(-8.5 * l) - 0.1145 * Math.exp(-6 * l)) * (1 - 0.23 * a) * big
                - 0.0116 * (m2 - 0.52 * Math.pow(m2, 1.3)) * Math.pow(b, 1.1) * (1 - 0.14 * a)
                + 0.000511 * Math.pow(1e6 * b / re, 0.7)
                + (0.0210 + 0.0049 * a) * Math.pow(b, 4) * c;
        near("Cd", DischargeCoefficient.of(b, 4.02638).at(4000 / re), expected, 1e-13);
    }

    @Test
    void aSmallPipeAddsItsTerm() {
        double large = DischargeCoefficient.of(0.5, 2.8).cd0();
        double small = DischargeCoefficient.of(0.5, 1.8).cd0();
        double without = DischargeCoefficient.of(0.5, 1.8).cd0() - 0.003 * 0.5 * 1.0;
        assertThat(small).isGreaterThan(without);
        double l = 1 / 1.8;
        double m2 = 4 * l;
        double big = 0.0625 / 0.9375;
        near(
                "Cd0",
                small,
                0.5961
                        + 0.0291 / 4
                        - 0.229 / 256
                        + 0.003 * 0.5
                        + (0.0433 + 0.0712 * Math.exp(-8.5 * l) - 0.1145 * Math.exp(-6 * l)) * big
                        - 0.0116 * (m2 - 0.52 * Math.pow(m2, 1.3)) * Math.pow(0.5, 1.1),
                1e-12);
        assertThat(large).isLessThan(0.61);
    }

    @Test
    void theBranchesOfLowAndHighReynoldsNumbersMeet() {
        DischargeCoefficient c = DischargeCoefficient.of(0.6, 4);
        double x = 1.142139337256165;
        near("Cd", c.at(Math.nextDown(x)), c.at(x), 1e-9);
        assertThat(c.at(20)).isGreaterThan(c.at(2));
        DischargeCoefficient.Solved low = c.solve(5);
        near("Cd", low.cd(), c.at(low.x()), 1e-11);
        near("x", low.x() * low.cd(), 5, 1e-12);
        assertThat(low.iterations()).isLessThan(12);
    }
}
