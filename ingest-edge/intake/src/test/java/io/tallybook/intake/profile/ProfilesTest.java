package io.tallybook.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Energy;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final String LONG = """
            name: mine
            format: csv
            layout: long
            time:
              field: start
              zone: Europe/Copenhagen
            point: meter
            value: amount
            """;

    @ParameterizedTest
    @FieldSource("io.tallybook.intake.profile.Profiles#SHIPPED")
    void readsEachShippedProfile(String name) {
        assertThat(Profiles.shipped(name).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void knowsNoOtherProfileByName() {
        assertThat(Profiles.shipped("../secret")).isEmpty();
    }

    @Test
    void namesKeyAndLineOfAnUnknownKey() {
        assertThatThrownBy(() -> Profiles.parse(LONG + "colour: red\n"))
                .isInstanceOf(ProfileError.class)
                .hasMessageContaining("line 9")
                .hasMessageContaining("unknown key 'colour'");
        assertThatThrownBy(() -> Profiles.parse(LONG.replace("  zone:", "  timezone:")))
                .hasMessageContaining("key 'time.zone' is missing");
        assertThatThrownBy(() -> Profiles.parse(LONG.replace("  zone:", "  zones: 1\n  zone:")))
                .hasMessageContaining("line 6")
                .hasMessageContaining("unknown key 'time.zones'");
    }

    @Test
    void saysWhatAKeyTakes() {
        assertThatThrownBy(() -> Profiles.parse(LONG + "direction: sideways\n"))
                .hasMessageContaining("line 9")
                .hasMessageContaining("'sideways' is not one of by-field, delivery, receipt");
        assertThatThrownBy(() -> Profiles.parse(LONG + "name: twice\n")).hasMessageContaining("stands twice");
        assertThatThrownBy(() -> Profiles.parse(LONG + "points: 7\n")).hasMessageContaining("takes keys of its own");
        assertThatThrownBy(() -> Profiles.parse("- a\n")).hasMessageContaining("a mapping of keys");
        assertThatThrownBy(() -> Profiles.parse("")).isInstanceOf(ProfileError.class);
        assertThatThrownBy(() -> Profiles.parse("a: [")).hasMessageContaining("not YAML");
        assertThatThrownBy(() -> Profiles.parse("#".repeat(65_537))).hasMessageContaining("at most 65536");
    }

    @Test
    void saysThatAYearIsWrittenUuuu() {
        assertThatThrownBy(() -> Profiles.parse(LONG.replace("  zone:", "  pattern: yyyy-MM-dd HH:mm\n  zone:")))
                .hasMessageContaining("a year is written uuuu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sm3", "therm", "kwh", "m3(n)"})
    void refusesAUnitThatNeedsAHeatingValueByItsName(String unit) {
        assertThatThrownBy(() -> Profiles.parse(LONG + "unit: " + unit + "\n"))
                .hasMessageContaining("line 9")
                .hasMessageContaining("unit '" + unit + "' cannot be taken");
    }

    @ParameterizedTest
    @CsvSource({
        "kWh, 1.25, 1.25",
        "MWh, 1.25, 1250",
        "GJ, 9, 2500",
        "GJ, 1, 277.777778",
        "MMBtu, 1, 293.071070",
        "MMBtu, 3.6, 1055.055853"
    })
    void convertsByTheExactConstant(String unit, String amount, String kwh) {
        assertThat(EnergyUnit.named(unit).energy(new BigDecimal(amount))).isEqualTo(new Energy(new BigDecimal(kwh)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "1 000", "0x10", "NaN", "1e9999", "1e99", "--1", "٣", "1_0", "1.2.3"})
    void takesNoTextThatIsNotOneNumber(String text) {
        assertThatThrownBy(() -> Numbers.POINT.read(text)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"-12,5;-12.5", "7;7", "+,5;0.5", "1,5e3;1500"})
    void readsDecimalCommas(String text, BigDecimal number) throws BadValue {
        assertThat(new Numbers(',').read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "1,234.5;,;.;1234.5",
                "-12,345,678;,;.;-12345678",
                "999;,;.;999",
                "1234567.25;,;.;1234567.25",
                "1.234,5;.;,;1234.5",
                "1'234.5;';.;1234.5"
            })
    void readsThousandsWhereTheProfileNamesTheirSign(String text, char grouping, char decimal, BigDecimal number)
            throws BadValue {
        assertThat(new Numbers(decimal, grouping).read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,23", "1,2345", ",123", "1,,234", "12,34,567", "1.5,000", "1_234,567", "1234,567", "1,234e3,0"
            })
    void takesThousandsByThreesOnly(String text) {
        assertThatThrownBy(() -> new Numbers('.', ',').read(text)).isInstanceOf(BadValue.class);
    }

    @Test
    void readsSpacesOfAllThreeWidthsBetweenThousands() throws BadValue {
        for (String text : List.of("1 234 567", "1\u00a0234\u00a0567", "1\u202f234\u202f567")) {
            assertThat(new Numbers('.', ' ').read(text)).isEqualByComparingTo("1234567");
        }
    }

    @Test
    void theSignOfThousandsIsNotThatOfDecimals() {
        assertThatThrownBy(() -> Profiles.parse(LONG + "decimal: ','\ngrouping: ','\n"))
                .hasMessageContaining("line 10")
                .hasMessageContaining("also the decimal sign");
        assertThatThrownBy(() -> Profiles.parse(LONG + "comment: '# x'\n")).hasMessageContaining("1 to 8 characters");
    }

    @Test
    void doesNotTakeAGroupingPointForADecimalOne() {
        assertThatThrownBy(() -> new Numbers(',').read("1.250")).isInstanceOf(BadValue.class);
    }
}
