package io.tallybook.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.GasDay;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @Test
    void takesTheTwoHoursOfAnAutumnNightInTheOrderOfTheRows() throws BadValue {
        Moments ascending = moments("ambiguous: ascending");

        assertThat(at(ascending, "2024-10-27T02:00")).isEqualTo("2024-10-27T00:00:00Z");
        assertThat(at(ascending, "2024-10-27T02:30")).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(at(ascending, "2024-10-27T02:00")).isEqualTo("2024-10-27T01:00:00Z");
        assertThat(at(ascending, "2024-10-27T02:30")).isEqualTo("2024-10-27T01:30:00Z");
        assertThat(at(ascending, "2024-10-27T03:00")).isEqualTo("2024-10-27T02:00:00Z");
    }

    @Test
    void takesTheFirstAsTheLaterHourInAFileThatRunsBackwards() throws BadValue {
        Moments descending = moments("ambiguous: descending");

        assertThat(at(descending, "2024-10-27T02:00")).isEqualTo("2024-10-27T01:00:00Z");
        assertThat(at(descending, "2024-10-27T02:00")).isEqualTo("2024-10-27T00:00:00Z");
    }

    @Test
    void keepsTheOrderPerPoint() throws BadValue {
        Moments ascending = moments("ambiguous: ascending");

        assertThat(ascending.read("a", "2024-10-27T02:00", null))
                .isEqualTo(ascending.read("b", "2024-10-27T02:00", null));
    }

    @Test
    void takesTheHourTheOffsetColumnNames() throws BadValue {
        Moments moments = moments("offset-field: utc");

        assertThat(moments.read("", "2024-10-27T02:00", "+02:00")).isEqualTo(start("2024-10-27T00:00:00Z"));
        assertThat(moments.read("", "2024-10-27T02:00", "+01:00")).isEqualTo(start("2024-10-27T01:00:00Z"));
        assertThatThrownBy(() -> moments.read("", "2024-10-27T02:00", "+05:00"))
                .isInstanceOf(BadValue.class)
                .hasMessageContaining("not the UTC offset");
    }

    @Test
    void refusesAnAmbiguousTimeWithAReasonUnlessToldHowToTakeIt() throws BadValue {
        assertThat(moments("ambiguous: refuse").read("", "2024-10-27T02:15", null))
                .isInstanceOfSatisfying(Moment.Unclear.class, unclear -> {
                    assertThat(unclear.first()).isEqualTo(Instant.parse("2024-10-27T00:15:00Z"));
                    assertThat(unclear.sentence()).contains("came twice in Europe/Copenhagen");
                });
    }

    @Test
    void knowsTheHourThatDoesNotExistInSpring() throws BadValue {
        assertThat(moments("ambiguous: ascending").read("", "2025-03-30T02:00", null))
                .isInstanceOfSatisfying(Moment.Unclear.class, unclear -> {
                    assertThat(unclear.first()).isNull();
                    assertThat(unclear.sentence()).contains("does not exist in Europe/Copenhagen");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-27T02:00:00+01:00", "2024-10-27T01:00Z", "2024-10-27 01:00:00.000Z"})
    void believesAnOffsetInTheText(String text) throws BadValue {
        assertThat(at(moments("ambiguous: refuse"), text)).isEqualTo("2024-10-27T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-27", "27.10.2024 02:00", "2023-02-29T00:00", "", "2024-10-27T24:00"})
    void takesNothingElseForTheStartOfAnInterval(String text) {
        assertThatThrownBy(() -> moments("ambiguous: refuse").read("", text, null))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void takesADateAsAGasDayOfTwentyFiveHours() throws BadValue {
        Moments days = moments("means: gas-day\n  day-starts: \"06:00\"");
        GasDay day = new GasDay("2024-10-26");

        assertThat(days.read("", "2024-10-26", null))
                .isEqualTo(new Moment.OfDay(day, Instant.parse("2024-10-26T04:00:00Z")))
                .isEqualTo(days.read("", "2024-10-26T00:00:00", null))
                .isEqualTo(days.read("", "2024-10-26T06:00", null))
                .isEqualTo(days.read("", "2024-10-26T04:00Z", null));
        assertThat(days.read("", "2024-10-27", null))
                .isEqualTo(new Moment.OfDay(new GasDay("2024-10-27"), Instant.parse("2024-10-27T05:00:00Z")));
        assertThatThrownBy(() -> days.read("", "2024-10-26T07:00", null)).isInstanceOf(BadValue.class);
    }

    @Test
    void takesAStampForTheEndOfAnHour() throws BadValue {
        Moments ending = moments("means: interval-end\n  pattern: dd/MM/uuuu HH:mm\n  ambiguous: ascending");

        assertThat(end(ending, "26/10/2024 24:00")).isEqualTo("2024-10-26T22:00:00Z");
        assertThat(end(ending, "27/10/2024 02:00")).isEqualTo("2024-10-27T00:00:00Z");
        assertThat(end(ending, "27/10/2024 02:00")).isEqualTo("2024-10-27T01:00:00Z");
        assertThat(end(ending, "27/10/2024 00:00")).isEqualTo(end(ending, "26/10/2024 24:00"));
        assertThatThrownBy(() -> ending.read("", "26/10/2024 24:30", null)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> ending.read("", "26/10/2024 25:00", null)).isInstanceOf(BadValue.class);
        assertThat(moments("means: interval-end").read("", "2025-03-30T02:00", null))
                .isInstanceOfSatisfying(
                        Moment.Unclear.class,
                        unclear -> assertThat(unclear.ends()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "45592, 2024-10-26T22:00:00Z",
        "45592.0416666667, 2024-10-26T23:00:00Z",
        "'45592,5', 2024-10-27T11:00:00Z",
        "45592.0833333333333, 2024-10-27T00:00:00Z",
        "2024-10-27T05:00, 2024-10-27T04:00:00Z"
    })
    void readsTheDaysOfASpreadsheet(String text, String instant) throws BadValue {
        assertThat(at(moments("pattern: serial\n  ambiguous: ascending"), text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "2958466", "1e5", "-45592", "4559200000"})
    void takesNoOtherNumberForADay(String text) {
        assertThatThrownBy(() -> moments("pattern: serial").read("", text, null))
                .isInstanceOf(BadValue.class);
    }

    private static String end(Moments moments, String text) throws BadValue {
        return ((Moment.Until) moments.read("", text, null)).end().toString();
    }

    private static Moment start(String instant) {
        return new Moment.At(Instant.parse(instant));
    }

    private static String at(Moments moments, String text) throws BadValue {
        return ((Moment.At) moments.read("", text, null)).start().toString();
    }

    private static Moments moments(String keys) {
        QuantityProfile profile = (QuantityProfile) Profiles.parse("""
                name: mine
                layout: long
                point: p
                value: v
                time:
                  field: t
                  zone: Europe/Copenhagen
                """ + "  " + keys + "\n");
        return new Moments(profile.time());
    }
}
