package io.tallybook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.migrations.EmbeddedDatabase;
import io.tallybook.ui.SampleMath.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built program closes the sample's month as a user starts it, in a process of its own. One directory, in order. */
@TestMethodOrder(OrderAnnotation.class)
class DemoCloseIT {
    @TempDir
    static Path scratch;

    private static Path data;
    private static SampleMath math;

    @BeforeAll
    static void samples() throws IOException {
        data = scratch.resolve("data");
        math = new SampleMath(copy(Sample.GAS_FLOW_FIRST), copy(Sample.HENRY_HUB));
    }

    @Test
    @Order(1)
    void closesAMonthThroughEveryStepToTheLock() throws Exception {
        Program.Run run = close("2024-10", "first");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("27692 accepted", "2828 absent", "0 rejected")
                .containsSubsequence("open ", "cutoff ", "completeness ", "freeze ", "journal ", "approve ", "lock ")
                .contains("2024-10 is locked; 10 documents");
    }

    @Test
    @Order(2)
    void itsStatementsEqualAnIndependentComputationToTheKwhAndCent() throws Exception {
        assertThat(statements("first")).isEqualTo(math.month("2024-10"));
    }

    @Test
    @Order(3)
    void aLockedMonthGivesTheSamePackAgainAndAppendsNothing() throws Exception {
        long head = head();

        Program.Run run = close("2024-10", "second");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(head()).isEqualTo(head);
        for (Path file : files("first")) {
            assertThat(scratch.resolve("second").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        assertThat(files("second")).hasSameSizeAs(files("first"));
    }

    @Test
    @Order(4)
    void refusesASkippedAndAnEarlierMonthInOneSentence() throws Exception {
        Program.Run skipped = close("2025-02", "none");
        assertThat(skipped.code()).isEqualTo(1);
        assertThat(skipped.output()).contains("tallybook: ").doesNotContain("Exception");

        Program.Run earlier = close("2024-09", "none");
        assertThat(earlier.code()).isEqualTo(1);
        assertThat(earlier.output()).contains("tallybook: ").doesNotContain("Exception");
    }

    @Test
    @Order(5)
    void theNextMonthFollows() throws Exception {
        Program.Run run = close("2024-11", "next");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("Importing");
        assertThat(statements("next")).isEqualTo(math.month("2024-11"));
    }

    @Test
    @Order(6)
    void realBooksAreNotOpenedInADemoDirectory() throws Exception {
        Program.Run run = Program.run("start", "--data", data.toString(), "--port", "0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("is a demo's").doesNotContain("Exception");
    }

    private static Program.Run close(String period, String out) throws IOException, InterruptedException {
        return Program.run(
                "demo",
                "--data",
                data.toString(),
                "--close",
                period,
                "--out",
                scratch.resolve(out).toString());
    }

    private static Map<String, Totals> statements(String out) throws IOException {
        Map<String, Totals> totals = new TreeMap<>();
        for (Path file : files(out)) {
            String name = file.getFileName().toString();
            if (name.startsWith("statement-") && name.endsWith(".csv")) {
                totals.put(name.replaceFirst("statement-(.*)-\\d{4}-\\d{2}\\.csv", "$1"), total(file));
            }
        }
        return totals;
    }

    private static Totals total(Path file) throws IOException {
        BigInteger[] kwh = {BigInteger.ZERO, BigInteger.ZERO};
        BigDecimal[] money = {BigDecimal.ZERO, BigDecimal.ZERO};
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(Files.readString(file), format)) {
            rows.stream().filter(row -> row.get("record").equals("line")).forEach(row -> {
                int way = row.get("direction").equals("RECEIPT") ? 0 : 1;
                kwh[way] = kwh[way].add(new BigInteger(row.get("energy_kwh")));
                money[way] = money[way].add(new BigDecimal(row.get("amount")));
            });
        }
        return new Totals(kwh[0], kwh[1], money[0], money[1]);
    }

    private static Iterable<Path> files(String out) throws IOException {
        try (Stream<Path> files = Files.list(scratch.resolve(out))) {
            return files.sorted().toList();
        }
    }

    private static long head() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                var connection = DriverManager.getConnection(
                        database.address().url(),
                        database.address().app().user(),
                        database.address().app().password());
                var rows = connection.createStatement().executeQuery("select position from log_head")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Path copy(Sample sample) throws IOException {
        Path file = scratch.resolve(sample.fileName());
        try (InputStream bytes = sample.open()) {
            Files.copy(bytes, file);
        }
        return file;
    }
}
