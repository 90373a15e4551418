package io.tallybook.ui.cli;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The keys of a close's journal at the ERP, and both books, as text. */
final class ErpKeys {
    private static final int MOST_LOOKS = 120;
    private static final long LOOK_EVERY_MS = 500;
    private static final Set<String> SAME = Set.of("AGREES", "NOT_BOOKED");

    private final Api api;
    private final String path;

    /** @param path of the close's journal */
    ErpKeys(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    JsonNode now() {
        return api.get(path + "/postings");
    }

    /** Asks for a comparison and waits a minute for the ERP's books; without them it shows that they are awaited. */
    JsonNode reconciled() throws InterruptedException {
        api.post(path + "/reconcile", Map.of());
        JsonNode postings = now();
        for (int look = 0; look < MOST_LOOKS && !isAnswered(postings); look++) {
            Thread.sleep(LOOK_EVERY_MS);
            postings = now();
        }
        return postings;
    }

    private static boolean isAnswered(JsonNode postings) {
        return postings.at("/reconciliation").hasNonNull("answeredAt");
    }

    /** Whether the ERP has answered and both books are the same. */
    static boolean agrees(JsonNode postings) {
        return isAnswered(postings)
                && postings.at("/reconciliation/keys")
                        .valueStream()
                        .allMatch(key -> SAME.contains(key.get("comparison").asString()));
    }

    static String text(JsonNode postings) {
        StringBuilder text = new StringBuilder("%d keys sent, %d acknowledged, %d rejected, %d missing%n"
                .formatted(
                        postings.get("sent").asInt(),
                        postings.get("acknowledged").asInt(),
                        postings.get("rejected").asInt(),
                        postings.get("missing").asInt()));
        for (JsonNode key : postings.get("postings")) {
            text.append("%-40s %-12s %4d lines %18s %s %s%n"
                    .formatted(
                            key.get("key").asString(),
                            key.get("state").asString(),
                            key.get("lines").asInt(),
                            amount(key, "/debits/amount"),
                            key.path("documentNumber").asString(""),
                            key.path("sentence").asString("")));
            for (JsonNode line : key.get("refused")) {
                text.append("  line %d: %s%n"
                        .formatted(line.get("line").asInt(), line.get("reason").asString()));
            }
        }
        compared(postings.at("/reconciliation"), text);
        return text.toString().stripTrailing();
    }

    private static void compared(JsonNode reconciliation, StringBuilder text) {
        if (reconciliation.isMissingNode() || reconciliation.isNull()) {
            return;
        }
        if (!reconciliation.hasNonNull("answeredAt")) {
            text.append("waiting for the ERP's books%n".formatted());
            return;
        }
        for (JsonNode key : reconciliation.get("keys")) {
            text.append("%-40s %-12s ours %s, the ERP's %s%n"
                    .formatted(
                            key.get("key").asString(),
                            key.get("comparison").asString(),
                            side(key.path("ours")),
                            side(key.path("theirs"))));
        }
    }

    private static String side(JsonNode side) {
        return side.isObject() ? side.get("lines").asInt() + " lines, " + amount(side, "/debits/amount") : "nothing";
    }

    private static String amount(JsonNode node, String pointer) {
        return node.at(pointer).decimalValue().toPlainString();
    }
}
