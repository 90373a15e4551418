package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.saga.whole.StandInErp;
import io.tallybook.ui.demo.DemoClose;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The demo's October from its pack to the lock, opened again and locked anew, told by the requests of the docs. */
final class MonthStories {
    private static final String OCTOBER = "/closes/denmark/2024-10";
    private static final String CLOSE = "/closes/{group}/{period}";
    private static final String REVIEW = "/variances/{contract}/{period}";

    private final SentRequests docs;
    private final HouseStories house;
    private final Set<String> told = new HashSet<>();

    MonthStories(SentRequests docs, HouseStories house) {
        this.docs = docs;
        this.house = house;
    }

    void aCloseIsHeldGoesOnAndIsLookedAtBesideTheOldSystem() throws Exception {
        docs.send("POST " + CLOSE + "/hold");
        docs.send("POST " + CLOSE + "/resumption");
        docs.send("POST " + CLOSE + "/comparison");
        docs.send("POST " + CLOSE + "/dry-runs");
    }

    void aRejectedPackIsTakenAnew() throws Exception {
        String shown = pack();
        docs.send("POST " + CLOSE + "/rejections", "{{packHash}}", shown);
        docs.send("POST " + CLOSE + "/restart");
        awaitStatus("READY");
    }

    /** One is left for adjustment; the other is let in, and what it moves is explained, accepted and reviewed. */
    void whatCameLateIsLeftOrLetInAndExplained() throws Exception {
        docs.send("POST /imports");
        awaitBlocker("LATE_UNDECIDED");
        docs.send("POST " + CLOSE + "/late/{point}");
        docs.send("POST /imports", ",-1,", ",-250000000,");
        awaitBlocker("LATE_UNDECIDED");
        docs.send("POST " + CLOSE + "/late/{point}", "LEAVE", "THAW", "below materiality", "it is what flowed");
        for (JsonNode close = blocked(); !is(close, "READY"); close = blocked()) {
            for (JsonNode blocker : close.get("blockers")) {
                settle(blocker);
            }
        }
        assertThat(docs.seen())
                .contains("POST /balances/{area}/{period}/explanations", "POST " + REVIEW + "/signatures");
    }

    private JsonNode blocked() throws Exception {
        return docs.await(
                OCTOBER,
                close -> is(close, "READY")
                        || close.get("blockers").valueStream().anyMatch(blocker -> !told.contains(name(blocker))));
    }

    /** By kind and subject, and of a variance every time it is met: its lines come one by one. */
    private static String name(JsonNode blocker) {
        return kind(blocker) + blocker.get("subject").asString();
    }

    private void settle(JsonNode blocker) throws Exception {
        switch (kind(blocker)) {
            case "IMBALANCE_UNEXPLAINED" -> {
                String day = blocker.get("link").path("day").asString("");
                if (told.add(name(blocker))) {
                    docs.send(
                            "POST /balances/{area}/{period}/explanations",
                            "\"day\": \"2024-10-10\", ",
                            day.isEmpty() ? "" : "\"day\": \"" + day + "\", ");
                }
            }
            case "IMBALANCE_NOT_ACCEPTED" -> {
                if (told.add(name(blocker))) {
                    docs.send(
                            "POST /balances/{area}/{period}/acceptance",
                            "{{contentHash}}",
                            docs.read("/balances/danish-system/2024-10")
                                    .get("contentHash")
                                    .asString());
                }
            }
            case "VARIANCE_UNREVIEWED" -> {
                for (JsonNode review : docs.read(OCTOBER + "/variances")) {
                    for (JsonNode line : review.get("lines")) {
                        review(review.get("review").asString().replaceFirst("/.*", ""), line);
                    }
                }
            }
            default -> throw new AssertionError(blocker);
        }
    }

    private void review(String contract, JsonNode line) throws Exception {
        String state = line.path("word").path("state").asString("");
        String path = "/variances/" + contract + "/";
        String point = line.at("/figures/line/point").asString();
        String direction = line.at("/figures/line/direction").asString();
        if (state.equals("PENDING")) {
            docs.send("POST " + REVIEW + "/explanations", line(path, point, direction));
        } else if (state.equals("REVIEW") && !docs.seen().contains("POST " + REVIEW + "/returns")) {
            docs.send("POST " + REVIEW + "/returns", line(path, point, direction));
        } else if (state.equals("REVIEW")) {
            docs.send(
                    "POST " + REVIEW + "/signatures",
                    line(
                            path,
                            point,
                            direction,
                            "{{explanation}}",
                            line.at("/word/hash").asString()));
        }
    }

    private static String[] line(String path, String point, String direction, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("/variances/northern-gas-1/", path, "\"sweden\"", '"' + point + '"', "DELIVERY", direction));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** The ERP refuses the journal twice: once its period was closed, once the account is another by now. */
    void theErpRefusesTheJournalUntilItIsOnTheRightAccounts() throws Exception {
        String key = "denmark_2024-10_CLOSE_1";
        leaveToUs(key);
        String pack = pack();
        docs.send("POST " + CLOSE + "/approvals", "{{packHash}}", pack);
        docs.sendAs("approver-two", "POST " + CLOSE + "/approvals", "{{packHash}}", pack);
        refuse(key, "account 5010 is closed", OCTOBER + "/journal/postings");
        docs.send("POST " + CLOSE + "/journal/repost");
        refuse(key, "account 5010 is to be replaced", OCTOBER + "/journal/postings");
        house.agree(docs.send("PUT /account-maps/{id}"));
        docs.send("POST " + CLOSE + "/journal/remap");
        awaitStatus("PUBLISHED");
        docs.send("POST " + CLOSE + "/journal/reconcile");
        docs.send("POST " + CLOSE + "/lock", "{{packHash}}", pack);
        awaitStatus("LOCKED");
        docs.send("POST /calendars/{group}/hard-lock");
    }

    /** No once, then yes by two; while the ERP takes the journal back it is told to once more. */
    void theLockedMonthIsOpenedAgain() throws Exception {
        String reversal = "denmark_2024-10_CLOSE_1-3";
        leaveToUs(reversal);
        docs.send("POST " + CLOSE + "/reopening");
        docs.send("POST " + CLOSE + "/reopening/refusal");
        docs.send("POST " + CLOSE + "/reopening");
        docs.send("POST " + CLOSE + "/reopening/approval");
        docs.send("POST " + CLOSE + "/reopening/consent");
        docs.await(OCTOBER, close -> close.get("undoing").asBoolean());
        docs.send("POST " + CLOSE + "/reopening/retry");
        erp().post(reversal, "4713");
        docs.await(OCTOBER, close -> !close.get("undoing").asBoolean());
    }

    void aCutOffIsGivenTimeDeclaredTakenBackAndDeclaredAgain() throws Exception {
        docs.send("POST " + CLOSE + "/cutoff/extension");
        docs.send("POST /readings", "23785038", "\"about a lot\"", "2024-10-01-biogas", "a-word");
        docs.send("POST " + CLOSE + "/cutoff");
        awaitBlocker("OPEN_DEAD_LETTERS");
        docs.sendOnce("being-pinned", "POST " + CLOSE + "/cutoff/reopening");
        JsonNode letters = docs.read("/dead-letters?status=OPEN&month=biogas/2024-10");
        docs.send(
                "POST /dead-letters/exclusions",
                "{{deadLetter}}",
                letters.at("/rows/0/deadLetter").asString());
        docs.send("POST " + CLOSE + "/cutoff");
        DemoClose again = new DemoClose(
                "denmark", "2024-10", new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        again.prepare(docs.as("accountant"), docs.as("approver-one"));
        again.approve(docs.as("approver-one"), docs.as("approver-two"));
        again.lock(docs.as("approver-two"));
    }

    /** The stand-in for an ERP leaves alone what it has answered: this test answers. */
    void leaveToUs(String key) throws IOException {
        Path outbox = Files.createDirectories(erp().directory().resolve("outbox"));
        Files.createFile(outbox.resolve(key + ".posted"));
    }

    /** The ERP says no to what lies in its outbox under that key, and that is known. */
    void refuse(String key, String sentence, String postings) throws Exception {
        Path batch = erp().directory().resolve("outbox").resolve(key + ".csv");
        erp().reject(key, sentence);
        docs.await(postings, it -> it.toString().contains(sentence));
        Files.delete(batch);
    }

    StandInErp erp() {
        return new StandInErp(docs.directory().resolve("erp"));
    }

    private String pack() throws IOException {
        return docs.read(OCTOBER).get("packHash").asString();
    }

    private void awaitStatus(String status) throws Exception {
        docs.await(OCTOBER, close -> is(close, status));
    }

    private void awaitBlocker(String kind) throws Exception {
        docs.await(
                OCTOBER,
                close -> close.get("blockers")
                        .valueStream()
                        .anyMatch(each -> kind(each).equals(kind)));
    }

    private static boolean is(JsonNode close, String status) {
        return close.get("status").asString().equals(status);
    }

    private static String kind(JsonNode blocker) {
        return blocker.get("kind").asString();
    }
}
