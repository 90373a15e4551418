package io.tallybook.standards.gpa2172;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.gpa2172.Gpa2172.Water;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No worked example of GPA 2172 is published: each figure is held against the equation by hand, and against its invariants. */
class Gpa2172Test {
    private static final Composition GAS = Composition.of(
            Gpa2172.components(),
            Map.of("methane", 0.85, "ethane", 0.08, "propane", 0.03, "co2", 0.01, "nitrogen", 0.03));

    static List<Vectors.Row> shrinkageFactors() {
        return Vectors.rows("shrinkage_factors_15025").stream()
                .filter(row -> !row.text("component").equals("carbon_dioxide"))
                .toList();
    }

    private static Gpa2172Properties at(double psia, Water water) {
        return Gpa2172.of(GAS, Pressure.of(psia, Pressure.Unit.PSIA), water, 0);
    }

    @ParameterizedTest
    @MethodSource("shrinkageFactors")
    void meetsTheContractsShrinkageFactorsAtItsBase(Vectors.Row row) {
        double actual = Gpa2172.idealGasFt3PerGallon(row.text("component"), Pressure.of(15.025, Pressure.Unit.PSIA));
        near("ft3/gal", actual, row.number("cf_per_gal_at_15.025"), 1e-4);
    }

    @Test
    void carriesEveryStepOfTheWay() {
        Gpa2172Properties p = at(14.73, Water.DRY);
        double ratio = 14.73 / 14.696;
        double s = 0.85 * 0.04438 + 0.08 * 0.0913 + 0.03 * 0.1329 + 0.01 * 0.0748 + 0.03 * 0.01696;
        double m = 0.85 * 16.0425 + 0.08 * 30.0690 + 0.03 * 44.0956 + 0.01 * 44.0095 + 0.03 * 28.0134;
        double ideal = 0.85 * 1010.0 + 0.08 * 1769.7 + 0.03 * 2516.1;
        near("base", p.basePsia(), 14.73, 1e-12);
        near("s", p.summation(), s, 1e-12);
        near("M", p.molarMassLbPerLbmol(), m, 1e-12);
        near("Z", p.z(), 1 - s * s * ratio, 1e-12);
        near("air", p.airZ(), 1 - 0.00041 * ratio, 1e-12);
        near("ideal at 14.696", p.idealHeatAt14696BtuPerFt3(), ideal, 1e-12);
        near("ideal", p.idealHeatBtuPerFt3(), ideal * ratio, 1e-12);
        near("dry", p.dryHeatBtuPerFt3(), ideal * ratio / p.z(), 1e-12);
        near("water", p.saturatedWater(), 0.25611 / 14.73, 1e-12);
        near("saturated", p.saturatedHeatBtuPerFt3(), p.dryHeatBtuPerFt3() * (1 - 0.25611 / 14.73), 1e-12);
        near("G ideal", p.idealRelativeDensity(), m / 28.9625, 1e-12);
        near("G", p.relativeDensity(), m / 28.9625 * p.airZ() / p.z(), 1e-12);
        assertThat(p.heatBtuPerFt3()).isEqualTo(p.dryHeatBtuPerFt3());
        assertThat(p.water()).isZero();
        assertThat(p.rawSum()).isEqualTo(1);
        assertThat(p.flags()).isEmpty();
        assertThat(p.standard().name()).isEqualTo("gpa2172");
    }

    @Test
    void theBasisOfTheContractChoosesTheHeatingValue() {
        Gpa2172Properties saturated = at(14.65, Water.SATURATED);
        assertThat(saturated.heatBtuPerFt3()).isEqualTo(saturated.saturatedHeatBtuPerFt3());
        assertThat(saturated.water()).isEqualTo(saturated.saturatedWater());
        Gpa2172Properties delivered =
                Gpa2172.of(GAS, Pressure.of(14.65, Pressure.Unit.PSIA), Water.AS_DELIVERED, 0.0001);
        near("delivered", delivered.heatBtuPerFt3(), delivered.dryHeatBtuPerFt3() * 0.9999, 1e-12);
        assertThat(delivered.dryHeatBtuPerFt3()).isEqualTo(saturated.dryHeatBtuPerFt3());
    }

    @Test
    void liquidsAreOfTheComponentsThatHaveOne() {
        Gpa2172Properties p = at(14.73, Water.DRY);
        assertThat(p.liquids()).extracting(TheoreticalLiquid::component).containsExactly("ethane", "propane");
        TheoreticalLiquid propane = p.liquids().get(1);
        near("ideal gal", propane.idealGallonsPerMcf(), 1000 * 0.03 * 14.73 / 14.696 / 36.391, 1e-12);
        near("gal", propane.gallonsPerMcf(), propane.idealGallonsPerMcf() / p.z(), 1e-12);
        near("shrink", propane.shrinkMmbtuPerMcf(), propane.gallonsPerMcf() * 90_875 / 1e6, 1e-12);
    }

    @Test
    void allThatBurnsIsInTheShrinkOfWhatHasALiquidAndMethane() {
        Gpa2172Properties p = at(14.73, Water.DRY);
        double shrink = p.liquids().stream()
                .mapToDouble(TheoreticalLiquid::shrinkMmbtuPerMcf)
                .sum();
        double methane = 0.85 * 1010 * 14.73 / 14.696 / p.z() / 1000;
        near("energy", (shrink + methane) * 1000, p.dryHeatBtuPerFt3(), 2e-3);
    }

    @Test
    void energyIsTheSameAtEveryPressureBase() {
        Gpa2172Properties low = at(14.65, Water.DRY);
        Gpa2172Properties high = at(15.025, Water.DRY);
        near(
                "energy",
                high.dryHeatBtuPerFt3() * (14.65 / 15.025) * (high.z() / low.z()),
                low.dryHeatBtuPerFt3(),
                1e-12);
    }

    @Test
    void flagsWhatTheTableDoesNotHave() {
        Composition gas = Composition.of(Gpa2172.components(), Map.of("methane", 0.98, "helium", 0.01));
        Gpa2172Properties p = Gpa2172.of(gas, Pressure.of(14.73, Pressure.Unit.PSIA), Water.DRY, 0);
        assertThat(p.flags()).containsExactly(Flag.COMPOSITION_NORMALISED, Flag.SUMMATION_FACTOR_MISSING);
        near("s", p.summation(), 0.98 / 0.99 * 0.04438, 1e-12);
    }

    @Test
    void refusesAComponentTheTableDoesNotHave() {
        Composition gas = Composition.of(Detail.components(), Map.of("methane", 0.99, "n_nonane", 0.01));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Gpa2172.of(gas, Pressure.of(14.73, Pressure.Unit.PSIA), Water.DRY, 0))
                .satisfies(no -> assertThat(no.field()).isEqualTo("composition.n_nonane"));
    }

    @ParameterizedTest
    @CsvSource({"12.99", "16.01"})
    void refusesABaseNoContractHas(double psia) {
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> at(psia, Water.DRY))
                .satisfies(no -> assertThat(no.field()).isEqualTo("pressure"));
    }

    @ParameterizedTest
    @CsvSource({"13.0000001", "15.9999999"})
    void takesTheLimits(double psia) {
        assertThat(at(psia, Water.DRY).z()).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"AS_DELIVERED, -0.1", "AS_DELIVERED, 1", "AS_DELIVERED, NaN", "DRY, 0.001", "SATURATED, 0.001"})
    void refusesAWaterContentThatIsNone(Water basis, double water) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Gpa2172.of(GAS, Pressure.of(14.73, Pressure.Unit.PSIA), basis, water))
                .satisfies(no -> assertThat(no.field()).isEqualTo("deliveredWater"));
    }
}
