package io.tallybook.intake.source;

import io.tallybook.messages.source.PullFault;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page as far as the walk must know it: its records' marks and where the next page is. What a record says is the profile's. */
final class JsonPage {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode root;
    private final JsonNode records;

    private JsonPage(JsonNode root, JsonNode records) {
        this.root = root;
        this.records = records;
    }

    /**
     * @param path to the array of records, as the profile names it
     * @throws PullStopped when the bytes are no such page
     */
    static JsonPage read(byte[] bytes, List<String> path) throws PullStopped {
        try {
            JsonNode root = JSON.readTree(bytes);
            JsonNode records = root;
            for (String name : path) {
                records = records.path(name);
            }
            if (!records.isArray()) {
                throw new PullStopped(
                        PullFault.UNREADABLE,
                        "The answer has no list of records"
                                + (path.isEmpty() ? "" : " at '" + String.join(".", path) + "'")
                                + "; check 'records' of the profile.");
            }
            return new JsonPage(root, records);
        } catch (JacksonException e) {
            throw new PullStopped(PullFault.UNREADABLE, "The answer is no JSON.");
        }
    }

    int records() {
        return records.size();
    }

    /** The value of a field in every record, in order. */
    List<Optional<String>> marks(String pointer) {
        return records.valueStream().map(record -> text(record.at(pointer))).toList();
    }

    Optional<String> text(String pointer) {
        return text(root.at(pointer));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isNumber()
                ? Optional.of(node.decimalValue().toPlainString())
                : node.isString() ? Optional.of(node.stringValue()).filter(t -> !t.isBlank()) : Optional.empty();
    }
}
