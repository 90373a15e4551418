package io.tallybook.ui.audit;

import io.tallybook.messages.ImportId;
import io.tallybook.ui.frame.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stored JSON of an event for reading, and the raw rows it carries: the bottom of every way down. */
final class Payload {
    private static final int MOST_ROWS = 200;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Payload() {}

    /** A row as read from a file, and its line there. */
    record RawRow(int line, String raw, boolean meant) {}

    /** The file rows came from. */
    record RawSource(String name, String file, String href) {}

    static String pretty(String payload) {
        try {
            return JSON.writeValueAsString(JSON.readTree(payload));
        } catch (JacksonException e) {
            return payload;
        }
    }

    /** Rows of the event, the one meant first and marked; at most 200. */
    static List<RawRow> raw(String payload, @Nullable Integer line) {
        List<RawRow> rows = new ArrayList<>();
        try {
            collect(JSON.readTree(payload), line, rows);
        } catch (JacksonException e) {
            return List.of();
        }
        return rows.stream()
                .distinct()
                .sorted((a, b) -> a.meant() == b.meant() ? Integer.compare(a.line(), b.line()) : a.meant() ? -1 : 1)
                .limit(MOST_ROWS)
                .toList();
    }

    private static void collect(JsonNode node, @Nullable Integer line, List<RawRow> rows) {
        if (node.path("raw").isString() && node.path("line").isNumber()) {
            int at = node.path("line").intValue();
            rows.add(new RawRow(at, node.path("raw").asString(), line != null && line == at));
        }
        node.forEach(child -> collect(child, line, rows));
    }

    static Optional<RawSource> source(String payload) {
        try {
            JsonNode source = JSON.readTree(payload).path("source");
            String id = text(source.path("importId"));
            return id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RawSource(
                            text(source.path("name")), text(source.path("file")), Ways.imported(new ImportId(id))));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Value types are stored as their value or as an object of one component. */
    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        return node.isObject() && node.size() == 1 ? text(node.iterator().next()) : "";
    }
}
