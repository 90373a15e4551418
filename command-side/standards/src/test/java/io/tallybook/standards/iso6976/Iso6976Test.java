package io.tallybook.standards.iso6976;

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
import io.tallybook.standards.iso6976.Iso6976.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Iso6976Test {
    private static final Pressure NORMAL = new Pressure(101.325);

    static List<Vectors.Row> examples() {
        return Vectors.rows("iso6976_2016_annexD_D2");
    }

    private static Composition composition(String text) {
        Map<String, Double> x = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            x.put(part.substring(0, part.indexOf('=')), Double.parseDouble(part.substring(part.indexOf('=') + 1)));
        }
        return Composition.of(Iso6976.components(), x);
    }

    private static Iso6976Properties d2() {
        return Iso6976.of(composition(examples().getFirst().text("composition")), Reference.C15, Reference.C15, NORMAL);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void meetsTheExampleOfAnnexD(Vectors.Row row) {
        Iso6976Properties at = Iso6976.of(
                composition(row.text("composition")),
                Reference.valueOf("C" + row.text("t_combustion_C")),
                Reference.valueOf("C" + row.text("t_metering_C")),
                new Pressure(row.number("p_kPa")));
        double actual = switch (row.text("quantity")) {
            case "M_kg_kmol" -> at.molarMassGPerMol();
            case "Z" -> at.z();
            case "Hc_G_kJ_mol" -> at.grossMolarKjPerMol();
            case "Hm_G_MJ_kg" -> at.grossMassMjPerKg();
            case "Hv_G_MJ_m3" -> at.grossVolumeMjPerM3();
            default -> throw new AssertionError(row.text("quantity"));
        };
        near(row.text("quantity"), actual, row.number("value"), 2e-5);
    }

    @Test
    void theExampleMeetsTheDigitsPrinted() {
        Iso6976Properties at = d2();
        near("M", at.molarMassGPerMol(), 17.38843, 1e-6);
        near("Z", at.z(), 0.99776224, 1e-8);
        near("Hc", at.grossMolarKjPerMol(), 906.179959, 1e-8);
        near("Hm", at.grossMassMjPerKg(), 52.113961, 1e-8);
        near("Hv", at.grossVolumeMjPerM3(), 38.410611, 1e-7);
        assertThat(at.flags()).isEmpty();
        assertThat(at.standard().name()).isEqualTo("iso6976");
        assertThat(at.standard().coefficientsSha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void theOtherFiguresFollowFromTheseByTheEquationsOfClauses6To10() {
        Iso6976Properties at = d2();
        double hydrogen = 0.933212 * 4 + 0.025656 * 6 + 0.015368 * 8;
        near("net", at.netMolarKjPerMol(), at.grossMolarKjPerMol() - hydrogen / 2 * 44.431, 1e-12);
        near("net mass", at.netMassMjPerKg(), at.netMolarKjPerMol() / at.molarMassGPerMol(), 1e-12);
        near("V ideal", at.idealMolarVolumeDm3PerMol(), 8.3144621 * 288.15 / 101.325, 1e-12);
        near("V", at.molarVolumeDm3PerMol(), at.idealMolarVolumeDm3PerMol() * at.z(), 1e-12);
        near("Hv ideal", at.idealGrossVolumeMjPerM3(), at.grossVolumeMjPerM3() * at.z(), 1e-12);
        near("Hv net ideal", at.idealNetVolumeMjPerM3(), at.netMolarKjPerMol() / at.idealMolarVolumeDm3PerMol(), 1e-12);
        near("Hv net", at.netVolumeMjPerM3(), at.idealNetVolumeMjPerM3() / at.z(), 1e-12);
        near("D ideal", at.idealDensityKgPerM3(), at.molarMassGPerMol() / at.idealMolarVolumeDm3PerMol(), 1e-12);
        near("D", at.densityKgPerM3(), at.idealDensityKgPerM3() / at.z(), 1e-12);
        near("G ideal", at.idealRelativeDensity(), at.molarMassGPerMol() / 28.96546, 1e-12);
        near("G", at.relativeDensity(), at.idealRelativeDensity() * 0.999595 / at.z(), 1e-12);
        near("air", at.airZ(), 0.999595, 1e-12);
        near("W", at.grossWobbeMjPerM3(), at.grossVolumeMjPerM3() / Math.sqrt(at.relativeDensity()), 1e-12);
        near("W net", at.netWobbeMjPerM3(), at.netVolumeMjPerM3() / Math.sqrt(at.relativeDensity()), 1e-12);
        double idealRoot = Math.sqrt(at.idealRelativeDensity());
        near("W ideal", at.idealGrossWobbeMjPerM3(), at.idealGrossVolumeMjPerM3() / idealRoot, 1e-12);
        near("W ideal net", at.idealNetWobbeMjPerM3(), at.idealNetVolumeMjPerM3() / idealRoot, 1e-12);
        near("s", at.summation() * at.summation(), 1 - at.z(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "C0, 892.92, 45.064, 0.04886, 273.15",
        "C15, 891.51, 44.431, 0.04452, 288.15",
        "C15_55, 891.46, 44.408, 0.04437, 288.70",
        "C20, 891.05, 44.222, 0.04317, 293.15"
    })
    void takesTheTablesOfEachReference(Reference at, double heat, double vaporisation, double s, double kelvin) {
        Iso6976Properties methane =
                Iso6976.of(Composition.of(Iso6976.components(), Map.of("methane", 1.0)), at, at, NORMAL);
        assertThat(methane.grossMolarKjPerMol()).isEqualTo(heat);
        near("net", methane.netMolarKjPerMol(), heat - 2 * vaporisation, 1e-14);
        assertThat(methane.summation()).isEqualTo(s);
        near("V", methane.idealMolarVolumeDm3PerMol(), 8.3144621 * kelvin / 101.325, 1e-14);
        assertThat(at.kelvin()).isEqualTo(kelvin);
        assertThat(at.isOfMetering()).isTrue();
        assertThat("C" + String.valueOf(at.celsius()).replace(".0", "").replace('.', '_'))
                .isEqualTo(at.name());
    }

    @Test
    void combustionAt25HasNoMetering() {
        Composition methane = Composition.of(Iso6976.components(), Map.of("methane", 1.0));
        near(
                "net",
                Iso6976.of(methane, Reference.C25, Reference.C0, NORMAL).netMolarKjPerMol(),
                890.58 - 2 * 44.013,
                1e-14);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Iso6976.of(methane, Reference.C25, Reference.C25, NORMAL))
                .satisfies(no -> assertThat(no.field()).isEqualTo("meteringTemperature"));
    }

    @Test
    void anotherMeteringPressureScalesTheDeviationOfGasAndAir() {
        Composition gas = composition(examples().getFirst().text("composition"));
        Iso6976Properties at = Iso6976.of(gas, Reference.C15, Reference.C15, new Pressure(95));
        near("Z", 1 - at.z(), (1 - d2().z()) * 95 / 101.325, 1e-10);
        near("air", 1 - at.airZ(), (1 - 0.999595) * 95 / 101.325, 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"89.999", "110.001"})
    void refusesAMeteringPressureTheFactorsAreNotFor(double kpa) {
        Composition gas = composition(examples().getFirst().text("composition"));
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Iso6976.of(gas, Reference.C15, Reference.C15, new Pressure(kpa)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("pressure"));
    }

    @ParameterizedTest
    @CsvSource({"90", "110"})
    void takesTheLimits(double kpa) {
        Composition gas = composition(examples().getFirst().text("composition"));
        assertThat(Iso6976.of(gas, Reference.C15, Reference.C15, new Pressure(kpa))
                        .z())
                .isLessThan(1);
    }

    @Test
    void takesAnAnalysisOfAga8sComponentsByName() {
        Composition gas = Composition.of(
                Detail.components(),
                Map.of("methane", 0.933212, "ethane", 0.025656, "propane", 0.015368, "n2", 0.01035, "co2", 0.015414));
        assertThat(Iso6976.of(gas, Reference.C15, Reference.C15, NORMAL).z()).isEqualTo(d2().z());
    }

    @Test
    void flagsWhatItDidToTheComposition() {
        Composition heavy = Composition.of(Iso6976.components(), Map.of("n-decane", 0.999));
        Iso6976Properties at = Iso6976.of(heavy, Reference.C15, Reference.C15, NORMAL);
        assertThat(at.flags()).containsExactly(Flag.COMPOSITION_NORMALISED, Flag.COMPRESSIBILITY_UNUSUAL);
        assertThat(at.rawSum()).isEqualTo(0.999);
        assertThat(at.grossMolarKjPerMol()).isEqualTo(6834.9);
    }
}
