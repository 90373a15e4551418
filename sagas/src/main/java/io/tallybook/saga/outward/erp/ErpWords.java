package io.tallybook.saga.outward.erp;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.journal.ReversedLine;
import io.tallybook.saga.outward.erp.ErpAnswer.Holds;
import io.tallybook.saga.outward.erp.ErpAnswer.HoldsNot;
import io.tallybook.saga.outward.erp.ErpAnswer.Refuses;
import io.tallybook.saga.outward.erp.ErpAnswer.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON an ERP and we exchange (docs/reference/erp-http.md). What it does not say in these words it has not said. */
final class ErpWords {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_REASON = 200;

    private ErpWords() {}

    /** An answer that is none of ours. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String sentence) {
            super(sentence);
        }
    }

    static byte[] batch(JournalPostingRequested request) {
        ObjectNode root = JSON.createObjectNode();
        root.put("key", request.postingKey().value());
        root.put("closeGroup", request.closeId().group().value());
        root.put("period", request.bookedIn().toString());
        root.put("contentHash", request.contentHash().hex());
        Booked booked = booked(request);
        root.put("lineCount", booked.lines());
        root.put("debits", booked.debits().amount().toPlainString());
        root.put("credits", booked.credits().amount().toPlainString());
        root.put("currency", booked.debits().currency());
        var lines = root.putArray("lines");
        request.told().forEach(line -> write(lines.addObject(), line));
        return JSON.writeValueAsBytes(root);
    }

    private static void write(ObjectNode to, JournalLine line) {
        to.put("line", line.line());
        to.put("account", line.account().number());
        to.put("accountName", line.account().name());
        to.put("shipper", line.shipper().value());
        to.put("direction", line.direction().name());
        to.put("kwh", line.energy().kwh().toPlainString());
        to.put("debit", line.debit().amount().toPlainString());
        to.put("credit", line.credit().amount().toPlainString());
        ReversedLine reverses = line.reverses();
        if (reverses != null) {
            to.putObject("reverses").put("key", reverses.key().value()).put("line", reverses.line());
        }
    }

    /** What we sent, without a document number. */
    static Booked booked(JournalPostingRequested request) {
        return new Booked(
                null,
                request.lines().size(),
                sum(request.lines(), JournalLine::debit),
                sum(request.lines(), JournalLine::credit),
                request.contentHash());
    }

    private static Money sum(List<JournalLine> lines, Function<JournalLine, Money> side) {
        return lines.stream().map(side).reduce(Money::plus).orElseGet(() -> Money.zero(Money.NO_CURRENCY));
    }

    /** What it says of that key: {@code BOOKED}, {@code UNKNOWN}, {@code REJECTED} or {@code PENDING}. */
    static ErpAnswer ofKey(byte[] bytes, String key) throws NotUnderstood {
        JsonNode root = tree(bytes);
        if (!text(root, "key").equals(key)) {
            throw new NotUnderstood("its answer is of another key");
        }
        return switch (text(root, "state")) {
            case "BOOKED" -> new Holds(booked(root), bytes);
            case "UNKNOWN" -> new HoldsNot();
            case "REJECTED" -> refusal(root, "The ERP refused it without saying why.");
            case "PENDING" -> new Unknown("The ERP is still working on it.");
            default -> throw new NotUnderstood("its answer has a state we do not know");
        };
    }

    static boolean isOpen(byte[] bytes, String period) throws NotUnderstood {
        JsonNode root = tree(bytes);
        if (!text(root, "period").equals(period)) {
            throw new NotUnderstood("its answer is of another period");
        }
        return switch (text(root, "state")) {
            case "OPEN" -> true;
            case "CLOSED" -> false;
            default -> throw new NotUnderstood("its answer has a state we do not know");
        };
    }

    static List<HeldDocument> held(byte[] bytes) throws NotUnderstood {
        JsonNode journals = tree(bytes).path("journals");
        if (!journals.isArray() || journals.size() > HeldDocument.MOST) {
            throw new NotUnderstood("it does not list at most " + HeldDocument.MOST + " journals");
        }
        List<HeldDocument> held = new ArrayList<>();
        for (JsonNode journal : journals) {
            if (text(journal, "state").equals("BOOKED")) {
                held.add(read(() -> new HeldDocument(text(journal, "key"), booked(journal))));
            }
        }
        return held;
    }

    /** Why a batch was refused, as far as the answer says so. */
    static Refuses refusal(byte[] bytes, String otherwise) {
        try {
            return refusal(tree(bytes), otherwise);
        } catch (NotUnderstood e) {
            return new Refuses(otherwise, List.of());
        }
    }

    private static Refuses refusal(JsonNode root, String otherwise) {
        JsonNode reason = root.path("reason");
        String said = reason.isString() && !reason.asString().isBlank() ? brief(reason.asString(), LONGEST_REASON) : "";
        List<RefusedLine> lines = root.path("lines")
                .valueStream()
                .filter(line -> line.path("reason").isString()
                        && !line.path("reason").asString().isBlank())
                .map(line -> new RefusedLine(
                        Math.clamp(line.path("line").asInt(0), 0, 999_999),
                        brief(line.path("reason").asString(), RefusedLine.LONGEST_REASON)))
                .toList();
        if (lines.isEmpty()) {
            return new Refuses(said.isEmpty() ? otherwise : said, List.of());
        }
        RefusedLine first = lines.getFirst();
        String counted = lines.size() + (lines.size() == 1 ? " line" : " lines") + " refused; line " + first.line()
                + ": " + first.reason();
        return new Refuses(
                said.isEmpty() ? counted : said + " (" + counted + ")",
                lines.subList(0, Math.min(lines.size(), RefusedLine.MOST)));
    }

    private static Booked booked(JsonNode node) throws NotUnderstood {
        return read(() -> {
            String currency = text(node, "currency");
            String hash = node.path("contentHash").asString("");
            return new Booked(
                    text(node, "documentNumber"),
                    Integer.parseInt(text(node, "lineCount")),
                    new Money(new BigDecimal(text(node, "debits")), currency),
                    new Money(new BigDecimal(text(node, "credits")), currency),
                    hash.isEmpty() ? null : new Sha256(hash));
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T value() throws NotUnderstood;
    }

    private static <T> T read(Reading<T> reading) throws NotUnderstood {
        try {
            return reading.value();
        } catch (Invalid | NumberFormatException e) {
            throw new NotUnderstood("its answer holds a value that cannot be one");
        }
    }

    private static JsonNode tree(byte[] bytes) throws NotUnderstood {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new NotUnderstood("its answer is no JSON");
        }
        throw new NotUnderstood("its answer is no JSON object");
    }

    private static String text(JsonNode node, String name) throws NotUnderstood {
        @Nullable JsonNode value = node.get(name);
        if (value == null
                || !(value.isString() || value.isNumber())
                || value.asString().isBlank()) {
            throw new NotUnderstood("its answer has no " + name);
        }
        return value.asString();
    }

    private static String brief(String text, int most) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most);
    }
}
