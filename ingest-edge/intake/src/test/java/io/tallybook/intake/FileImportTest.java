package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.intake.ImportEvent;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.PointRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every fate of a row of a file, in one running house; long, for starting another costs more than it would tell. */
class FileImportTest {
    private static final House HOUSE = House.shared();
    private static final Profile HOURLY = Profiles.shipped("hourly-csv").orElseThrow();
    private static final String HEADER = "point,start,kwh,quality\n";

    private final long before = HOUSE.log().head();

    @Test
    void makesOneOrderOfAPointsGasDayWhateverOrderTheRowsComeIn() {
        HOUSE.point("order-a", MeasuringInterval.HOUR, "2020-01-01");
        HOUSE.point("order-b", MeasuringInterval.HOUR, "2020-01-01");
        List<String> rows = new ArrayList<>();
        for (Instant hour : hours("2024-06-01T04:00:00Z", 48)) {
            rows.add("order-b," + hour + ",-2.5,good");
            rows.add("order-a," + hour + ",1,");
        }

        ImportSummary summary = HOUSE.run(HOURLY, HEADER + String.join("\n", rows.reversed()));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(96, 96, 0, 0, 0, 0, 0, 0));
        assertThat(HOUSE.events(QuantitiesRecorded.class, before)).hasSize(4).allSatisfy(event -> {
            assertThat(event.quantities()).hasSize(24);
            assertThat(event.quantities())
                    .allSatisfy(it -> assertThat(it.quantity().raw())
                            .isEqualTo(rows.reversed().get(it.quantity().line() - 2)));
        });
    }

    @Test
    void makesADeadLetterOfEveryBadRowAndGoesOn() {
        HOUSE.point("bad", MeasuringInterval.HOUR, "2024-06-01");
        String file = HEADER + """
                bad,2024-06-02T04:00:00Z,10,GOOD
                nobody,2024-06-02T04:00:00Z,10,GOOD
                No Body,2024-06-02T04:00:00Z,10,GOOD
                bad,yesterday,10,GOOD
                bad,2024-06-02T05:07:00Z,10,GOOD
                bad,2024-06-02T06:00:00Z,ten,GOOD
                bad,2024-06-02T07:00:00Z,,GOOD
                bad,2024-06-02T08:00:00Z,1,so so!
                bad,2024-06-02T09:00:00Z,1.0000001,GOOD
                bad,"2024-06-02T10:00:00Z,1,GOOD
                bad,2024-06-02T04:00:00Z,11,GOOD
                bad,2024-06-02T04:00:00Z,10.0,GOOD
                bad,2024-05-02T04:00:00Z,,GOOD
                bad,2024-06-02T11:00:00Z,1
                bad,2024-06-02T12:00:00Z,12,SUSPECT
                """;

        ImportSummary summary = HOUSE.run(HOURLY, file);

        assertThat(summary.counts()).isEqualTo(new ImportCounts(15, 2, 0, 0, 0, 1, 1, 11));
        List<DeadLetterReceived> letters = HOUSE.events(DeadLetterReceived.class, before);
        assertThat(letters)
                .extracting(letter -> letter.line() + " " + letter.category())
                .containsExactlyInAnyOrder(
                        "3 UNKNOWN_POINT",
                        "4 UNKNOWN_POINT",
                        "5 BAD_TIME",
                        "6 BAD_TIME",
                        "7 BAD_NUMBER",
                        "8 NULL_VALUE",
                        "9 UNREADABLE",
                        "10 BAD_NUMBER",
                        "11 UNREADABLE",
                        "12 DUPLICATE",
                        "15 UNREADABLE");
        String[] lines = file.split("\n", -1);
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.raw()).isEqualTo(lines[letter.line() - 1]);
            assertThat(letter.source().file()).isEqualTo(summary.file());
            assertThat(letter.reason()).isNotBlank();
        });
        assertThat(letters)
                .filteredOn(letter -> letter.category().equals("BAD_NUMBER"))
                .extracting(DeadLetterReceived::start)
                .containsExactlyInAnyOrder(
                        Instant.parse("2024-06-02T06:00:00Z"), Instant.parse("2024-06-02T09:00:00Z"));
        assertThat(letters)
                .filteredOn(letter -> letter.month() != null)
                .extracting(DeadLetterReceived::month)
                .containsOnly(new MeterMonthId("bad/2024-06"))
                .hasSize(6);
    }

    @Test
    void changesNothingWhenAFileWithBadRowsComesAgain() {
        HOUSE.point("twice", MeasuringInterval.HOUR, "2020-01-01");
        String file = HEADER + "twice,2024-06-02T04:00:00Z,10,\ntwice,2024-06-02T05:00:00Z,x,\n";
        HOUSE.run(HOURLY, file);
        long head = HOUSE.log().head();

        ImportSummary again = HOUSE.run(HOURLY, file);

        assertThat(again.counts()).isEqualTo(new ImportCounts(2, 0, 1, 0, 0, 0, 0, 1));
        assertThat(HOUSE.log().after(head, 100)).allMatch(stored -> stored.event() instanceof ImportEvent);
    }

    @Test
    void takesACorrectionAndSaysSo() {
        HOUSE.point("fixed", MeasuringInterval.HOUR, "2020-01-01");
        HOUSE.run(HOURLY, HEADER + "fixed,2024-06-02T04:00:00Z,10,\nfixed,2024-06-02T05:00:00Z,10,");

        ImportSummary summary = HOUSE.run(
                HOURLY,
                HEADER
                        + "fixed,2024-06-02T04:00:00Z,-10,\nfixed,2024-06-02T05:00:00Z,10,\nfixed,2024-06-02T06:00:00Z,1,");

        assertThat(summary.counts()).isEqualTo(new ImportCounts(3, 1, 1, 1, 0, 0, 0, 0));
        assertThat(HOUSE.events(QuantitiesRecorded.class, before)
                        .getLast()
                        .quantities()
                        .getFirst()
                        .previous())
                .isEqualTo(Energy.ofKwh(10));
    }

    @Test
    void countsWhatComesForAFrozenMonthAsLate() {
        PointRule rule = HOUSE.point("frozen", MeasuringInterval.GAS_DAY, "2020-01-01");
        Profile daily = Profiles.parse("""
                name: daily
                layout: long
                time: {field: start, means: gas-day, zone: Europe/Copenhagen, day-starts: "06:00"}
                point: point
                value: kwh
                """);
        String rows = IntStream.range(0, 31)
                .mapToObj(i -> "frozen," + LocalDate.of(2024, 10, 1).plusDays(i) + ",100")
                .collect(Collectors.joining("\n"));
        HOUSE.run(daily, "point,start,kwh\n" + rows);
        HOUSE.done(
                new FreezeMeterMonth(
                        new MeterMonthId("frozen/2024-10"),
                        new CloseId("dk/2024-10"),
                        1,
                        new AreaId("dk"),
                        0,
                        rule,
                        House.AT),
                Caller.process("test"));

        ImportSummary late = HOUSE.run(daily, "point,start,kwh\n" + rows.replace("10-07,100", "10-07,-101"));
        ImportSummary again = HOUSE.run(daily, "point,start,kwh\n" + rows.replace("10-07,100", "10-07,-101"));

        assertThat(late.counts()).isEqualTo(new ImportCounts(31, 0, 30, 0, 1, 0, 0, 0));
        assertThat(again.counts()).isEqualTo(new ImportCounts(31, 0, 31, 0, 0, 0, 0, 0));
        assertThat(HOUSE.events(LateQuantitiesReceived.class, before)).hasSize(1);
    }

    @Test
    void rejectsWhatTheModelRefusesWithItsSentence() {
        HOUSE.point("changed", MeasuringInterval.HOUR, "2020-01-01");
        HOUSE.run(HOURLY, HEADER + "changed,2024-06-02T04:00:00Z,10,");
        HOUSE.configure(
                "changed",
                new PointRule(House.COPENHAGEN, MeasuringInterval.QUARTER_HOUR, new GasDay("2020-01-01"), 2));

        ImportSummary summary =
                HOUSE.run(HOURLY, HEADER + "changed,2024-06-02T05:15:00Z,10,\nchanged,2024-07-02T05:15:00Z,10,");

        assertThat(summary.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 0, 0, 0, 1));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.category()).isEqualTo("REFUSED");
                    assertThat(letter.reason()).contains("another interval");
                });
    }

    @Test
    void countsEveryValueOnceWhenTwoImportTheSameFileAtOnce() throws Exception {
        HOUSE.point("race", MeasuringInterval.HOUR, "2020-01-01");
        String file = HEADER
                + hours("2024-06-01T04:00:00Z", 30 * 24).stream()
                        .map(hour -> "race," + hour + ",1,")
                        .collect(Collectors.joining("\n"));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            var one = CompletableFuture.supplyAsync(() -> HOUSE.run(HOURLY, file), two);
            var other = CompletableFuture.supplyAsync(() -> HOUSE.run(HOURLY, file), two);

            ImportCounts first = one.get().counts();
            ImportCounts second = other.get().counts();

            assertThat(first.accepted() + second.accepted()).isEqualTo(720);
            assertThat(first.unchanged() + second.unchanged()).isEqualTo(720);
            assertThat(first.rejected() + second.rejected()).isZero();
        }
    }

    @Test
    void keepsAnEventOfLongRowsBelowItsLimit() {
        HOUSE.point("long", MeasuringInterval.QUARTER_HOUR, "2020-01-01");
        String quotes = "\"\"".repeat(990);
        String rows = IntStream.range(0, 100)
                .mapToObj(i -> "long," + Instant.parse("2024-10-26T04:00:00Z").plusSeconds(900L * i) + ",1,GOOD,\""
                        + quotes + "\"")
                .collect(Collectors.joining("\n"));
        Profile noted = Profiles.parse("""
                name: noted
                layout: long
                time: {field: start, zone: UTC}
                point: point
                value: kwh
                quality: quality
                """);

        ImportSummary summary = HOUSE.run(noted, "point,start,kwh,quality,note\n" + rows);

        assertThat(summary.counts()).isEqualTo(new ImportCounts(100, 100, 0, 0, 0, 0, 0, 0));
        assertThat(HOUSE.log().after(before, 1_000))
                .filteredOn(stored -> stored.event() instanceof QuantitiesRecorded)
                .hasSizeGreaterThan(1)
                .allSatisfy(stored -> assertThat(stored.payload().length).isLessThan(65_536));
    }

    @Test
    void saysWhyAFileCannotBeReadAndLeavesOneDeadLetter() {
        for (byte[] file : List.of(
                new byte[] {0x1f, (byte) 0x8b, 1, 2, 3},
                new byte[0],
                "start,point\n1,2\n".getBytes(StandardCharsets.UTF_8))) {
            long head = HOUSE.log().head();
            ImportSummary summary = HOUSE.run(HOURLY, file);

            assertThat(summary.readable()).isFalse();
            assertThat(summary.failure()).isNotBlank();
            assertThat(HOUSE.events(DeadLetterReceived.class, head))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.reason()).isEqualTo(summary.failure()));
            assertThat(HOUSE.events(ImportEvent.class, head)).hasSize(2);
        }
    }

    @Test
    void takesWhatCameBeforeTheBreakInABrokenFile() {
        HOUSE.point("half", MeasuringInterval.GAS_DAY, "2020-01-01");
        Profile wide = Profiles.parse("""
                name: wide
                format: json
                records: data.rows
                time: {field: when.day, means: gas-day, zone: Europe/Copenhagen, day-starts: "06:00"}
                points: {flow.kwh: half}
                """);

        ImportSummary summary = HOUSE.run(
                wide,
                "{\"data\":{\"rows\":[{\"when\":{\"day\":\"2024-06-01\"},\"flow\":{\"kwh\":5}},{\"when\":{\"day\":\"2024-06-0");

        assertThat(summary.failure()).contains("not JSON");
        assertThat(summary.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void makesOneDeadLetterOfAWideRowWithoutATimeAndOneOfAFieldNobodyKnows() {
        HOUSE.point("w-one", MeasuringInterval.GAS_DAY, "2020-01-01");
        HOUSE.point("w-two", MeasuringInterval.GAS_DAY, "2020-01-01");
        Profile wide = Profiles.parse("""
                name: wide
                format: json
                time: {field: day, means: gas-day, zone: Europe/Copenhagen, day-starts: "06:00"}
                points: {one: w-one, two: w-two}
                absent:
                  - fields: [two]
                    before: 2024-06-02
                """);

        ImportSummary summary = HOUSE.run(wide, """
                [{"day":"2024-06-01","one":1,"two":null},
                 {"day":"2024-06-02","one":1,"two":null},
                 {"day":"soon","one":1,"two":2},
                 {"day":"2024-06-03","one":1,"two":2,"three":3,"four":null}]
                """);

        assertThat(summary.counts()).isEqualTo(new ImportCounts(4, 4, 0, 0, 0, 0, 1, 4));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(letter -> letter.line() + " " + letter.category())
                .containsExactlyInAnyOrder("2 NULL_VALUE", "3 BAD_TIME", "4 UNKNOWN_POINT");
    }

    @Test
    void turnsAwayWhoMayNotImportBeforeAnythingIsWritten() {
        Caller viewer = Caller.person(new UserId("vic"), new PersonId("vic"), Set.of(Role.VIEWER), "cli");

        assertThatThrownBy(() -> HOUSE.bean(Importer.class)
                        .run(
                                HOURLY,
                                "f.csv",
                                new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8)),
                                viewer))
                .isInstanceOfSatisfying(
                        DoorClosed.class,
                        closed -> assertThat(closed.answer().outcome()).isEqualTo(Outcome.FORBIDDEN));
        assertThat(HOUSE.events(ImportEvent.class, before)).isEmpty();
    }

    @Test
    void keepsTheBytesAndRecordsTheRunUnderTheFilesOwnNameOnly() throws IOException {
        HOUSE.point("kept", MeasuringInterval.HOUR, "2020-01-01");
        byte[] file = (HEADER + "kept,2024-06-02T04:00:00Z,10,").getBytes(StandardCharsets.UTF_8);

        ImportSummary summary = HOUSE.bean(Importer.class)
                .run(HOURLY, "/home/ann/C:\\files\\kept.csv", new ByteArrayInputStream(file), House.ACCOUNTANT);

        assertThat(summary.name()).isEqualTo("kept.csv");
        assertThat(summary.bytes()).isEqualTo(file.length);
        try (var stored = HOUSE.bean(ObjectDirectory.class).open(summary.file()).orElseThrow()) {
            assertThat(stored.readAllBytes()).isEqualTo(file);
        }
        assertThat(HOUSE.log().stream(new ImportId(summary.importId().value()).toString()))
                .hasSize(2);
    }

    private static List<Instant> hours(String from, int count) {
        Instant start = Instant.parse(from);
        return IntStream.range(0, count)
                .mapToObj(i -> start.plusSeconds(3600L * i))
                .toList();
    }
}
