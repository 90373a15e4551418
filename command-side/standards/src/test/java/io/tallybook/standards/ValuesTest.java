package io.tallybook.standards;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tallybook.standards.aga8.Detail;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"300, K, 300", "26.85, C, 300", "80.33, F, 300", "540, R, 300"})
    void temperaturesAreTakenInTheirUnit(double value, Temperature.Unit unit, double kelvin) {
        near("T", Temperature.of(value, unit).kelvin(), kelvin, 1e-12);
    }

    @Test
    void temperaturesAreToldInOtherUnits() {
        Temperature t = new Temperature(300);
        near("C", t.celsius(), 26.85, 1e-12);
        near("F", t.fahrenheit(), 80.33, 1e-12);
        near("R", t.rankine(), 540, 1e-12);
        assertThat(t).isGreaterThan(new Temperature(299)).isEqualByComparingTo(new Temperature(300));
    }

    @ParameterizedTest
    @CsvSource({"0, K", "-1, K", "-273.15, C", "-459.67, F", "NaN, K", "Infinity, C"})
    void thereIsNoTemperatureBelowZero(double value, Temperature.Unit unit) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Temperature.of(value, unit))
                .satisfies(no -> assertThat(no.field()).isEqualTo("temperature"));
    }

    @ParameterizedTest
    @CsvSource({"101325, PA", "101.325, KPA", "0.101325, MPA", "1.01325, BAR", "14.695948775513, PSIA"})
    void pressuresAreTakenInTheirUnit(double value, Pressure.Unit unit) {
        near("P", Pressure.of(value, unit).kilopascal(), 101.325, 1e-12);
    }

    @Test
    void pressuresAreToldInOtherUnits() {
        Pressure p = new Pressure(101.325);
        near("MPa", p.megapascal(), 0.101325, 1e-15);
        near("psia", p.psia(), 14.695948775513, 1e-12);
        assertThat(p).isLessThan(new Pressure(102)).isEqualByComparingTo(new Pressure(101.325));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void thereIsNoAbsolutePressureBelowZero(double value) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Pressure.of(value, Pressure.Unit.BAR))
                .satisfies(no -> assertThat(no.field()).isEqualTo("pressure"));
    }

    @Test
    void aCheckedValueComesBack() {
        assertThat(InvalidInput.finite("it", -2)).isEqualTo(-2);
        assertThat(InvalidInput.positive("it", 2)).isEqualTo(2);
        assertThat(InvalidInput.notNegative("it", 0)).isZero();
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> InvalidInput.notNegative("it", -0.1));
        assertThat(new OutOfRange("it", "no").getStackTrace()).isEmpty();
    }

    @Test
    void theHashIsOfTheResourcesBytes() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String name : new String[] {
            "aga8_detail_components", "aga8_detail_binary", "aga8_detail_terms", "gerg2008_raw_parameters"
        }) {
            try (InputStream in = Coefficients.class.getResourceAsStream(name + ".csv")) {
                digest.update(Objects.requireNonNull(in).readAllBytes());
            }
        }
        String expected = HexFormat.of().formatHex(digest.digest());
        assertThat(Detail.STANDARD.coefficientsSha256()).isEqualTo(expected);
        Coefficients one = Coefficients.of("aga3");
        assertThat(one.sha256Hex()).isEqualTo(one.sha256Hex()).isNotEqualTo(expected);
    }

    @Test
    void aTableIsReadByItsHeader() {
        Coefficients table = Coefficients.of("iso6976_2016_secondary", "gpa2145_16_secondary", "aga3");
        assertThat(table.rows("iso6976_2016_secondary")).hasSize(60);
        assertThat(table.rows("iso6976_2016_secondary").get(11)).containsEntry("component", "2,2-dimethylbutane");
        assertThat(table.column("gpa2145_16_secondary", "molar_mass")[0]).isEqualTo(16.0425);
        assertThat(table.column("gpa2145_16_secondary", "liquid_ghv_btu_gal")[0])
                .isNaN();
        assertThat(table.value("aga3", "cd_beta8")).isEqualTo(-0.2290);
    }

    @Test
    void aTableThatIsNotAsExpectedIsAFaultOfTheBuild() {
        Coefficients table = Coefficients.of("aga3");
        assertThatIllegalStateException()
                .isThrownBy(() -> Coefficients.of("absent"))
                .withMessageContaining("absent");
        assertThatIllegalStateException().isThrownBy(() -> table.rows("absent"));
        assertThatIllegalStateException().isThrownBy(() -> table.value("aga3", "absent"));
        assertThatIllegalStateException().isThrownBy(() -> Coefficients.number(Map.of(), "absent"));
    }

    @Test
    void everyStandardIsKnownByItsName() {
        assertThat(Methods.all())
                .extracting(Standard::name)
                .containsExactly(
                        "aga8-detail",
                        "gerg-2008",
                        "iso6976",
                        "gpa2172",
                        "aga3",
                        "iso5167",
                        "aga7",
                        "aga11",
                        "api-11-1",
                        "base-conversion");
        for (Standard standard : Methods.all()) {
            assertThat(Methods.of(standard.name())).isSameAs(standard);
            assertThat(standard.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        }
        assertThat(Methods.names()).hasSize(10).doesNotHaveDuplicates();
        assertThat(Methods.refusal("aga3")).isEmpty();
        assertThat(Methods.refusal("NX 19")).isPresent();
        assertThat(Methods.of(" AGA8-Detail ")).isSameAs(Detail.STANDARD);
    }

    @ParameterizedTest
    @CsvSource({
        "NX-19, NX-19 was superseded",
        "nx19, NX-19 was superseded",
        "AGA8-GROSS-1, GROSS is not supported",
        "GROSS, GROSS is not supported",
        "NGL TP-27, TP-27",
        "LPG, TP-27",
        "ideal-gas, there is no standard 'ideal-gas'"
    })
    void refusesByNameWhatItDoesNotDo(String name, String why) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Methods.of(name))
                .withMessageContaining(why)
                .satisfies(no -> assertThat(no.field()).isEqualTo("standard"));
    }
}
