package io.tallybook.standards.aga8;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.Coefficients;
import io.tallybook.standards.Flag;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.gas.Composition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailTest {
    private static final Composition METHANE = pure("methane");

    private static Composition pure(String component) {
        return Composition.of(Detail.components(), Map.of(component, 1.0));
    }

    private static Composition methaneAnd(Object... others) {
        Map<String, Double> x = new LinkedHashMap<>();
        double rest = 1;
        for (int i = 0; i < others.length; i += 2) {
            double fraction = ((Number) others[i + 1]).doubleValue();
            x.put((String) others[i], fraction);
            rest -= fraction;
        }
        x.put("methane", rest);
        return Composition.of(Detail.components(), x);
    }

    private static DetailState at(Composition gas, double kelvin, double kpa) {
        return Detail.at(gas, new Temperature(kelvin), new Pressure(kpa));
    }

    @Test
    void aPureGasHasTheParametersOfItsComponent() {
        DetailState state = at(METHANE, 300, 1000);
        near("K3", state.sizeParameterCubedDm3PerMol(), Math.pow(0.4619255, 3), 1e-14);
        near("U", state.energyParameterK(), 151.3183, 1e-14);
        assertThat(state.orientationParameter()).isZero();
        assertThat(state.quadrupoleParameter()).isZero();
        assertThat(state.highTemperatureParameter()).isZero();
        near("M", state.properties().molarMassGPerMol(), 16.043, 1e-14);
        near("Dr", state.reducedDensity(), state.properties().molarDensityMolPerDm3() * Math.pow(0.4619255, 3), 1e-13);
        assertThat(state.gasConstantJPerMolK()).isEqualTo(8.31451);
        assertThat(state.temperatureK()).isEqualTo(300);
        assertThat(state.rawSum()).isEqualTo(1);
        assertThat(state.iterations()).isPositive();
        assertThat(state.standard()).isSameAs(Detail.STANDARD);
    }

    @Test
    void theMixturesParametersGoByTheCombiningRules() {
        DetailState state = at(methaneAnd("co2", 0.2, "hydrogen", 0.1), 300, 1000);
        double[] x = {0.7, 0.2, 0.1};
        double[] k = {0.4619255, 0.4557489, 0.3514916};
        double[] e = {151.3183, 241.9606, 26.95794};
        double[][] kij = {{1, 0.995933, 1.02326}, {0, 1, 1}, {0, 0, 1}};
        double[][] uij = {{1, 0.963827, 1.15639}, {0, 1, 1}, {0, 0, 1}};
        Map<String, String> methaneHydrogen = Coefficients.of("aga8_detail_binary").rows("aga8_detail_binary").stream()
                .filter(row -> "methane".equals(row.get("comp_i")) && "hydrogen".equals(row.get("comp_j")))
                .findFirst()
                .orElseThrow();
        kij[0][2] = Coefficients.number(methaneHydrogen, "Kij");
        uij[0][2] = Coefficients.number(methaneHydrogen, "Uij");
        Map<String, String> co2Hydrogen = Coefficients.of("aga8_detail_binary").rows("aga8_detail_binary").stream()
                .filter(row -> "co2".equals(row.get("comp_i")) && "hydrogen".equals(row.get("comp_j")))
                .findFirst()
                .orElseThrow();
        kij[1][2] = Coefficients.number(co2Hydrogen, "Kij");
        uij[1][2] = Coefficients.number(co2Hydrogen, "Uij");
        near("K3", state.sizeParameterCubedDm3PerMol(), Math.pow(fifth(x, k, kij), 0.6), 1e-13);
        near("U", state.energyParameterK(), Math.pow(fifth(x, e, uij), 0.2), 1e-13);
        near("Q", state.quadrupoleParameter(), 0.2 * 0.69, 1e-13);
        near("F", state.highTemperatureParameter(), 0.01, 1e-13);
        double pairs = 0.7 * 0.2 * (0.807653 - 1) * 0.189065
                + 0.2 * 0.1 * (Coefficients.number(co2Hydrogen, "Gij") - 1) * (0.189065 + 0.034369);
        double methanePair = 0.7 * 0.1 * (Coefficients.number(methaneHydrogen, "Gij") - 1) * 0.034369;
        near("G", state.orientationParameter(), 0.2 * 0.189065 + 0.1 * 0.034369 + pairs + methanePair, 1e-13);
    }

    private static double fifth(double[] x, double[] of, double[][] pair) {
        double sum = 0;
        double cross = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * Math.pow(of[i], 2.5);
            for (int j = i + 1; j < x.length; j++) {
                cross += 2 * x[i] * x[j] * (Math.pow(pair[i][j], 5) - 1) * Math.pow(of[i] * of[j], 2.5);
            }
        }
        return sum * sum + cross;
    }

    @Test
    void theSecondVirialCoefficientIsTheSlopeOfZ() {
        for (String component : new String[] {"methane", "water", "hydrogen", "hydrogen_sulfide", "co2", "helium"}) {
            DetailState thin = Detail.atDensity(pure(component), new Temperature(400), 1e-6);
            near(component, thin.secondVirialDm3PerMol(), (thin.properties().z() - 1) / 1e-6, 1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"144.2, 1000, temperature", "477.6, 1000, temperature", "300, 137896, pressure"})
    void refusesOutsideTheExpandedRange(double kelvin, double kpa, String field) {
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> at(METHANE, kelvin, kpa))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Detail.compressibility(METHANE, new Temperature(kelvin), new Pressure(kpa)));
    }

    @ParameterizedTest
    @CsvSource({
        "273.15, 8273.7, true",
        "327.59, 100, true",
        "273.1, 100, false",
        "327.7, 100, false",
        "300, 8274, false",
        "144.3, 100, false",
        "477.5, 137895, false"
    })
    void flagsOutsideTheNormalRange(double kelvin, double kpa, boolean normal) {
        assertThat(at(METHANE, kelvin, kpa).flags().contains(Flag.OUTSIDE_NORMAL_RANGE))
                .isEqualTo(!normal);
        assertThat(at(METHANE, kelvin, kpa).flags()).doesNotContain(Flag.OUTSIDE_EXPANDED_RANGE);
    }

    @ParameterizedTest
    @CsvSource({"140, 1", "480, 1", "470, 40"})
    void flagsAStateByDensityOutsideTheExpandedRange(double kelvin, double density) {
        assertThat(Detail.atDensity(METHANE, new Temperature(kelvin), density).flags())
                .containsExactly(Flag.OUTSIDE_EXPANDED_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "nitrogen, 0.5, 0.51, 2",
        "co2, 0.3, 0.31, 2",
        "ethane, 0.1, 0.11, 2",
        "propane, 0.04, 0.05, 0.13",
        "n_butane, 0.01, 0.011, 0.061",
        "isobutane, 0.01, 0.011, 0.061",
        "isopentane, 0.003, 0.0031, 0.041",
        "n_pentane, 0.003, 0.0031, 0.041",
        "n_hexane, 0.002, 0.0021, 2",
        "n_decane, 0.002, 0.0021, 2",
        "n_heptane, 0.002, 0.0021, 2",
        "n_octane, 0.002, 0.0021, 2",
        "n_nonane, 0.002, 0.0021, 2",
        "hydrogen, 0.1, 0.11, 2",
        "carbon_monoxide, 0.03, 2, 0.031",
        "water, 0.0005, 0.0006, 2",
        "hydrogen_sulfide, 0.0002, 0.0003, 2",
        "helium, 0.002, 0.0021, 0.031",
        "argon, 0, 0.001, 0.011",
        "oxygen, 0, 0.01, 0.22"
    })
    void flagsACompositionByItsShares(String component, double normal, double expanded, double beyond) {
        assertThat(at(methaneAnd(component, normal), 320, 100).flags()).isEmpty();
        if (expanded <= 1) {
            assertThat(at(methaneAnd(component, expanded), 320, 100).flags())
                    .containsExactly(Flag.COMPOSITION_OUTSIDE_NORMAL_RANGE);
        }
        if (beyond <= 1) {
            assertThat(at(methaneAnd(component, beyond), 320, 100).flags())
                    .containsExactly(Flag.COMPOSITION_OUTSIDE_EXPANDED_RANGE);
        }
    }

    @Test
    void flagsTooLittleMethaneIsomersTogetherAndNormalising() {
        assertThat(at(methaneAnd("nitrogen", 0.3, "co2", 0.2, "ethane", 0.1), 320, 100)
                        .flags())
                .containsExactly(Flag.COMPOSITION_OUTSIDE_NORMAL_RANGE);
        assertThat(at(methaneAnd("isobutane", 0.006, "n_butane", 0.006), 320, 100)
                        .flags())
                .containsExactly(Flag.COMPOSITION_OUTSIDE_NORMAL_RANGE);
        Composition off = Composition.of(Detail.components(), Map.of("methane", 0.995));
        assertThat(at(off, 320, 100).flags()).containsExactly(Flag.COMPOSITION_NORMALISED);
        assertThat(Detail.compressibility(off, new Temperature(320), new Pressure(100))
                        .flags())
                .containsExactly(Flag.COMPOSITION_NORMALISED);
    }

    @Test
    void whereThereIsNoGasItFails() {
        assertThatExceptionOfType(CalculationFailed.class)
                .isThrownBy(() -> at(pure("propane"), 280, 5000))
                .withMessageContaining("no gas")
                .satisfies(no -> assertThat(no.field()).isEqualTo("pressure"));
        assertThat(at(pure("propane"), 280, 300).properties().z()).isBetween(0.8, 1.0);
    }

    @Test
    void aDenseGasIsSolvedToo() {
        DetailState dense = at(METHANE, 250, 100_000);
        near("P", dense.properties().pressureKpa(), 100_000, 1e-12);
        assertThat(dense.reducedDensity()).isGreaterThan(1.5);
        assertThat(dense.flags()).containsExactly(Flag.OUTSIDE_NORMAL_RANGE);
    }

    @Test
    void aStateNoFluidCanBeInIsFlaggedAndHasNoSpeedOfSound() {
        Vectors.Row unstable = DetailVectorTest.points().stream()
                .filter(row -> row.number("nistC_detail_w") == 0)
                .findFirst()
                .orElseThrow();
        DetailState state = Detail.atDensity(
                Vectors.nist(unstable.text("composition_row")),
                new Temperature(unstable.number("T_K")),
                unstable.number("D_mol_per_l"));
        assertThat(state.flags()).contains(Flag.MECHANICALLY_UNSTABLE);
        assertThat(state.properties().speedOfSoundMPerS()).isZero();
    }

    @Test
    void aPressureBelowZeroIsOutsideAnyRange() {
        Vectors.Row below = DetailVectorTest.points().stream()
                .filter(row -> row.number("nistC_detail_P_MPa") < 0)
                .findFirst()
                .orElseThrow();
        Composition gas = Vectors.nist(below.text("composition_row"));
        DetailState state = Detail.atDensity(gas, new Temperature(below.number("T_K")), below.number("D_mol_per_l"));
        assertThat(state.properties().pressureKpa()).isNegative();
        assertThat(state.flags()).contains(Flag.OUTSIDE_EXPANDED_RANGE);
    }
}
