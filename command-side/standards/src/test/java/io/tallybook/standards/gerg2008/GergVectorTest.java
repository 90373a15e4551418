package io.tallybook.standards.gerg2008;

import static io.tallybook.standards.Vectors.near;

import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.aga8.UnitTest;
import io.tallybook.standards.helmholtz.GasProperties;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NIST's own assertions, test data and tables, AGA 8 Part 2 Appendix B and ISO 20765-2's printed values. */
class GergVectorTest {
    static List<Vectors.Row> unitTests() {
        return Vectors.rows("aga8_nist_unit_tests").stream()
                .filter(row -> row.text("method").equals("GERG2008"))
                .toList();
    }

    static List<Vectors.Row> points() {
        return Vectors.rows("aga8_nist_testdata_points_sample");
    }

    static List<Vectors.Row> tables() {
        return Vectors.rows("aga8_nist_tables_xls_si").stream()
                .filter(row -> row.text("method").equals("GERG"))
                .toList();
    }

    static List<Vectors.Row> appendixB() {
        return Vectors.rows("aga8_part2_appendixB");
    }

    static List<Vectors.Row> printed() {
        return Vectors.rows("gerg2008_iso20765_printed_gas1-3");
    }

    @ParameterizedTest
    @MethodSource("unitTests")
    void meetsTheAssertionsOfTheReferenceCode(Vectors.Row row) {
        GergState state = Gerg2008.at(
                Vectors.unitTestGas(), new Temperature(row.number("T_K")), new Pressure(row.number("P_kPa")));
        UnitTest.holds(row, state.properties(), 1e-8);
    }

    @ParameterizedTest
    @MethodSource("points")
    void meetsPressureAndPropertiesAtEveryDensity(Vectors.Row row) {
        GasProperties at = Gerg2008.atDensity(
                        Vectors.nist(row.text("composition_row")),
                        new Temperature(row.number("T_K")),
                        row.number("D_mol_per_l"))
                .properties();
        near("P", at.pressureKpa() / 1000, row.number("nistC_gerg_P_MPa"), 1e-10);
        near("cv", at.cvJPerMolK(), row.number("nistC_gerg_cv"), 1e-10);
        near("cp", at.cpJPerMolK(), row.number("nistC_gerg_cp"), 1e-10);
        near("w", at.speedOfSoundMPerS(), row.number("nistC_gerg_w"), 1e-10);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void meetsTheTablesOfTheStandardGases(Vectors.Row row) {
        GasProperties at = Gerg2008.at(
                        Vectors.gas(row.text("gas")),
                        new Temperature(row.number("T_K")),
                        Pressure.of(row.number("P_MPa"), Pressure.Unit.MPA))
                .properties();
        double actual = row.text("property").equals("Z") ? at.z() : at.speedOfSoundMPerS();
        near(row.text("property"), actual, row.number("value"), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("appendixB")
    void meetsAppendixBOfPart2(Vectors.Row row) {
        GasProperties at = Gerg2008.atDensity(
                        Vectors.gas(row.text("gas")), new Temperature(row.number("T_K")), row.number("D_mol_l"))
                .properties();
        near("P", at.pressureKpa() / 1000, row.number("P_MPa"), 1e-5);
        near("Z", at.z(), row.number("Z"), 1e-5);
        near("cv", at.cvJPerMolK(), row.number("cv"), 1e-5);
        near("cp", at.cpJPerMolK(), row.number("cp"), 1e-5);
        near("w", at.speedOfSoundMPerS(), row.number("w"), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void meetsThePrintedValuesOfIso20765(Vectors.Row row) {
        GasProperties at = Gerg2008.at(
                        Vectors.gas(row.text("gas")),
                        new Temperature(row.number("T_K")),
                        Pressure.of(row.number("P_MPa"), Pressure.Unit.MPA))
                .properties();
        double perKilogram = 1 / at.molarMassGPerMol();
        near("density", at.massDensityKgPerM3(), row.number("density"), 1e-4);
        near("Z", at.z(), row.number("Z"), 1e-4);
        near("U", at.internalEnergyJPerMol() * perKilogram, row.number("U"), 1e-4);
        near("H", at.enthalpyJPerMol() * perKilogram, row.number("H"), 1e-4);
        near("S", at.entropyJPerMolK() * perKilogram, row.number("S"), 1e-4);
        near("cv", at.cvJPerMolK() * perKilogram, row.number("Cv"), 1e-4);
        near("cp", at.cpJPerMolK() * perKilogram, row.number("Cp"), 1e-4);
        near("w", at.speedOfSoundMPerS(), row.number("W"), 1e-4);
    }
}
