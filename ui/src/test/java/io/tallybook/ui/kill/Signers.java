package io.tallybook.ui.kill;

import io.tallybook.ui.cli.Api;
import io.tallybook.ui.demo.DemoClose;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Two approvers: both sign, the second locks; before that, when they are to, a locked month is asked for, agreed to by two and
 * prepared anew.
 */
final class Signers extends Script {
    private static final String GROUP = "denmark";
    private static final String PERIOD = "2024-10";
    private static final String CLOSE = "/api/v1/closes/" + GROUP + "/" + PERIOD;
    private static final Map<String, Object> WHY = Map.of(
            "ground", "MATERIAL",
            "effect", Map.of("amount", new BigDecimal("40000.00"), "currency", "USD"),
            "reason", "a meter was read tenfold");

    private final boolean reopening;
    private final int revision;

    /** @param reopening the month is locked when they begin, and locked as its second revision when they end */
    Signers(Child child, boolean reopening) {
        super(child);
        this.reopening = reopening;
        this.revision = reopening ? 2 : 1;
    }

    @Override
    void give(String address) throws IOException, InterruptedException {
        if (reopening) {
            reopen(address);
        }
        for (String user : List.of("approver-one", "approver-two")) {
            sign(as(address, user), user);
        }
        lock(as(address, "approver-two"));
    }

    /** Asks and agrees where that is not done yet, then does whatever is left until the pack is ready. */
    private void reopen(String address) throws IOException, InterruptedException {
        Api accountant = as(address, "accountant");
        Api controller = as(address, "approver-one");
        JsonNode asked = asked(accountant);
        if (asked.isMissingNode()) {
            told(accountant.post(CLOSE + "/reopening", WHY));
        }
        if (!asked.hasNonNull("approvedBy")) {
            told(controller.post(CLOSE + "/reopening/approval", Map.of("erpPeriodIsOpen", true)));
        }
        if (!asked.hasNonNull("consentedBy")) {
            told(as(address, "engineer").post(CLOSE + "/reopening/consent", Map.of()));
        }
        await(accountant, CLOSE, close -> close.get("revision").asInt() >= revision);
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
            told(approver.post(CLOSE + "/approvals", hash(close)));
        }
    }

    private void lock(Api approver) throws InterruptedException {
        JsonNode close = await(approver, Set.of("PUBLISHED", "LOCKED"));
        if (status(close).equals("PUBLISHED")) {
            told(approver.post(CLOSE + "/lock", hash(close)));
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
        return await(person, CLOSE, close -> statuses.contains(status(close)));
    }
}
