package io.tallybook.standards.aga8;

import static io.tallybook.standards.Vectors.near;

import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.helmholtz.GasProperties;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NIST's own assertions, test data and tables, at the tolerances of the vectors' README. */
class DetailVectorTest {
    static List<Vectors.Row> unitTests() {
        return Vectors.rows("aga8_nist_unit_tests").stream()
                .filter(row -> row.text("method").equals("DETAIL"))
                .toList();
    }

    static List<Vectors.Row> points() {
        return Vectors.rows("aga8_nist_testdata_points_sample");
    }

    static List<Vectors.Row> tables() {
        return Vectors.rows("aga8_nist_tables_xls_si").stream()
                .filter(row -> row.text("method").equals("DETAIL"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("unitTests")
    void meetsTheAssertionsOfTheReferenceCode(Vectors.Row row) {
        DetailState state =
                Detail.at(Vectors.unitTestGas(), new Temperature(row.number("T_K")), new Pressure(row.number("P_kPa")));
        UnitTest.holds(row, state.properties(), 1e-8);
    }

    @ParameterizedTest
    @MethodSource("points")
    void meetsPressureAndPropertiesAtEveryDensity(Vectors.Row row) {
        GasProperties at = Detail.atDensity(
                        Vectors.nist(row.text("composition_row")),
                        new Temperature(row.number("T_K")),
                        row.number("D_mol_per_l"))
                .properties();
        near("P", at.pressureKpa() / 1000, row.number("nistC_detail_P_MPa"), 1e-12);
        near("cv", at.cvJPerMolK(), row.number("nistC_detail_cv"), 1e-10);
        near("cp", at.cpJPerMolK(), row.number("nistC_detail_cp"), 1e-10);
        near("w", at.speedOfSoundMPerS(), row.number("nistC_detail_w"), 1e-10);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void meetsTheTablesOfTheStandardGases(Vectors.Row row) {
        GasProperties at = Detail.at(
                        Vectors.gas(row.text("gas")),
                        new Temperature(row.number("T_K")),
                        Pressure.of(row.number("P_MPa"), Pressure.Unit.MPA))
                .properties();
        double actual = row.text("property").equals("Z") ? at.z() : at.speedOfSoundMPerS();
        near(row.text("property"), actual, row.number("value"), 1e-5);
    }
}
