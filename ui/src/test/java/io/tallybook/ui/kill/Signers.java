package io.tallybook.ui.kill;

import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import io.tallybook.ui.demo.DemoClose;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Two approvers at a running demo: both sign, the second locks; before that, when they are to, a locked month is asked for,
 * agreed to by two and prepared anew. What was answered to them stands for good.
 */
final class Signers implements Runnable {
    private static final String GROUP = "denmark";
    private static final String PERIOD = "2024-10";
    private static final String CLOSE = "/api/v1/closes/" + GROUP + "/" + PERIOD;
    private static final Map<String, Object> WHY = Map.of(
            "ground", "MATERIAL",
            "effect", Map.of("amount", new BigDecimal("40000.00"), "currency", "USD"),
            "reason", "a meter was read tenfold");

    private final Child child;
    private final boolean reopening;
    private final int revision;
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean locked;

    /** @param reopening the month is locked when they begin, and locked as its second revision when they end */
    Signers(Child child, boolean reopening) {
        this.child = child;
        this.reopening = reopening;
        this.revision = reopening ? 2 : 1;
    }

    @Override
    public void run() {
        try {
            child.await("Ctrl-C stops it");
            String address = child.await("(http://127\\.0\\.0\\.1:\\d+)");
            if (reopening) {
                reopen(address);
            }
            for (String user : List.of("approver-one", "approver-two")) {
                sign(as(address, user), user);
            }
            lock(as(address, "approver-two"));
            locked = true;
        } catch (ApiRefused e) {
            if (e.status() != 0) { // no answer: it was killed
                failure.set(e);
            }
        } catch (AssertionError | IOException | InterruptedException e) {
            if (child.runs()) {
                failure.set(new IllegalStateException(e));
            }
        }
    }

    private Api as(String address, String user) throws IOException, InterruptedException {
        return new Api(address, "api", null).signIn(user, child.await("^  " + user + " +(\\S+)"));
    }

    /** Asks and agrees where that is not done yet, then does whatever is left until the pack is ready. */
    private void reopen(String address) throws IOException, InterruptedException {
        Api accountant = as(address, "accountant");
        Api controller = as(address, "approver-one");
        JsonNode asked = asked(accountant);
        if (asked.isMissingNode()) {
            answers.add(accountant.post(CLOSE + "/reopening", WHY));
        }
        if (!asked.hasNonNull("approvedBy")) {
            answers.add(controller.post(CLOSE + "/reopening/approval", Map.of("erpPeriodIsOpen", true)));
        }
        if (!asked.hasNonNull("consentedBy")) {
            answers.add(as(address, "engineer").post(CLOSE + "/reopening/consent", Map.of()));
        }
        while (revision(accountant.get(CLOSE)) < revision) {
            Thread.sleep(50);
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new DemoClose(GROUP, PERIOD, nowhere).prepare(accountant, controller);
    }

    private static JsonNode asked(Api person) {
        return person.get("/api/v1/closes")
                .valueStream()
                .flatMap(calendar -> calendar.get("reopenings").valueStream())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private void sign(Api approver, String person) throws InterruptedException {
        JsonNode close = await(approver, Set.of("READY", "APPROVED", "PUBLISHED", "LOCKED"));
        boolean signed = close.get("approvals")
                .valueStream()
                .anyMatch(approval -> !approval.get("voided").asBoolean()
                        && approval.get("by").asString().equals(person));
        if (status(close).equals("READY") && !signed) {
            answers.add(approver.post(CLOSE + "/approvals", hash(close)));
        }
    }

    private void lock(Api approver) throws InterruptedException {
        JsonNode close = await(approver, Set.of("PUBLISHED", "LOCKED"));
        if (status(close).equals("PUBLISHED")) {
            answers.add(approver.post(CLOSE + "/lock", hash(close)));
        }
        await(approver, Set.of("LOCKED"));
    }

    private static Map<String, String> hash(JsonNode close) {
        return Map.of("packHash", close.get("packHash").asString());
    }

    private static int revision(JsonNode close) {
        return close.get("revision").asInt();
    }

    private static String status(JsonNode close) {
        return close.get("status").asString();
    }

    private static JsonNode await(Api person, Set<String> statuses) throws InterruptedException {
        JsonNode close = person.get(CLOSE);
        while (!statuses.contains(status(close))) {
            Thread.sleep(50);
            close = person.get(CLOSE);
        }
        return close;
    }

    /** Whether the month is locked. */
    boolean done() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return locked;
    }

    /** What they were told is done: stream, sequence and position each. */
    List<JsonNode> answers() {
        return List.copyOf(answers);
    }
}
