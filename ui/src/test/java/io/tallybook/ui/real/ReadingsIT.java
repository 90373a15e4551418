package io.tallybook.ui.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.ui.Program;
import io.tallybook.ui.real.Person.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Readings by POST and put right by a corrected file, in a demo whose October is prepared and whose November is open data. */
@TestMethodOrder(OrderAnnotation.class)
class ReadingsIT {
    private static final String READINGS = "/api/v1/readings";
    private static final String NOVEMBER = "/api/v1/closes/denmark/2024-11";
    private static final Publication PUBLISHED = Publication.of(Sample.GAS_FLOW_FIRST);
    private static final List<Map<String, Object>> BATCH = List.of(
            reading("tyra", "2025-12-01", "1000"),
            reading("tyra", "2024-11-05", kwh("tyra", "2024-11-05", 0)),
            reading("tyra", "2024-11-06", kwh("tyra", "2024-11-06", 1)),
            reading("tyra", "2025-12-01", "1000"),
            reading("tyra", "2024-11-07", "much"),
            reading("atlantis", "2024-11-07", "5"));
    private static final List<String> FATES =
            List.of("ACCEPTED", "UNCHANGED", "CORRECTED", "DUPLICATE", "REJECTED", "REJECTED");

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static OpenDemo demo;

    @BeforeAll
    static void lockOctober() throws Exception {
        Path autumn = PUBLISHED.only("2024-1").write(scratch.resolve("autumn.json"));
        Program.Run run = Program.run(
                "demo",
                "--data",
                scratch.resolve("data").toString(),
                "--close",
                "2024-10",
                "--source",
                autumn.toString(),
                "--out",
                scratch.resolve("pack").toString());
        assertThat(run.code()).as(run.output()).isZero();
        demo = new OpenDemo(scratch.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    @Order(1)
    void saysOfEachReadingWhatBecameOfIt() {
        Reply reply = demo.as("operator").post(READINGS, BATCH, "Idempotency-Key", "batch-1");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(outcomes(reply)).isEqualTo(FATES);
        assertThat(reply.json().get("results").get(4).get("reason").asString()).contains("much");
        assertThat(reply.json().get("results").get(5).get("reason").asString()).contains("atlantis");
    }

    @Test
    @Order(2)
    void aRepeatWithItsKeyGetsTheSameAnswerAndWithoutItChangesNoFigure() {
        Person operator = demo.as("operator");
        long head = head(operator);

        Reply same = operator.post(READINGS, BATCH, "Idempotency-Key", "batch-1");
        Reply other = operator.post(READINGS, BATCH.subList(0, 2), "Idempotency-Key", "batch-1");
        assertThat(outcomes(same)).isEqualTo(FATES);
        assertThat(same.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(other.status()).isEqualTo(422);
        Reply again = operator.post(READINGS, BATCH);

        assertThat(outcomes(again))
                .containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED", "DUPLICATE", "REJECTED", "REJECTED");
        assertThat(again.json().get("summary").get("position").asLong())
                .as("only the import's own two events, and the same dead letters")
                .isEqualTo(head + 2);
    }

    @Test
    @Order(3)
    void aReadingOfTheLockedMonthIsLateAndRaisesAnAdjustment() {
        Reply reply = demo.as("operator")
                .post(READINGS, List.of(reading("germany", "2024-10-20", kwh("germany", "2024-10-20", 3))));

        assertThat(outcomes(reply)).containsExactly("LATE");
        JsonNode all = demo.as("auditor")
                .await("/api/v1/adjustments", page -> !page.get("rows").isEmpty());
        assertThat(all.get("rows").get(0).get("difference").asLong()).isEqualTo(3);
    }

    @Test
    @Order(4)
    void nobodyDeliversReadingsWithoutTheRightOrWithoutSigningIn() {
        assertThat(demo.as("viewer").post(READINGS, BATCH).status()).isEqualTo(403);
        assertThat(new Person(demo.address(), "").post(READINGS, BATCH).status())
                .isEqualTo(401);
        assertThat(demo.as("operator").post(READINGS, Map.of("no", "batch")).status())
                .isEqualTo(422);
    }

    @Test
    @Order(5)
    void anOpenDeadLetterBlocksItsMonth() throws Exception {
        Path spoilt = PUBLISHED
                .spoilt("KWhFromBiogas", "2024-11-09")
                .only("2024-11-09")
                .write(scratch.resolve("spoilt.json"));
        Program.Run run = demo.importFile("operator", spoilt);
        assertThat(run.output()).contains("7 unchanged").contains("1 rejected");

        Person accountant = demo.as("accountant");
        accountant.post(NOVEMBER, Map.of());
        accountant.await(NOVEMBER, close -> close.has("status"));
        accountant.post(NOVEMBER + "/cutoff", Map.of());

        JsonNode blocked = accountant.await(NOVEMBER, close -> blockers(close).size() == 2);
        assertThat(blockers(blocked)).containsExactlyInAnyOrder("OPEN_DEAD_LETTERS Biogas", "OPEN_DEAD_LETTERS Tyra");
        assertThat(blocked.get("status").asString()).isEqualTo("RUNNING");
    }

    @Test
    @Order(6)
    void aCorrectedFilePutsItRight() throws Exception {
        Program.Run run =
                demo.importFile("operator", PUBLISHED.only("2024-11-09").write(scratch.resolve("corrected.json")));

        assertThat(run.output()).contains("8 unchanged").contains("0 rejected");
        JsonNode close =
                demo.as("accountant").await(NOVEMBER, one -> blockers(one).equals(List.of("OPEN_DEAD_LETTERS Tyra")));
        assertThat(close.get("status").asString()).isEqualTo("RUNNING");
    }

    @Test
    @Order(7)
    void anExclusionNeedsAnAccountantAndAReason() {
        String id = demo.as("accountant")
                .get("/api/v1/dead-letters?status=OPEN")
                .get("rows")
                .valueStream()
                .filter(letter -> letter.get("reason").asString().contains("much"))
                .findFirst()
                .orElseThrow()
                .get("deadLetter")
                .asString();
        String path = "/api/v1/dead-letters/exclusions?id=" + id.replace("/", "%2F");
        assertThat(demo.as("operator").post(path, Map.of("reason", "x")).status())
                .isEqualTo(403);
        Reply unexplained = demo.as("accountant").post(path, Map.of("reason", " "));
        assertThat(unexplained.status()).isEqualTo(409);
        assertThat(unexplained.text()).contains("reason-required");

        Reply excluded = demo.as("accountant").post(path, Map.of("reason", "the meter was read by hand"));

        assertThat(excluded.status()).as(excluded.text()).isEqualTo(200);
        JsonNode close = demo.as("accountant")
                .await(
                        NOVEMBER,
                        one -> !blockers(one).isEmpty()
                                && blockers(one).stream().allMatch(ReadingsIT::isForPeopleToExplain));
        assertThat(close.get("status").asString()).isEqualTo("RUNNING");
    }

    @Test
    @Order(8)
    void theLogTellsTheChannelOfEveryDelivery() throws Exception {
        demo.close();

        assertThat(Log.events(scratch.resolve("data"), "intake.import-started"))
                .extracting(Log.Stored::client)
                .containsExactly("demo-script", "demo-script", "api", "api", "api", "api", "cli", "cli");
    }

    @Test
    @Order(9)
    void nobodyIsTheDemosScriptOutsideADemo() throws Exception {
        Path output = scratch.resolve("start.out");
        Process books = Program.start(
                output, "start", "--data", scratch.resolve("books").toString(), "--port", "0");
        try {
            String address = OpenDemo.await(books, output, "Ctrl-C stops it.")
                    .replaceFirst("(?s).*Tallybook is at (\\S+).*", "$1");
            Person nobody = new Person(address, "");
            Map<String, String> wrong = Map.of("user", "accountant", "password", "guess");

            Reply asScript = nobody.post("/api/v1/tokens", wrong, "X-Client", "demo-script");
            Reply asApi = nobody.post("/api/v1/tokens", wrong);

            assertThat(asScript.status()).isEqualTo(403);
            assertThat(asScript.text()).contains("accepted only in a demo directory");
            assertThat(asApi.status()).isEqualTo(401);
        } finally {
            OpenDemo.stop(books);
        }
    }

    private static Map<String, Object> reading(String point, String day, String kwh) {
        return Map.of("point", point, "gasDay", day, "kwh", kwh);
    }

    private static String kwh(String point, String day, long more) {
        return Long.toString(PUBLISHED.value(point, day) + more);
    }

    private static List<String> outcomes(Reply reply) {
        return reply.json()
                .get("results")
                .valueStream()
                .map(result -> result.get("outcome").asString())
                .toList();
    }

    private static List<String> blockers(JsonNode close) {
        return close.get("blockers")
                .valueStream()
                .map(blocker -> blocker.get("kind").asString() + " "
                        + blocker.get("subject").asString())
                .toList();
    }

    /** What stays of a month whose readings are all in: its figures wait for a person's words. */
    private static boolean isForPeopleToExplain(String blocker) {
        return blocker.startsWith("IMBALANCE_UNEXPLAINED") || blocker.startsWith("VARIANCE_UNREVIEWED");
    }

    /** The head of the log, as an import of nothing new tells it. */
    private static long head(Person operator) {
        Reply reply = operator.post(READINGS, List.of(reading("tyra", "2024-11-05", kwh("tyra", "2024-11-05", 0))));
        return reply.json().get("summary").get("position").asLong();
    }
}
