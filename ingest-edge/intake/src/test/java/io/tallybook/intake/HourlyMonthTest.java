package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Months with a clock change, in local time as meters often write them. */
class HourlyMonthTest {
    private static final House HOUSE = House.shared();
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final long before = HOUSE.log().head();

    @Test
    void takesAnOctoberOf745HoursInTheOrderOfItsRows() {
        HOUSE.point("dst-oct", MeasuringInterval.HOUR, "2020-01-01");
        List<String> rows = rows("dst-oct", "2024-10");
        assertThat(rows).hasSize(745);

        ImportSummary summary = HOUSE.run(profile("ambiguous: ascending"), file(rows));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(745, 745, 0, 0, 0, 0, 0, 0));
        assertThat(HOUSE.events(QuantitiesRecorded.class, before))
                .hasSize(31)
                .filteredOn(event -> event.day().value().equals("2024-10-26"))
                .singleElement()
                .satisfies(event -> assertThat(event.quantities()).hasSize(25));
    }

    @Test
    void takesTheSameOctoberNewestFirst() {
        HOUSE.point("dst-desc", MeasuringInterval.HOUR, "2020-01-01");
        List<String> rows = rows("dst-desc", "2024-10");
        HOUSE.run(profile("ambiguous: ascending"), file(rows));
        Collections.reverse(rows);

        ImportSummary again = HOUSE.run(profile("ambiguous: descending"), file(rows));

        assertThat(again.counts()).isEqualTo(new ImportCounts(745, 0, 745, 0, 0, 0, 0, 0));
    }

    @Test
    void refusesTheTwoAmbiguousHoursWithAReasonWhenNotTold() {
        HOUSE.point("dst-refuse", MeasuringInterval.HOUR, "2020-01-01");

        ImportSummary summary = HOUSE.run(profile("ambiguous: refuse"), file(rows("dst-refuse", "2024-10")));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(745, 743, 0, 0, 0, 0, 0, 2));
        assertThat(HOUSE.events(DeadLetterReceived.class, before)).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.reason()).contains("came twice");
            assertThat(letter.start()).isEqualTo(Instant.parse("2024-10-27T00:00:00Z"));
        });
    }

    @Test
    void takesAMarchOf743HoursAndRejectsTheHourThatDoesNotExist() {
        HOUSE.point("dst-mar", MeasuringInterval.HOUR, "2020-01-01");
        List<String> rows = rows("dst-mar", "2024-03");
        assertThat(rows).hasSize(743);
        rows.add("dst-mar,2024-03-31T02:00,9,GOOD");

        ImportSummary summary = HOUSE.run(profile("ambiguous: ascending"), file(rows));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(744, 743, 0, 0, 0, 0, 0, 1));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.category()).isEqualTo("BAD_TIME");
                    assertThat(letter.reason()).contains("does not exist in Europe/Copenhagen");
                    assertThat(letter.month()).hasToString("dst-mar/2024-03");
                    assertThat(letter.start()).isNull();
                });
    }

    private static Profile profile(String ambiguous) {
        return Profiles.parse("""
                name: local
                layout: long
                time:
                  field: start
                  zone: Europe/Copenhagen
                """ + "  " + ambiguous + "\n" + """
                        point: point
                        value: kwh
                        quality: quality
                        """);
    }

    private static String file(List<String> rows) {
        return "point,start,kwh,quality\n" + String.join("\n", rows);
    }

    /** Local times as a clock on the wall shows them. */
    private static List<String> rows(String point, String period) {
        AccountingPeriod month = new AccountingPeriod(period);
        Instant end = House.COPENHAGEN.end(month);
        List<String> rows = new ArrayList<>();
        for (Instant at = House.COPENHAGEN.start(month); at.isBefore(end); at = at.plusSeconds(3600)) {
            LocalDateTime local = ZonedDateTime.ofInstant(at, ZONE).toLocalDateTime();
            rows.add(point + "," + local + "," + rows.size() + ",GOOD");
        }
        return rows;
    }
}
