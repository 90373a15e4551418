package io.tallybook.ui.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.ui.Program;
import io.tallybook.ui.real.Publication.Restated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * October 2024 is locked from the first publication; then the second one comes, twice, and a third. One directory, in order.
 * What is restated the test finds out by comparing the publications itself.
 */
@TestMethodOrder(OrderAnnotation.class)
class RestatementIT {
    private static final String CLOSE = "/api/v1/closes/denmark/2024-10";
    private static final String MONTH = "2024-10";
    private static final Publication FIRST = Publication.of(Sample.GAS_FLOW_FIRST);
    private static final Publication SECOND = Publication.of(Sample.GAS_FLOW_SECOND);
    private static final List<Restated> RESTATED = FIRST.restatedBy(SECOND);

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static OpenDemo demo;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, byte[]> issued;

    @BeforeAll
    static void lockTheMonth() throws Exception {
        Program.Run run = close("pack");
        assertThat(run.code()).as(run.output()).isZero();
        issued = new Pack(scratch.resolve("pack")).documents();
        demo = new OpenDemo(scratch.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    @Order(1)
    void countsARestatementAsLateForTheLockedMonthAndCorrectedForTheOthers() throws Exception {
        assertThat(RESTATED).hasSize(181);
        assertThat(days(RESTATED)).hasSize(141);
        assertThat(ofTheMonth()).hasSize(21);
        assertThat(days(ofTheMonth())).hasSize(19);

        Program.Run run = demo.importFile("operator", file(Sample.GAS_FLOW_SECOND));

        assertThat(run.code()).as(run.output()).isZero();
        int known = FIRST.size() - RESTATED.size();
        int added = SECOND.size() - FIRST.size();
        assertThat(run.output())
                .contains(added + " accepted, " + known + " unchanged, 160 corrected, 21 late, 0 duplicate")
                .contains("0 rejected");
    }

    @Test
    @Order(2)
    void raisesOneAdjustmentPerRestatedPointAndDayInOnePackageOfTheImport() {
        Person auditor = demo.as("auditor");
        JsonNode packages = auditor.await(
                "/api/v1/adjustments",
                page -> !page.get("rows").isEmpty()
                        && page.get("rows").get(0).get("adjustments").asInt() >= 21);

        assertThat(packages.get("rows")).hasSize(1);
        JsonNode all = packages.get("rows").get(0);
        assertThat(all.get("adjustments").asInt()).isEqualTo(21);
        assertThat(all.get("days").asInt()).isEqualTo(19);
        JsonNode rows = adjustments(auditor, all);
        assertThat(rows.valueStream().map(RestatementIT::restated).toList())
                .containsExactlyInAnyOrderElementsOf(ofTheMonth());
        assertThat(rows.valueStream())
                .allSatisfy(row -> assertThat(row.get("difference").asLong())
                        .isEqualTo(row.get("newEnergy").asLong()
                                - row.get("oldEnergy").asLong()));
    }

    @Test
    @Order(3)
    void aReversedDirectionIsOneAdjustmentWithBothSigns() {
        Person auditor = demo.as("auditor");
        JsonNode all = auditor.get("/api/v1/adjustments").get("rows").get(0);

        assertThat(adjustments(auditor, all).valueStream().map(RestatementIT::restated))
                .filteredOn(adjustment -> adjustment.point().equals("sweden"))
                .containsExactly(new Restated("sweden", "2024-10-01", -19_669_545, 1_242_947));
    }

    @Test
    @Order(4)
    void everyOtherRestatedValueIsACorrectedVersion() {
        Person auditor = demo.as("auditor");

        assertThat(RESTATED)
                .filteredOn(restated -> !restated.month().equals(MONTH))
                .hasSize(160)
                .allSatisfy(restated -> assertThat(versions(auditor, restated))
                        .containsExactlyInAnyOrder(
                                "1 REPLACED " + restated.before(), "2 EFFECTIVE " + restated.after()));
    }

    @Test
    @Order(5)
    void theDocumentsOfTheLockedMonthAreServedByteForByteAsIssued() {
        Person auditor = demo.as("auditor");

        assertThat(issued).hasSize(10);
        issued.forEach((name, bytes) ->
                assertThat(auditor.bytes(CLOSE + "/documents/" + name)).as(name).isEqualTo(bytes));
    }

    @Test
    @Order(6)
    void theSamePublicationAgainRaisesNothing() throws Exception {
        Program.Run run = demo.importFile("operator", scratch.resolve(Sample.GAS_FLOW_SECOND.fileName()));

        assertThat(run.output()).contains("0 accepted, " + SECOND.size() + " unchanged, 0 corrected, 0 late");
    }

    @Test
    @Order(7)
    void aThirdPublicationIsAdjustedFromTheSecondInAPackageOfItsOwn() throws Exception {
        long tyra = SECOND.value("tyra", "2024-10-20");
        long storage = SECOND.value("storage", "2024-10-31");
        Publication third = SECOND.with("kWhFromTyra", "2024-10-20", tyra - 5)
                .with("KWhToOrFromStorage", "2024-10-31", storage + 7)
                .only(MONTH);

        Program.Run run = demo.importFile("operator", third.write(scratch.resolve("third.json")));

        assertThat(run.output()).contains("0 accepted, 246 unchanged, 0 corrected, 2 late");
        Person auditor = demo.as("auditor");
        JsonNode packages = auditor.await(
                "/api/v1/adjustments",
                page -> page.get("rows").get(0).get("adjustments").asInt() == 2);
        assertThat(packages.get("rows")).hasSize(2);
        assertThat(adjustments(auditor, packages.get("rows").get(0))
                        .valueStream()
                        .map(RestatementIT::restated))
                .containsExactlyInAnyOrder(
                        new Restated("tyra", "2024-10-20", tyra, tyra - 5),
                        new Restated("storage", "2024-10-31", storage, storage + 7));
    }

    @Test
    @Order(8)
    void theRepeatLeftNothingInTheLogButTheImportItself() throws Exception {
        demo.close();
        List<Log.Stored> log = Log.events(scratch.resolve("data"), "%");
        List<Long> started = positions(log, "intake.import-started");
        List<Long> finished = positions(log, "intake.import-finished");

        // prices, first, second, second again, third
        assertThat(started).hasSize(5);
        assertThat(finished.get(3)).as("end of the repeat").isEqualTo(started.get(3) + 1);
        assertThat(started.get(4)).as("begin of the third").isEqualTo(finished.get(3) + 1);
        assertThat(positions(log, "adjustment.prior-period-adjustment-raised")).hasSize(23);
        assertThat(log.get(Math.toIntExact(started.get(3)) - 1).client()).isEqualTo("cli");
    }

    @Test
    @Order(9)
    void theLockedMonthStillGivesTheSamePack() throws Exception {
        Program.Run run = close("again");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(new Pack(scratch.resolve("again")).documents())
                .hasSameSizeAs(issued)
                .allSatisfy((name, bytes) -> assertThat(bytes).as(name).isEqualTo(issued.get(name)));
    }

    @Test
    @Order(10)
    void whatTheDemoScriptDidIsMarkedSoInTheLog() throws Exception {
        List<Log.Stored> deeds = Log.events(scratch.resolve("data"), "close.%");

        assertThat(deeds)
                .filteredOn(event -> Set.of("close.cutoff-declared", "close.close-approved", "close.lock-requested")
                        .contains(event.type()))
                .hasSize(4)
                .extracting(Log.Stored::client)
                .containsOnly("demo-script");
    }

    private static List<Restated> ofTheMonth() {
        return RESTATED.stream()
                .filter(restated -> restated.month().equals(MONTH))
                .toList();
    }

    private static List<Long> positions(List<Log.Stored> log, String type) {
        return log.stream()
                .filter(event -> event.type().equals(type))
                .map(Log.Stored::position)
                .toList();
    }

    private static Set<String> days(List<Restated> restated) {
        Set<String> days = new HashSet<>();
        restated.forEach(one -> days.add(one.day()));
        return days;
    }

    private static JsonNode adjustments(Person auditor, JsonNode all) {
        return auditor.get("/api/v1/adjustments/package?importId="
                        + all.get("importId").asString())
                .get("rows");
    }

    private static Restated restated(JsonNode adjustment) {
        return new Restated(
                adjustment.get("point").asString(),
                adjustment.get("day").asString(),
                adjustment.get("oldEnergy").asLong(),
                adjustment.get("newEnergy").asLong());
    }

    private static List<String> versions(Person auditor, Restated restated) {
        return auditor.get("/api/v1/points/" + restated.point() + "/days/" + restated.day() + "/records")
                .valueStream()
                .map(record -> record.get("version").asInt() + " "
                        + record.get("standing").asString() + " " + signed(record.get("quantity")))
                .toList();
    }

    private static long signed(JsonNode quantity) {
        long kwh = quantity.get("energy").asLong();
        return quantity.get("direction").asString().equals("DELIVERY") ? -kwh : kwh;
    }

    private static Program.Run close(String out) throws Exception {
        return Program.run(
                "demo",
                "--data",
                scratch.resolve("data").toString(),
                "--close",
                MONTH,
                "--out",
                scratch.resolve(out).toString());
    }

    private static Path file(Sample sample) throws IOException {
        Path file = scratch.resolve(sample.fileName());
        try (InputStream bytes = sample.open()) {
            Files.copy(bytes, file);
        }
        return file;
    }
}
