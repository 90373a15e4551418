package io.tallybook.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.messages.Sha256;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.saga.whole.StandInErp;
import io.tallybook.ui.Program;
import io.tallybook.ui.Program.Run;
import io.tallybook.ui.browser.RunningDemo;
import io.tallybook.ui.demo.AgreedSetup;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's month from its first approval to the lock by the command line only; one story in order, and so long. */
@TestMethodOrder(OrderAnnotation.class)
class CliIT {
    private static final String PERIOD = "2024-10";

    @TempDir
    static Path scratch;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.demo(scratch);
        for (String user : List.of("accountant", "approver-one", "approver-two", "operator", "viewer", "admin")) {
            keep(user, demo.as(user));
        }
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    @Order(1)
    void statusShowsEveryStepAndThePackHash() throws Exception {
        Run status = as("accountant", "close", "status", "--period", PERIOD);

        assertThat(status.code()).as(status.output()).isZero();
        assertThat(status.output())
                .containsSubsequence("open", "cutoff", "freeze", "balance", "journal", "approve", "lock")
                .containsPattern("pack hash [0-9a-f]{64}");
        assertThat(close().get("steps")).hasSize(14);
    }

    @Test
    @Order(2)
    void aDryRunTellsThePackHashOfTheRunInEarnestAndWritesNothing() throws Exception {
        Run restarted = as("accountant", "close", "run", "--period", PERIOD, "--dry-run");
        Run left = as("accountant", "close", "run", "--period", PERIOD, "--dry-run", "--errors-only");

        assertThat(restarted.output()).contains("run dry", hash(), "nothing was written");
        assertThat(left.code()).isZero();
        assertThat(left.output()).contains(hash(), "in earnest it would be 0 events");
        assertThat(Program.run("close", "status", "--dry-run").code()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void whatARuleForbidsIsOneSentenceAndExitCodeOne() throws Exception {
        refused(as("accountant", "close", "approve", "--period", PERIOD, "--hash", hash()), "tallybook: ");
        refused(as("approver-one", "close", "approve", "--period", PERIOD, "--hash", "0".repeat(64)), "pack");
        refused(as("approver-one", "close", "lock", "--period", PERIOD, "--hash", hash()), "tallybook: ");
        refused(as("accountant", "close", "status", "--period", "2031-01"), "/2031-01.");
        refused(as("accountant", "report", "--period", PERIOD), "No document of 2024-10 is issued yet");
        refused(
                Program.run(
                        "close",
                        "status",
                        "--period",
                        PERIOD,
                        "--server",
                        "http://127.0.0.1:1",
                        "--token-file",
                        file("accountant")),
                "Nothing answers");
    }

    @Test
    @Order(3)
    void wrongUsageIsExitCodeTwo() throws Exception {
        assertThat(Program.run("close", "statue", "--period", PERIOD).code()).isEqualTo(2);
        assertThat(Program.run("close", "status").code()).isEqualTo(2);
        Run noHash = as("approver-one", "close", "approve", "--period", PERIOD);
        assertThat(noHash.code()).isEqualTo(2);
        assertThat(noHash.output()).contains("--hash");
    }

    @Test
    @Order(4)
    void aTokenFileOthersCanReadIsNotUsed() throws Exception {
        Path open = scratch.resolve("open.token");
        Files.copy(token("accountant"), open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));

        refused(
                Program.run(
                        "close",
                        "status",
                        "--period",
                        PERIOD,
                        "--server",
                        demo.address(),
                        "--token-file",
                        open.toString()),
                "can be read by others");
    }

    @Test
    @Order(5)
    void signsInAtTheTerminalAndKeepsTheTokenForScripts() throws Exception {
        Path kept = scratch.resolve("kept.token");

        String seen = Terminal.run(
                "auditor\n" + demo.password("auditor") + "\n",
                "token",
                "--server",
                demo.address(),
                "--out",
                kept.toString());

        assertThat(seen).contains("User:", "Password:", "The token is in").doesNotContain(demo.password("auditor"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        Run status = Program.run(
                "close", "status", "--period", PERIOD, "--server", demo.address(), "--token-file", kept.toString());
        assertThat(status.code()).as(status.output()).isZero();
    }

    @Test
    @Order(6)
    void importsAFileAgainWithoutChangingAnything() throws Exception {
        Path file = scratch.resolve(Sample.GAS_FLOW_FIRST.fileName());
        try (InputStream bytes = Sample.GAS_FLOW_FIRST.open()) {
            Files.copy(bytes, file);
        }

        Run run = as("operator", "import", "--profile", "energinet-gasflow", file.toString());

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("0 accepted, 27692 unchanged, 0 corrected, 0 late");
        refused(as("operator", "import", "--profile", "no-such-profile", file.toString()), "no-such-profile");
        refused(
                as(
                        "operator",
                        "import",
                        "--profile",
                        "henry-hub",
                        scratch.resolve("none.csv").toString()),
                "none.csv");
    }

    @Test
    @Order(6)
    void aReviewPointAndAFileFromTheTerminal() throws Exception {
        Path proof = Files.writeString(scratch.resolve("proof.txt"), "the pipes were packed\n");

        assertThat(notes(
                                "approver-one",
                                "--write",
                                "why so much?",
                                "--on",
                                "task:BALANCE",
                                "--review-point",
                                "--for",
                                "accountant")
                        .code())
                .isZero();
        assertThat(as("accountant", "mine").output()).contains("why so much?");
        assertThat(notes("accountant", "--note", "1", "--resolve").code()).isZero();
        refused(notes("accountant", "--note", "1", "--close"), "tallybook: ");
        assertThat(notes("approver-one", "--note", "1", "--close").code()).isZero();
        assertThat(notes("accountant", "--attach", proof.toString(), "--on", "task:BALANCE")
                        .code())
                .isZero();

        assertThat(notes("operator").output()).contains("why so much?", "proof.txt");
        assertThat(notes("accountant", "--write", "about nothing").code()).isEqualTo(2);
    }

    private static Run notes(String user, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("notes", "--period", PERIOD));
        line.addAll(List.of(options));
        return as(user, line.toArray(String[]::new));
    }

    @Test
    @Order(6)
    void aMissingDayIsEstimatedLookedAtAndAcceptedFromTheTerminal() throws Exception {
        List<String> first = List.of(
                "--method",
                "STATED",
                "--kwh",
                "80000",
                "--first-day",
                "2026-05-01",
                "--last-day",
                "2026-05-01",
                "--reason",
                "no meter yet");
        Run shown = estimate("accountant", Stream.concat(first.stream(), Stream.of("--preview")));
        assertThat(shown.output()).contains("~80000 kWh", "would wait for an approver: 80000 kWh");
        assertThat(estimate("accountant", Stream.empty()).output()).doesNotContain("80000");

        assertThat(estimate("accountant", first.stream()).output()).contains("accepted");
        assertThat(estimate("operator", Stream.empty()).output()).contains("waiting", "no meter yet");
        refused(estimate("accountant", Stream.of("--accept", "1")), "APPROVER");
        assertThat(estimate("approver-one", Stream.of("--accept", "1")).code()).isZero();
        assertThat(estimate("operator", Stream.empty()).output()).contains("standing", "80000 kWh");
        refused(estimate("accountant", first.stream()), "nothing is missing on these gas days");

        assertThat(estimate("accountant", Stream.of("--withdraw", "1")).code()).isEqualTo(2);
        assertThat(estimate("accountant", Stream.of("--withdraw", "1", "--reason", "it reads again"))
                        .code())
                .isZero();
        assertThat(estimate("operator", Stream.empty()).output()).contains("withdrawn");
    }

    private static Run estimate(String user, Stream<String> options) throws Exception {
        return as(
                user,
                Stream.concat(Stream.of("estimate", "sweden/2026-05"), options).toArray(String[]::new));
    }

    @Test
    @Order(6)
    void softLocksAndAnExceptionFromTheTerminal() throws Exception {
        refused(as("accountant", "locks", "move", "--measurement", "2024-10-31", "--reason", "mine"), "APPROVER");
        Run moved = as("approver-one", "locks", "move", "--measurement", "2024-10-31", "--reason", "reviewed");
        assertThat(moved.code()).as(moved.output()).isZero();
        assertThat(as("accountant", "locks", "show").output()).contains("measurement: 2024-10-31", "accounting: none");

        Run excepted = as(
                "approver-one",
                "locks",
                "except",
                "--area",
                "measurement",
                "--person",
                "accountant",
                "--minutes",
                "5",
                "--reason",
                "a late correction");
        assertThat(excepted.code()).as(excepted.output()).isZero();
        assertThat(as("accountant", "locks", "show").output()).contains("1 measurement for accountant until");
        assertThat(as("approver-one", "locks", "end", "--number", "1", "--reason", "done")
                        .code())
                .isZero();
        assertThat(as("accountant", "locks", "show").output()).contains("ended: a late correction");
        assertThat(as("approver-one", "locks", "move", "--measurement", "none", "--reason", "open again")
                        .code())
                .isZero();
    }

    @Test
    @Order(6)
    void anApprovalRightIsLentAndTakenBackFromTheTerminal() throws Exception {
        Instant now = Instant.now();
        Run lent = as(
                "approver-two",
                "delegate",
                "--group",
                "denmark",
                "--to",
                "viewer",
                "--from",
                now.minusSeconds(3600).toString(),
                "--until",
                now.plusSeconds(3600).toString(),
                "--reason",
                "on leave");
        assertThat(lent.output()).contains("approver-two to viewer", "in force");
        assertThat(as("viewer", "mine").output()).contains("approve");

        Run back = as("approver-two", "delegate", "--group", "denmark", "--revoke", "1", "--reason", "back early");
        assertThat(back.output()).contains("approver-two to viewer", "revoked");
    }

    @Test
    @Order(6)
    void whoWorksOnWhatIsShownAndOnlyAnAdminClears() throws Exception {
        String claim = "processor/process-month-end-close/0";
        assertThat(as("viewer", "processing", "show").output()).contains(claim + " held by embedded since ");
        assertThat(as("viewer", "processing", "show", "--stale").output()).doesNotContain(claim);
        refused(as("accountant", "processing", "clear", claim, "--reason", "it seems slow"), "ADMIN");
        refused(as("admin", "processing", "clear", claim, "--reason", "it seems slow"), "embedded holds it");
    }

    @Test
    @Order(7)
    void twoApproversSign() throws Exception {
        String shown = hash();
        // the stand-in for an ERP leaves alone what it has answered: this test answers
        Files.createDirectories(outbox());
        Files.createFile(outbox().resolve(key() + ".posted"));

        account("arthur", "VIEWER");
        refused(as("arthur", "close", "approve", "--period", PERIOD, "--hash", shown), "APPROVER");
        account("arthur", "APPROVER");
        Run first = as("arthur", "close", "approve", "--period", PERIOD, "--hash", shown);
        assertThat(first.code()).as(first.output()).isZero();
        Run repeat = as("arthur", "close", "approve", "--period", PERIOD, "--hash", shown);
        assertThat(repeat.code()).as(repeat.output()).isZero();
        assertThat(close().get("approvals")).hasSize(1);
        Run second = as("approver-two", "close", "approve", "--period", PERIOD, "--hash", shown);
        assertThat(second.code()).as(second.output()).isZero();
    }

    @Test
    @Order(8)
    void whatTheErpRefusesIsPostedAgainAndOnOtherAccountsFromTheTerminal() throws Exception {
        StandInErp erp = new StandInErp(scratch.resolve("demo").resolve("erp"));
        erp.reject(key(), "account 5010 is closed");
        awaitKey("account 5010 is closed");
        Run keys = as("accountant", "journal", "--period", PERIOD, "--erp");
        assertThat(keys.output())
                .contains("1 keys sent, 0 acknowledged, 1 rejected, 0 missing", "account 5010 is closed");

        Path batch = outbox().resolve(key() + ".csv");
        byte[] first = Files.readAllBytes(batch);
        Files.delete(batch);
        Run repost = as("accountant", "journal", "--period", PERIOD, "--repost", "it is open again");
        assertThat(repost.code()).as(repost.output()).isZero();
        erp.reject(key(), "account 5010 is to be replaced");
        awaitKey("account 5010 is to be replaced");
        assertThat(Files.readAllBytes(batch)).as("the same key, the same bytes").isEqualTo(first);
        assertThat(postings().get("sent").asInt()).isEqualTo(1);

        AgreedSetup accounts = new AgreedSetup(demo.as("engineer"), demo.as("approver-one"));
        for (JsonNode account : uses()) {
            boolean moves = account.get("use").asString().equals("GAS_PURCHASES");
            accounts.row(
                    SetupSheet.ACCOUNTS,
                    "sample-accounts",
                    account.get("use").asString(),
                    moves ? "5011" : account.get("number").asString(),
                    account.get("name").asString());
        }
        accounts.agree("purchases move");
        Run remap = as("accountant", "journal", "--period", PERIOD, "--remap", "purchases go to 5011");
        assertThat(remap.code()).as(remap.output()).isZero();

        await("POST");
        Run posted = as("accountant", "journal", "--period", PERIOD, "--erp");
        assertThat(posted.output())
                .contains("2 keys sent, 1 acknowledged, 1 rejected, 0 missing")
                .containsPattern("CLOSE/1 +REJECTED")
                .containsPattern("CLOSE/1-2 +ACKNOWLEDGED .* SAMPLE-");
        assertThat(Files.readString(outbox().resolve(key() + "-2.csv"))).contains(",5011,");
        Run named = as("accountant", "journal", "--period", PERIOD, "--journal", "CLOSE/1", "--erp");
        assertThat(named.output()).isEqualTo(posted.output());
        Run both = as("accountant", "journal", "--period", PERIOD, "--reconcile");
        assertThat(both.code()).as(both.output()).isZero();
        assertThat(both.output()).containsPattern("CLOSE/1-2 +AGREES");
        refused(as("accountant", "journal", "--period", PERIOD, "--repost", "once more"), "The journal is posted.");
        refused(as("accountant", "journal", "--period", PERIOD, "--remap", "once more"), "The journal is posted.");
        refused(as("accountant", "journal", "--period", PERIOD, "--journal", "PPA/1"), "There is no journal");
    }

    private static Path outbox() {
        return scratch.resolve("demo").resolve("erp").resolve("outbox");
    }

    /** The first key of the close's journal as a file name. */
    private static String key() throws IOException {
        return WhichClose.onlyGroup(demo.as("auditor")) + "_" + PERIOD + "_CLOSE_1";
    }

    private static JsonNode postings() throws IOException {
        return demo.as("auditor").get(path() + "/journal/postings");
    }

    /** Every use with its account, as the map stands now. */
    private static List<JsonNode> uses() throws IOException {
        JsonNode map = demo.as("auditor")
                .get("/api/v1/account-maps/sample-accounts")
                .get(0)
                .get("map");
        return map.propertyStream()
                .map(use -> (JsonNode) JsonMapper.shared()
                        .createObjectNode()
                        .put("use", use.getKey())
                        .put("number", use.getValue().get("number").asString())
                        .put("name", use.getValue().get("name").asString()))
                .toList();
    }

    private static void awaitKey(String sentence) throws IOException, InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            if (postings().toString().contains(sentence)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(sentence + " is not there: " + postings());
    }

    @Test
    @Order(9)
    void oneLocks() throws Exception {
        String shown = hash();
        await("PUBLISH");
        Run lock = as("approver-two", "close", "lock", "--period", PERIOD, "--hash", shown);
        assertThat(lock.code()).as(lock.output()).isZero();
        await("LOCK");
        assertThat(close().get("packHash").asString()).isEqualTo(shown);
    }

    @Test
    @Order(10)
    void theReportIsTheIssuedBytesAndTheJournalBalances() throws Exception {
        Path pack = scratch.resolve("pack");
        Run report = as("accountant", "report", "--period", PERIOD, "--out", pack.toString());
        assertThat(report.code()).as(report.output()).isZero();
        JsonNode issued = demo.as("auditor").get(path() + "/documents");
        try (Stream<Path> files = Files.list(pack)) {
            assertThat(files).hasSize(issued.size()).hasSizeGreaterThan(5);
        }
        for (JsonNode document : issued) {
            Path file = pack.resolve(document.get("document").get("name").asString());
            assertThat(document.toString())
                    .contains(Sha256.of(Files.readAllBytes(file)).hex());
        }

        BigDecimal sum = BigDecimal.ZERO;
        JsonNode journal = json(as("accountant", "journal", "--period", PERIOD, "--json"));
        for (JsonNode line : journal.get("lines")) {
            sum = sum.add(line.get("debit").get("amount").decimalValue())
                    .subtract(line.get("credit").get("amount").decimalValue());
        }
        assertThat(journal.get("lines")).isNotEmpty();
        assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    @Order(99)
    void everyRowOfTheLogWasWrittenByACommand() throws Exception {
        Run verified = as("operator", "ledger", "verify");

        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).containsPattern("[0-9]{4,} events, each written by a command, none missing\\.");
    }

    private static void account(String user, String role) throws IOException {
        String password = "chosen by himself 1";
        demo.as("admin")
                .put(
                        "/api/v1/users/" + user,
                        Map.of("person", user, "name", user, "password", password, "roles", List.of(role)));
        keep(user, new Api(demo.address(), "api", null).signIn(user, password));
    }

    private static void keep(String user, Api signedIn) throws IOException {
        Files.deleteIfExists(token(user));
        Files.createFile(
                token(user), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token(user), signedIn.token());
    }

    private static void refused(Run run, String sentence) {
        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("tallybook: ").contains(sentence).doesNotContain("Exception");
    }

    private static Run as(String user, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--server", demo.address(), "--token-file", file(user)));
        return Program.run(all.toArray(String[]::new));
    }

    private static void await(String step) throws IOException, InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            for (JsonNode it : close().get("steps")) {
                if (it.get("step").asString().equals(step)
                        && it.get("state").asString().equals("DONE")) {
                    return;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError(step + " not done: " + close());
    }

    private static JsonNode close() throws IOException {
        return demo.as("auditor").get(path());
    }

    private static String hash() throws IOException {
        return close().get("packHash").asString();
    }

    private static String path() throws IOException {
        return "/api/v1/closes/" + WhichClose.onlyGroup(demo.as("auditor")) + "/" + PERIOD;
    }

    private static JsonNode json(Run run) {
        assertThat(run.code()).as(run.output()).isZero();
        return JsonMapper.builder()
                .build()
                .readTree(run.output().substring(run.output().indexOf('{')));
    }

    private static Path token(String user) {
        return scratch.resolve(user + ".token");
    }

    private static String file(String user) {
        return token(user).toString();
    }
}
