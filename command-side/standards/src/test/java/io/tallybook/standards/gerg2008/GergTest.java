package io.tallybook.standards.gerg2008;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.Flag;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.gas.Composition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GergTest {
    private static final Composition METHANE = pure("methane");

    private static Composition pure(String component) {
        return Composition.of(Gerg2008.components(), Map.of(component, 1.0));
    }

    private static GergState at(Composition gas, double kelvin, double kpa) {
        return Gerg2008.at(gas, new Temperature(kelvin), new Pressure(kpa));
    }

    @Test
    void aPureGasIsReducedByItsCriticalPoint() {
        GergState state = at(METHANE, 300, 1000);
        near("Tr", state.reducingTemperatureK(), 190.564, 1e-14);
        near("rho r", state.reducingDensityMolPerDm3(), 10.139342719, 1e-14);
        near("tau", state.inverseReducedTemperature(), 190.564 / 300, 1e-14);
        near("delta", state.reducedDensity(), state.properties().molarDensityMolPerDm3() / 10.139342719, 1e-14);
        assertThat(state.gasConstantJPerMolK()).isEqualTo(8.314472);
        assertThat(state.temperatureK()).isEqualTo(300);
        assertThat(state.rawSum()).isEqualTo(1);
        assertThat(state.iterations()).isPositive();
        assertThat(state.flags()).isEmpty();
        assertThat(state.standard()).isSameAs(Gerg2008.STANDARD);
    }

    @Test
    void theReducingFunctionsAreOfBothComponentsOfAPair() {
        GergState state = at(Composition.of(Gerg2008.components(), Map.of("methane", 0.6, "nitrogen", 0.4)), 300, 1000);
        double bv = 0.998721377;
        double gv = 1.013950311;
        double bt = 0.99809883;
        double gt = 0.979273013;
        double volume = 0.36 / 10.139342719
                + 0.16 / 11.1839
                + 2
                        * 0.24
                        * bv
                        * gv
                        / (bv * bv * 0.6 + 0.4)
                        / 8
                        * Math.pow(Math.pow(10.139342719, -1 / 3.0) + Math.pow(11.1839, -1 / 3.0), 3);
        double temperature = 0.36 * 190.564
                + 0.16 * 126.192
                + 2 * 0.24 * bt * gt / (bt * bt * 0.6 + 0.4) * Math.sqrt(190.564 * 126.192);
        near("rho r", state.reducingDensityMolPerDm3(), 1 / volume, 1e-13);
        near("Tr", state.reducingTemperatureK(), temperature, 1e-13);
        near("M", state.properties().molarMassGPerMol(), 0.6 * 16.04246 + 0.4 * 28.0134, 1e-14);
    }

    @Test
    void theSecondVirialCoefficientIsTheSlopeOfZ() {
        for (String gas : new String[] {"GulfCoast", "App2_Gas1", "App2_Gas4", "App2_Gas5"}) {
            GergState thin = Gerg2008.atDensity(Vectors.gas(gas), new Temperature(330), 1e-6);
            near(gas, thin.secondVirialDm3PerMol(), (thin.properties().z() - 1) / 1e-6, 1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"59.9, 1, temperature", "700.1, 1000, temperature", "300, 70001, pressure"})
    void refusesOutsideTheExtendedRange(double kelvin, double kpa, String field) {
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> at(METHANE, kelvin, kpa))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Gerg2008.compressibility(METHANE, new Temperature(kelvin), new Pressure(kpa)));
    }

    @ParameterizedTest
    @CsvSource({
        "450, 35000, true",
        "90, 1, true",
        "450.1, 100, false",
        "89.9, 1, false",
        "300, 35001, false",
        "700, 70000, false",
        "60, 0.001, false"
    })
    void flagsOutsideTheNormalRange(double kelvin, double kpa, boolean normal) {
        assertThat(at(METHANE, kelvin, kpa).flags().contains(Flag.OUTSIDE_NORMAL_RANGE))
                .isEqualTo(!normal);
    }

    @ParameterizedTest
    @CsvSource({"59, 0.0001", "701, 1", "600, 40"})
    void flagsAStateByDensityOutsideTheExtendedRange(double kelvin, double density) {
        assertThat(Gerg2008.atDensity(METHANE, new Temperature(kelvin), density).flags())
                .containsExactly(Flag.OUTSIDE_EXPANDED_RANGE);
    }

    @Test
    void belowSaturationItIsTheGasAndAboveItTheLiquid() {
        // propane at 280 K boils at 0.582 MPa
        GergState gas = at(pure("propane"), 280, 560);
        GergState liquid = at(pure("propane"), 280, 600);
        assertThat(gas.properties().z()).isBetween(0.8, 0.95);
        assertThat(gas.flags()).isEmpty();
        assertThat(liquid.properties().massDensityKgPerM3()).isBetween(510.0, 530.0);
        assertThat(liquid.flags()).containsExactly(Flag.LIQUID_LIKE_DENSITY);
        assertThat(Gerg2008.compressibility(pure("propane"), new Temperature(280), new Pressure(600))
                        .flags())
                .containsExactly(Flag.LIQUID_LIKE_DENSITY);
        near("P", liquid.properties().pressureKpa(), 600, 1e-9);
    }

    @Test
    void betweenThemNoStateIsStable() {
        GergState between = Gerg2008.atDensity(pure("propane"), new Temperature(280), 2);
        assertThat(between.flags()).contains(Flag.MECHANICALLY_UNSTABLE);
        assertThat(between.properties().unstable()).isTrue();
    }

    @Test
    void flagsNormalising() {
        Composition off = Composition.of(Gerg2008.components(), Map.of("methane", 1.005));
        assertThat(at(off, 300, 100).flags()).containsExactly(Flag.COMPOSITION_NORMALISED);
    }
}
