package io.tallybook.standards.aga3;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.aga3.Orifice.Material;
import io.tallybook.standards.aga3.OrificeConditions.Expansion;
import io.tallybook.standards.aga3.OrificeConditions.Tap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Aga3Test {
    private static final Orifice METER =
            Orifice.of(2.66406, 4.02638, Material.STAINLESS_304_316, Material.CARBON_STEEL);

    static List<Vectors.Row> cases() {
        return Vectors.rows("aga3_part4_cases");
    }

    static List<Vectors.Row> solved() {
        return cases().stream().filter(row -> row.has("ind_Cd")).toList();
    }

    private static OrificeFlow flow(Vectors.Row row) {
        return Aga3.flow(
                Orifice.of(row.number("d_in"), row.number("D_in"), Material.STAINLESS_304_316, Material.CARBON_STEEL),
                new OrificeConditions(
                        Temperature.of(row.number("T_F"), Temperature.Unit.F),
                        Pressure.of(row.number("P_psia"), Pressure.Unit.PSIA),
                        Tap.UPSTREAM,
                        row.number("dP_inH2O"),
                        row.has("k") ? row.number("k") : null,
                        Expansion.BUCKINGHAM,
                        row.number("mu_cP"),
                        row.number("rho_f_lbft3"),
                        row.number("rho_b_lbft3")));
    }

    private static OrificeConditions at(double psia, Tap tap, double hw, @Nullable Double k, Expansion expansion) {
        return new OrificeConditions(
                Temperature.of(68, Temperature.Unit.F),
                Pressure.of(psia, Pressure.Unit.PSIA),
                tap,
                hw,
                k,
                expansion,
                0.0103,
                2.0466,
                0.0462);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meetsTheProgramOfPart4(Vectors.Row row) {
        OrificeFlow flow = flow(row);
        near("beta", flow.beta(), row.number("beta"), 2e-5);
        near("Ev", flow.velocityOfApproach(), row.number("Ev"), 2e-5);
        near("Cd0", flow.infiniteDischargeCoefficient(), row.number("Cd0"), 2e-5);
        near("Y", flow.expansionFactor(), row.number("Y"), 2e-5);
        near("Cd", flow.dischargeCoefficient(), row.number("Cd_FT"), 2e-5);
        near("qm", flow.massFlowLbPerH(), row.number("qm_lbm_hr"), 2e-5);
        near("qv", flow.flowingVolumeFt3PerH(), row.number("qv_ft3_hr"), 2e-5);
        near("qb", flow.baseVolumeFt3PerH(), row.number("qb_ft3_hr"), 2e-5);
    }

    @ParameterizedTest
    @MethodSource("solved")
    void meetsTheIndependentSolution(Vectors.Row row) {
        OrificeFlow flow = flow(row);
        near("Cd", flow.dischargeCoefficient(), row.number("ind_Cd"), 1e-9);
        near("qm", flow.massFlowLbPerH(), row.number("ind_qm"), 1e-6);
        near("qv", flow.flowingVolumeFt3PerH(), row.number("ind_qv"), 1e-6);
        near("qb", flow.baseVolumeFt3PerH(), row.number("ind_qb"), 1e-6);
    }

    @Test
    void carriesEveryStepOfTheWay() {
        OrificeFlow flow = Aga3.flow(METER, at(200, Tap.UPSTREAM, 50, 1.3, Expansion.BUCKINGHAM));
        near("d", flow.boreIn(), 2.66406, 1e-12);
        near("D", flow.pipeIn(), 4.02638, 1e-12);
        near("beta", flow.beta(), 2.66406 / 4.02638, 1e-12);
        double beta4 = Math.pow(flow.beta(), 4);
        near("Ev", flow.velocityOfApproach(), 1 / Math.sqrt(1 - beta4), 1e-12);
        near("Pf1", flow.upstreamPressurePsia(), 200, 1e-12);
        near("x1", flow.pressureRatio(), 50 / (27.707 * 200), 1e-12);
        near("Y", flow.expansionFactor(), 1 - (0.41 + 0.35 * beta4) * flow.pressureRatio() / 1.3, 1e-12);
        near("extension", flow.extension(), Math.sqrt(50 * 200), 1e-12);
        near("C'", flow.coefficient() * flow.extension(), flow.baseVolumeFt3PerH(), 1e-12);
        near("qb", flow.baseVolumeFt3PerH() * 0.0462, flow.massFlowLbPerH(), 1e-12);
        near("qv", flow.flowingVolumeFt3PerH() * 2.0466, flow.massFlowLbPerH(), 1e-12);
        near("Re", flow.pipeReynolds(), 6.31600 * flow.massFlowLbPerH() / (0.0103 * 4.02638), 1e-4);
        double mass = 323.279
                * Math.PI
                / 4
                * flow.velocityOfApproach()
                * 2.66406
                * 2.66406
                * flow.dischargeCoefficient()
                * flow.expansionFactor()
                * Math.sqrt(2 * 2.0466 * 50);
        near("qm", flow.massFlowLbPerH(), mass, 1e-12);
        assertThat(flow.iterations()).isBetween(1, 10);
        assertThat(flow.flags()).isEmpty();
        assertThat(flow.standard().name()).isEqualTo("aga3");
    }

    @Test
    void aWarmerPlateIsWider() {
        OrificeConditions warm = new OrificeConditions(
                Temperature.of(168, Temperature.Unit.F),
                Pressure.of(200, Pressure.Unit.PSIA),
                Tap.UPSTREAM,
                50,
                1.3,
                Expansion.BUCKINGHAM,
                0.0103,
                2.0466,
                0.0462);
        OrificeFlow flow = Aga3.flow(METER, warm);
        near("d", flow.boreIn(), 2.66406 * (1 + 9.25e-6 * 100), 1e-12);
        near("D", flow.pipeIn(), 4.02638 * (1 + 6.20e-6 * 100), 1e-12);
        assertThat(Material.MONEL.expansionPerF()).isEqualTo(7.95e-6);
    }

    @Test
    void theNewerExpansionFactorGoesByItsOwnEquation() {
        OrificeFlow flow = Aga3.flow(METER, at(200, Tap.UPSTREAM, 500, 1.3, Expansion.MORROW));
        double b4 = Math.pow(flow.beta(), 4);
        double x1 = 500 / 27.707 / 200;
        double expected = 1 - (0.3625 + 0.1027 * b4 + 1.132 * b4 * b4) * (1 - Math.pow(1 - x1, 1 / 1.3));
        near("Y", flow.expansionFactor(), expected, 1e-12);
        assertThat(flow.expansionFactor())
                .isNotEqualTo(Aga3.flow(METER, at(200, Tap.UPSTREAM, 500, 1.3, Expansion.BUCKINGHAM))
                        .expansionFactor());
    }

    @Test
    void aDownstreamTapIsBelowTheUpstreamByTheDrop() {
        OrificeFlow flow = Aga3.flow(METER, at(200, Tap.DOWNSTREAM, 100, 1.3, Expansion.BUCKINGHAM));
        near("Pf1", flow.upstreamPressurePsia(), 200 + 100 / 27.707, 1e-12);
        near("x1", flow.pressureRatio(), 100 / 27.707 / flow.upstreamPressurePsia(), 1e-12);
        near("extension", flow.extension(), Math.sqrt(100 * flow.upstreamPressurePsia()), 1e-12);
    }

    @Test
    void noDifferenceNoFlow() {
        OrificeFlow flow = Aga3.flow(METER, at(200, Tap.UPSTREAM, 0, 1.3, Expansion.BUCKINGHAM));
        assertThat(flow.massFlowLbPerH()).isZero();
        assertThat(flow.baseVolumeFt3PerH()).isZero();
        assertThat(flow.coefficient()).isZero();
        assertThat(flow.expansionFactor()).isEqualTo(1);
        assertThat(flow.infiniteDischargeCoefficient()).isBetween(0.59, 0.62);
        assertThat(flow.flags()).isEmpty();
    }

    @Test
    void moreDifferenceMoreFlowAndAveragesMoreThanTheAverageExtension() {
        double last = 0;
        for (double hw = 1; hw < 200; hw += 10) {
            double mass = Aga3.flow(METER, at(200, Tap.UPSTREAM, hw, 1.3, Expansion.BUCKINGHAM))
                    .massFlowLbPerH();
            assertThat(mass).isGreaterThan(last);
            last = mass;
        }
        double low = Aga3.flow(METER, at(200, Tap.UPSTREAM, 20, 1.3, Expansion.BUCKINGHAM))
                .extension();
        double high = Aga3.flow(METER, at(200, Tap.UPSTREAM, 180, 1.3, Expansion.BUCKINGHAM))
                .extension();
        double ofAverages = Aga3.flow(METER, at(200, Tap.UPSTREAM, 100, 1.3, Expansion.BUCKINGHAM))
                .extension();
        assertThat((low + high) / 2).isLessThan(ofAverages);
    }

    @Test
    void refusesAPressureRatioBeyondTheExpansionFactor() {
        double limit = 0.2499999 * 27.707 * 200;
        assertThat(Aga3.flow(METER, at(200, Tap.UPSTREAM, limit, 1.3, Expansion.BUCKINGHAM))
                        .expansionFactor())
                .isLessThan(1);
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Aga3.flow(METER, at(200, Tap.UPSTREAM, limit * 1.000001, 1.3, Expansion.BUCKINGHAM)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("differentialInH2o"));
        assertThat(Aga3.flow(METER, at(14.7, Tap.UPSTREAM, limit, null, Expansion.BUCKINGHAM))
                        .expansionFactor())
                .as("a liquid does not expand")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, boreIn",
        "4, 4, boreIn",
        "5, 4, boreIn",
        "-1, 4, boreIn",
        "NaN, 4, boreIn",
        "2, 0, pipeIn",
        "2, Infinity, pipeIn"
    })
    void refusesAnImpossibleBeta(double bore, double pipe, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Orifice.of(bore, pipe, Material.MONEL, Material.MONEL))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @Test
    void refusesAnExpansionThatIsNone() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Orifice(2, 4, -1e-6, 0));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Orifice(2, 4, 0, Double.NaN));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Aga3.flow(
                        new Orifice(3.9999999, 4, 1e-2, 0),
                        new OrificeConditions(
                                Temperature.of(120, Temperature.Unit.F),
                                new Pressure(1000),
                                Tap.UPSTREAM,
                                1,
                                1.3,
                                Expansion.MORROW,
                                0.01,
                                1,
                                0.05)));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1.3, 0.01, 2, 0.05, differentialInH2o",
        "NaN, 1.3, 0.01, 2, 0.05, differentialInH2o",
        "1, 1, 0.01, 2, 0.05, isentropicExponent",
        "1, NaN, 0.01, 2, 0.05, isentropicExponent",
        "1, 1.3, 0, 2, 0.05, viscosityCp",
        "1, 1.3, 0.01, 0, 0.05, flowingDensityLbPerFt3",
        "1, 1.3, 0.01, 2, -0.05, baseDensityLbPerFt3"
    })
    void refusesConditionsThatAreNone(double hw, double k, double mu, double flowing, double base, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new OrificeConditions(
                        new Temperature(300),
                        new Pressure(1000),
                        Tap.UPSTREAM,
                        hw,
                        k,
                        Expansion.MORROW,
                        mu,
                        flowing,
                        base))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4, 4", "3.1, 4", "0.9, 1.6", "0.44, 2"})
    void flagsAGeometryOutsideTheTests(String geometry) {
        String[] in = geometry.split(", ");
        Orifice orifice =
                Orifice.of(Double.parseDouble(in[0]), Double.parseDouble(in[1]), Material.MONEL, Material.MONEL);
        assertThat(Aga3.flow(orifice, at(200, Tap.UPSTREAM, 50, 1.3, Expansion.MORROW))
                        .flags())
                .containsExactly(Flag.GEOMETRY_OUTSIDE_RANGE);
    }

    @Test
    void flagsALowReynoldsNumber() {
        OrificeFlow flow = flow(cases().get(1));
        assertThat(flow.pipeReynolds()).isLessThan(4000);
        assertThat(flow.flags()).containsExactly(Flag.REYNOLDS_OUTSIDE_RANGE);
    }

    @Test
    void gasDensityGoesByTheRealGasLaw() {
        double density = Aga3.gasDensity(
                Pressure.of(500, Pressure.Unit.PSIA), Temperature.of(60, Temperature.Unit.F), 0.92, 0.6);
        near("rho", density, 500 * 28.9625 * 0.6 / (0.92 * 10.7316 * 519.67), 1e-12);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Aga3.gasDensity(new Pressure(1), new Temperature(1), 0, 0.6));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Aga3.gasDensity(new Pressure(1), new Temperature(1), 1, Double.NaN));
    }

    @Test
    void theAtmosphereThinsWithElevation() {
        near("361 ft", Aga3.atmosphere(361).psia(), 14.54, 1e-12);
        near("5361 ft", Aga3.atmosphere(5361).psia(), 14.54 * 50_096 / 60_096, 1e-12);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Aga3.atmosphere(Double.NaN));
    }
}
