package io.tallybook.ui.kill;

import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two approvers at a running demo: both sign, the second locks. What was answered to them stands for good. */
final class Signers implements Runnable {
    private static final String CLOSE = "/api/v1/closes/denmark/2024-10";

    private final Child child;
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean locked;

    Signers(Child child) {
        this.child = child;
    }

    @Override
    public void run() {
        try {
            child.await("Ctrl-C stops it");
            String address = child.await("(http://127\\.0\\.0\\.1:\\d+)");
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

    private void sign(Api approver, String person) throws InterruptedException {
        JsonNode close = await(approver, Set.of("READY", "APPROVED", "PUBLISHED", "LOCKED"));
        boolean signed = close.get("approvals")
                .valueStream()
                .anyMatch(approval -> approval.get("by").asString().equals(person));
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
