package io.tallybook.standards.api11;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.api11.Api11.Group;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Api11Test {
    static List<Vectors.Row> examples() {
        return Vectors.rows("api_11_1_2004_examples");
    }

    private static VolumeCorrection correction(Vectors.Row row, double baseDensity) {
        return Api11.correction(
                Group.valueOf(row.text("group").toUpperCase(Locale.ROOT)),
                row.number("T_F"),
                row.number("P_psig"),
                0,
                baseDensity);
    }

    /** What the standard's examples were given in; the file prints the densities rounded, which costs up to 2e-9 in ρ* and 2e-10 in CTL. */
    private static double given(Vectors.Row row) {
        return switch (row.text("example")) {
            case "11.1.6.1-1" -> Api11.density(17.785);
            case "11.1.6.1-2" -> Api11.density(-10);
            case "11.1.6.1-3" -> Api11.density(19.4);
            case "11.1.6.1-4" -> Api11.densityOfRelative(0.7943);
            case "11.1.6.1-5" -> Api11.density(48.0015);
            case "11.1.6.1-6" -> 657.3;
            default -> throw new AssertionError(row);
        };
    }

    @ParameterizedTest
    @MethodSource("examples")
    void meetsEveryStepOfTheWorkedExamples(Vectors.Row row) {
        VolumeCorrection at = correction(row, given(row));
        near("t*", at.temperatureIpts68F(), row.number("T_ITPS68_F"), 1e-10);
        near("rho*", at.densityIpts68KgPerM3(), row.number("rho_ITPS68"), 1e-10);
        assertThat(at.baseDensityKgPerM3()).isCloseTo(row.number("rho60_kgm3"), offset(5e-6));
        step("alpha60", at.thermalExpansionPerF(), row.number("alpha60"));
        step("Fp", at.compressibilityPer1e5Psi(), row.number("Fp_1e-5_per_psi"));
        step("CTL", at.ctl(), row.number("CTL"));
        step("CPL", at.cpl(), row.number("CPL"));
        assertThat(at.ctpl().doubleValue()).isEqualTo(row.number("CTPL_5dp"));
        near("CTPL", at.ctplUnrounded(), at.ctl() * at.cpl(), 1e-15);
        near("density", at.flowingDensityKgPerM3(), at.baseDensityKgPerM3() * at.ctplUnrounded(), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTicketsFactorIsTheSameFromThePrintedDensities(Vectors.Row row) {
        VolumeCorrection at = correction(row, row.number("rho60_kgm3"));
        assertThat(at.ctpl().doubleValue()).isEqualTo(row.number("CTPL_5dp"));
        near("CTPL", at.ctplUnrounded(), row.number("CTL") * row.number("CPL"), 1e-9);
    }

    private static void step(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, offset(1e-10));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheBaseDensityOfWhatWasObserved(Group group) {
        Random random = new Random(11_162);
        double[] range = {610.6, 1163.5};
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            double density = range[0] + random.nextDouble() * (range[1] - range[0]);
            double fahrenheit = -58 + random.nextDouble() * 360;
            double psig = random.nextDouble() * 1500;
            try {
                VolumeCorrection at = Api11.correction(group, fahrenheit, psig, 5, density);
                VolumeCorrection back = Api11.ofObserved(group, fahrenheit, psig, 5, at.flowingDensityKgPerM3());
                near("base density", back.baseDensityKgPerM3(), density, 1e-10);
                assertThat(back.ctpl()).isEqualTo(at.ctpl());
                found++;
            } catch (OutOfRange notOfThisGroup) {
                assertThat(notOfThisGroup.field()).isEqualTo("baseDensityKgPerM3");
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void takesTheRefinedGroupThatCanBeWhatWasObserved() {
        assertThat(Api11.refined(60, 0, 0, 840)).isEqualTo(Group.FUEL_OIL);
        // 18 kg/m³ lighter than at 60 °F: observed below the border, at 60 °F above it
        assertThat(Api11.refined(110, 0, 0, 822)).isEqualTo(Group.FUEL_OIL);
        assertThat(Api11.ofObserved(Group.FUEL_OIL, 110, 0, 0, 822).baseDensityKgPerM3())
                .isGreaterThan(838.3127);
        assertThatExceptionOfType(OutOfRange.class).isThrownBy(() -> Api11.refined(60, 0, 0, 1_200));
        assertThatExceptionOfType(OutOfRange.class).isThrownBy(() -> Api11.ofObserved(Group.JET, 60, 0, 0, 840));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Api11.ofObserved(Group.JET, 60, 0, 0, 0));
    }

    @Test
    void atBaseConditionsItCorrectsNothing() {
        VolumeCorrection at = Api11.correction(Group.CRUDE, 60, 0, 0, 850);
        assertThat(at.ctl()).isCloseTo(1, offset(1e-8));
        assertThat(at.cpl()).isEqualTo(1);
        assertThat(at.ctpl().toPlainString()).isEqualTo("1.00000");
        assertThat(at.flags()).isEmpty();
    }

    @Test
    void lubricatingOilsExpandByTheirOwnCoefficient() {
        VolumeCorrection at = Api11.correction(Group.LUBE, 100, 0, 0, 900);
        near("alpha", at.thermalExpansionPerF(), 0.34878 / at.densityIpts68KgPerM3(), 1e-14);
        assertThat(at.ctl()).isBetween(0.98, 0.99);
        assertThat(at.group()).isEqualTo(Group.LUBE);
    }

    @Test
    void pressureCountsAboveTheEquilibriumPressureOnly() {
        double above = Api11.correction(Group.GASOLINE, 80, 300, 100, 700).cpl();
        assertThat(above)
                .isEqualTo(Api11.correction(Group.GASOLINE, 80, 200, 0, 700).cpl());
        assertThat(above).isGreaterThan(1);
        VolumeCorrection below = Api11.correction(Group.GASOLINE, 80, 50, 100, 700);
        assertThat(below.cpl()).isEqualTo(1);
        assertThat(below.flags()).containsExactly(Flag.NO_PRESSURE_CORRECTION);
        assertThat(Api11.correction(Group.GASOLINE, 80, 100, 100, 700).flags()).isEmpty();
    }

    @Test
    void warmerLiquidIsLessAndPressedLiquidMore() {
        double ctl = 2;
        double cpl = 0;
        for (int step = 0; step < 20; step++) {
            VolumeCorrection at = Api11.correction(Group.CRUDE, -50 + 17.0 * step, 75.0 * step, 0, 850);
            assertThat(at.ctl()).isLessThan(ctl);
            assertThat(at.cpl()).isGreaterThan(cpl);
            ctl = at.ctl();
            cpl = at.cpl();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "610.6, GASOLINE",
        "770.3519, GASOLINE",
        "770.352, TRANSITION",
        "787.5194, TRANSITION",
        "787.5195, JET",
        "838.3126, JET",
        "838.3127, FUEL_OIL",
        "1163.4, FUEL_OIL"
    })
    void aRefinedProductsGroupGoesByItsDensity(double density, Group group) {
        assertThat(Group.refined(density)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"610.5", "1163.5"})
    void thereAreNoOtherRefinedProducts(double density) {
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Group.refined(density))
                .satisfies(no -> assertThat(no.field()).isEqualTo("baseDensityKgPerM3"));
    }

    @ParameterizedTest
    @CsvSource({
        "-58.01, 0, 850, temperatureF",
        "302.01, 0, 850, temperatureF",
        "60, 1500.01, 850, pressurePsig",
        "60, 0, 610.5, baseDensityKgPerM3",
        "60, 0, 1163.5, baseDensityKgPerM3"
    })
    void refusesWhatTheStandardDoesNotCover(double f, double psig, double density, String field) {
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Api11.correction(Group.CRUDE, f, psig, 0, density))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({"-58, 0, 610.6", "302, 1500, 1163.4"})
    void takesTheLimits(double f, double psig, double density) {
        assertThat(Api11.correction(Group.CRUDE, f, psig, 0, density).ctl()).isFinite();
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 0, 850, temperatureF",
        "60, Infinity, 0, 850, pressurePsig",
        "60, 0, -1, 850, equilibriumPressurePsig",
        "60, 0, 0, 0, baseDensityKgPerM3",
        "60, 0, 0, NaN, baseDensityKgPerM3"
    })
    void refusesWhatIsNoValue(double f, double psig, double pe, double density, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Api11.correction(Group.CRUDE, f, psig, pe, density))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @Test
    void refusesAGravityNoLiquidHas() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Api11.density(-131.5));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Api11.density(Double.NaN));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Api11.densityOfRelative(0));
    }
}
