package io.tallybook.standards.iso5167;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.iso5167.Iso5167.Conditions;
import io.tallybook.standards.iso5167.Iso5167.Plate;
import io.tallybook.standards.iso5167.Iso5167.Tappings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Iso5167Test {
    static List<Vectors.Row> cases() {
        return Vectors.rows("iso5167_cases");
    }

    private static Tappings tappings(Vectors.Row row) {
        return switch (row.text("taps")) {
            case "corner", "" -> Tappings.CORNER;
            case "D_D2" -> Tappings.D_AND_D_2;
            case "flange" -> Tappings.FLANGE;
            default -> throw new AssertionError(row.text("taps"));
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meetsThePublishedCases(Vectors.Row row) {
        Plate plate = new Plate(row.number("d_m"), row.number("D_m"), tappings(row));
        double actual = switch (row.text("what")) {
            case "epsilon" -> Iso5167.expansibility(plate.beta(), row.number("P1"), row.number("P2"), row.number("k"));
            case "C" ->
                Iso5167.dischargeCoefficient(
                        plate, 4 * row.number("m_kg_s") / (Math.PI * row.number("mu") * row.number("D_m")));
            case "m_kg_s" ->
                Iso5167.flow(
                                plate,
                                new Conditions(
                                        row.number("P1"),
                                        row.number("P2"),
                                        row.number("k"),
                                        row.number("rho"),
                                        row.number("mu")))
                        .massFlowKgPerS();
            default -> Iso5167.massFlow(plate, 0.5988, 0.9975, row.number("P1") - row.number("P2"), row.number("rho"));
        };
        near(row.text("what"), actual, row.number("expected"), 1e-9);
    }

    private static final Plate PLATE = new Plate(0.05, 0.1, Tappings.FLANGE);

    private static Conditions gas(double p1, double p2) {
        return new Conditions(p1, p2, 1.3, 8.0, 1.1e-5);
    }

    @Test
    void carriesEveryStepOfTheWay() {
        OrificePlateFlow flow = Iso5167.flow(PLATE, gas(1e6, 0.98e6));
        near("beta", flow.beta(), 0.5, 1e-15);
        near("E", flow.velocityOfApproach(), 1 / Math.sqrt(0.9375), 1e-14);
        double epsilon = 1 - (0.351 + 0.256 / 16 + 0.93 / 256) * (1 - Math.pow(0.98, 1 / 1.3));
        near("epsilon", flow.expansibilityFactor(), epsilon, 1e-14);
        near("C", flow.dischargeCoefficient(), Iso5167.dischargeCoefficient(PLATE, flow.pipeReynolds()), 1e-13);
        near("Re", flow.pipeReynolds(), 4 * flow.massFlowKgPerS() / (Math.PI * 1.1e-5 * 0.1), 1e-13);
        near("qV", flow.volumeFlowM3PerS() * 8, flow.massFlowKgPerS(), 1e-13);
        double mass = flow.dischargeCoefficient()
                * flow.velocityOfApproach()
                * epsilon
                * Math.PI
                / 4
                * 0.0025
                * Math.sqrt(2 * 20_000 * 8);
        near("qm", flow.massFlowKgPerS(), mass, 1e-13);
        assertThat(flow.iterations()).isBetween(2, 20);
        assertThat(flow.flags()).isEmpty();
        assertThat(flow.standard().name()).isEqualTo("iso5167");
    }

    @Test
    void theCoefficientIsThatOfEquation4() {
        double re = 2e5;
        double a = Math.pow(19_000 * 0.5 / re, 0.8);
        double l = 0.254;
        double m2 = 2 * l / 0.5;
        double expected = 0.5961
                + 0.0261 * 0.25
                - 0.216 / 256
                + 0.000521 * Math.pow(1e6 * 0.5 / re, 0.7)
                + (0.0188 + 0.0063 * a) * Math.pow(0.5, 3.5) * Math.pow(1e6 / re, 0.3)
                + (0.043 + 0.080 * Math.exp(-10 * l) - 0.123 * Math.exp(-7 * l)) * (1 - 0.11 * a) * 0.0625 / 0.9375
                - 0.031 * (m2 - 0.8 * Math.pow(m2, 1.1)) * Math.pow(0.5, 1.3);
        near("C", Iso5167.dischargeCoefficient(PLATE, re), expected, 1e-13);
    }

    @Test
    void aSmallPipeAddsItsTerm() {
        double at = Iso5167.dischargeCoefficient(new Plate(0.0355, 0.071, Tappings.CORNER), 1e5);
        double wide = Iso5167.dischargeCoefficient(new Plate(0.0356, 0.0712, Tappings.CORNER), 1e5);
        near("term", at - wide, 0.011 * 0.25 * (2.8 - 71 / 25.4), 1e-9);
    }

    @Test
    void aLiquidDoesNotExpandAndNoDifferenceIsNoFlow() {
        Conditions liquid = new Conditions(1e6, 0.5e6, null, 999, 1e-3);
        assertThat(Iso5167.flow(PLATE, liquid).expansibilityFactor()).isEqualTo(1);
        OrificePlateFlow none = Iso5167.flow(PLATE, gas(1e6, 1e6));
        assertThat(none.massFlowKgPerS()).isZero();
        assertThat(none.expansibilityFactor()).isEqualTo(1);
        assertThat(none.flags()).isEmpty();
    }

    @Test
    void refusesADropTheExpansibilityIsNotKnownFor() {
        assertThat(Iso5167.flow(PLATE, gas(1e6, 0.75e6)).expansibilityFactor()).isLessThan(1);
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Iso5167.flow(PLATE, gas(1e6, 0.7499e6)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("downstreamPa"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.012, 0.1, CORNER, 0.98e6, GEOMETRY_OUTSIDE_RANGE",
        "0.02, 0.049, CORNER, 0.98e6, GEOMETRY_OUTSIDE_RANGE",
        "0.5, 1.01, CORNER, 0.98e6, GEOMETRY_OUTSIDE_RANGE",
        "0.076, 0.1, CORNER, 0.98e6, GEOMETRY_OUTSIDE_RANGE",
        "0.05, 0.51, CORNER, 0.98e6, GEOMETRY_OUTSIDE_RANGE",
        "0.05, 0.1, CORNER, 0.99999999e6, REYNOLDS_OUTSIDE_RANGE"
    })
    void flagsWhatLiesOutsideTheLimitsOfUse(double bore, double pipe, Tappings taps, double p2, Flag flag) {
        assertThat(Iso5167.flow(new Plate(bore, pipe, taps), gas(1e6, p2)).flags())
                .containsExactly(flag);
    }

    @ParameterizedTest
    @CsvSource({
        "0.056, 0.1, CORNER, 4999, 5001", // β ≤ 0.56
        "0.07, 0.1, CORNER, 7839, 7841", // 16000 β²
        "0.05, 0.1, FLANGE, 4999, 5001",
        "0.35, 0.5, FLANGE, 41649, 41651" // 170 β² D
    })
    void theLowestReynoldsNumberGoesByTapsAndBeta(double bore, double pipe, Tappings taps, double below, double above) {
        assertThat(Iso5167.flags(new Plate(bore, pipe, taps), below)).containsExactly(Flag.REYNOLDS_OUTSIDE_RANGE);
        assertThat(Iso5167.flags(new Plate(bore, pipe, taps), above)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1, boreM", "0.1, 0.1, boreM", "NaN, 0.1, boreM", "0.1, -1, pipeM"})
    void refusesAnImpossibleBeta(double bore, double pipe, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Plate(bore, pipe, Tappings.CORNER))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "1e5, 1.01e5, 1.3, 1, 1, downstreamPa",
        "0, 1, 1.3, 1, 1, upstreamPa",
        "1e5, NaN, 1.3, 1, 1, downstreamPa",
        "1e5, 1e5, 1, 1, 1, isentropicExponent",
        "1e5, 1e5, Infinity, 1, 1, isentropicExponent",
        "1e5, 1e5, 1.3, 0, 1, densityKgPerM3",
        "1e5, 1e5, 1.3, 1, 0, viscosityPaS"
    })
    void refusesConditionsThatAreNone(double p1, double p2, double k, double rho, double mu, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Conditions(p1, p2, k, rho, mu))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @Test
    void refusesAReynoldsNumberThatIsNone() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Iso5167.dischargeCoefficient(PLATE, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.0125, 0.125, 5000", "0.0375, 0.05, 9000", "0.5, 1, 5000", "0.25, 1, 5000"})
    void theLimitsOfUseAreWithinThem(double bore, double pipe, double reynolds) {
        assertThat(Iso5167.flags(new Plate(bore, pipe, Tappings.CORNER), reynolds))
                .isEmpty();
    }
}
