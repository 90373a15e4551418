package io.tallybook.ui.demo;

import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Closes a month as the demo's people would, over the public API, and prints a line per step. */
public final class DemoClose {
    static final String UNEXPLAINED = "accepted without known cause by demo script";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_MS = 150;

    private final String path;
    private final PrintStream out;
    private final Set<String> told = new HashSet<>();
    private final Set<String> explained = new HashSet<>();

    /** @param group the close group */
    public DemoClose(String group, String period, PrintStream out) {
        this.path = "/api/v1/closes/" + group + "/" + period;
        this.out = out;
    }

    /** Of this close in the API. */
    public String path() {
        return path;
    }

    /** Opens the period, declares the cut-off and waits until the pack is ready; explains nothing by itself. */
    public void prepare(Api accountant) {
        prepare(accountant, null, Explanations.none());
    }

    /** With somebody who accepts and approves what the accountant says. */
    public void prepare(Api accountant, Api reviewer) {
        prepare(accountant, reviewer, Explanations.none());
    }

    /**
     * Opens the period when it is not open yet, waits until a reopened one is taken back, declares the cut-off, explains what is
     * out of tolerance and what differs too much.
     *
     * @param reviewer who accepts and approves what the accountant says; null where nothing needs a word
     */
    void prepare(Api accountant, @Nullable Api reviewer, Explanations explanations) {
        if (!isOpen(accountant)) {
            accountant.post(path, Map.of());
        }
        JsonNode close = await(accountant, c -> !c.get("undoing").asBoolean());
        if (is(close, "OPEN")) {
            accountant.post(path + "/cutoff", Map.of());
        }
        close = await(accountant, c -> !is(c, "OPEN", "RUNNING") || blocked(c));
        while (is(close, "RUNNING")) {
            explain(accountant, reviewer, close, explanations);
            close = await(accountant, c -> !is(c, "RUNNING") || hasNews(c));
        }
    }

    /**
     * Two signatures, each under the pack hash that person sees; one that stands from an earlier run is not given again. Waits
     * until the pack is published.
     */
    public void approve(Api first, Api second) {
        for (Api approver : List.of(first, second)) {
            JsonNode close = await(approver, c -> true);
            if (is(close, "READY") && !hasSigned(close, approver)) {
                approver.post(
                        path + "/approvals",
                        Map.of("packHash", close.get("packHash").asString()));
            }
        }
        await(second, c -> is(c, "PUBLISHED", "LOCKED"));
    }

    private static boolean hasSigned(JsonNode close, Api approver) {
        String person = approver.get("/api/v1/me").get("person").asString();
        return close.get("approvals")
                .valueStream()
                .anyMatch(approval -> !approval.get("voided").asBoolean()
                        && approval.get("by").asString().equals(person));
    }

    /** Locks once the pack is published. */
    public void lock(Api controller) {
        JsonNode close = await(controller, c -> true);
        if (is(close, "PUBLISHED")) {
            controller.post(
                    path + "/lock", Map.of("packHash", close.get("packHash").asString()));
        }
        await(controller, c -> is(c, "LOCKED"));
    }

    boolean isLocked(Api anyone) {
        return isOpen(anyone) && is(anyone.get(path), "LOCKED");
    }

    private boolean isOpen(Api anyone) {
        try {
            anyone.get(path);
            return true;
        } catch (ApiRefused refused) {
            if (refused.status() == 404) {
                return false;
            }
            throw refused;
        }
    }

    private void explain(Api accountant, @Nullable Api reviewer, JsonNode close, Explanations explanations) {
        boolean variances = false;
        for (JsonNode blocker : close.get("blockers")) {
            variances |= isVariance(blocker);
            boolean forReviewer = isVariance(blocker) || isAcceptance(blocker);
            if (!isImbalance(blocker) && !(forReviewer && reviewer != null)) {
                throw new ApiRefused(409, "blocked", "The close is blocked: " + sentences(close));
            }
        }
        balance(accountant, close, explanations);
        if (reviewer != null) {
            accept(reviewer, close);
        }
        if (variances && reviewer != null) {
            int done = new DemoVariances(path).settle(accountant, reviewer);
            if (done > 0) {
                out.printf("  variances     %d explained by one and approved by another%n", done / 2);
            }
            pause();
        }
    }

    private void balance(Api accountant, JsonNode close, Explanations explanations) {
        int unexplained = 0;
        int given = 0;
        for (JsonNode blocker : close.get("blockers")) {
            if (!isImbalance(blocker)) {
                continue;
            }
            if (!explained.add(blocker.get("subject").asString())) {
                continue; // the page was a little behind
            }
            String day = blocker.get("link").path("day").asString("");
            String balance = blocker.get("link").get("balance").asString();
            Explanations.Explanation words = explanations.of(day);
            unexplained += words.cause().equals("UNEXPLAINED") ? 1 : 0;
            given++;
            Map<String, Object> body = new java.util.HashMap<>(Map.of("cause", words.cause(), "text", words.text()));
            if (!day.isEmpty()) {
                body.put("day", day);
            }
            accountant.post("/api/v1/balances/" + balance + "/explanations", body);
        }
        if (given > 0) {
            out.printf(
                    "  balance       %d out of tolerance explained, %d of them without known cause%n",
                    given, unexplained);
        }
    }

    /** Somebody else than the accountant accepts what was explained, as they are shown it. */
    private void accept(Api approver, JsonNode close) {
        for (JsonNode blocker : close.get("blockers")) {
            String balance = blocker.get("link").path("balance").asString("");
            if (isAcceptance(blocker) && explained.add(balance + " accepted")) {
                String shown = approver.get("/api/v1/balances/" + balance)
                        .get("contentHash")
                        .asString();
                approver.post("/api/v1/balances/" + balance + "/acceptance", Map.of("contentHash", shown));
            }
        }
    }

    private static boolean isAcceptance(JsonNode blocker) {
        return blocker.get("kind").asString().equals("IMBALANCE_NOT_ACCEPTED");
    }

    /** Whether something stands in the way that has not been explained yet. */
    private boolean hasNews(JsonNode close) {
        return close.get("blockers")
                .valueStream()
                .anyMatch(blocker -> !explained.contains(
                        isAcceptance(blocker)
                                ? blocker.get("link").path("balance").asString("") + " accepted"
                                : blocker.get("subject").asString()));
    }

    private static boolean isImbalance(JsonNode blocker) {
        return blocker.get("kind").asString().equals("IMBALANCE_UNEXPLAINED");
    }

    private static boolean isVariance(JsonNode blocker) {
        return blocker.get("kind").asString().equals("VARIANCE_UNREVIEWED");
    }

    private static boolean blocked(JsonNode close) {
        return !close.get("blockers").isEmpty();
    }

    private static boolean is(JsonNode close, String... statuses) {
        return List.of(statuses).contains(close.get("status").asString());
    }

    private static String sentences(JsonNode close) {
        List<String> sentences = new ArrayList<>();
        close.get("blockers").forEach(b -> sentences.add(b.get("sentence").asString()));
        return String.join(" ", sentences.stream().limit(5).toList());
    }

    /** Looks until it is so; a close that does not move for ten minutes is an error. */
    private JsonNode await(Api anyone, Predicate<JsonNode> enough) {
        long position = -1;
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            JsonNode close = lookUp(anyone);
            if (!close.isMissingNode()) {
                tell(close);
                if (enough.test(close)) {
                    return close;
                }
                until = close.get("position").asLong() > position ? System.nanoTime() + LONGEST_WAIT.toNanos() : until;
                position = close.get("position").asLong();
            }
            if (System.nanoTime() > until) {
                throw new ApiRefused(0, "no-progress", "The close has not moved for 10 minutes. " + sentences(close));
            }
            pause();
        }
    }

    private JsonNode lookUp(Api anyone) {
        return isOpen(anyone) ? anyone.get(path) : tools.jackson.databind.node.MissingNode.getInstance();
    }

    private void tell(JsonNode close) {
        for (JsonNode step : close.get("steps")) {
            String name = step.get("step").asString();
            if (step.get("state").asString().equals("DONE") && told.add(name)) {
                out.printf(
                        "  %-13s done, %s %s%s%n",
                        name.toLowerCase(Locale.ROOT).replace('_', ' '),
                        step.get("done").asString(),
                        step.get("unit").asString(""),
                        step.path("by").asString("").isEmpty()
                                ? ""
                                : ", by " + step.get("by").asString());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiRefused(0, "interrupted", "Interrupted.");
        }
    }
}
