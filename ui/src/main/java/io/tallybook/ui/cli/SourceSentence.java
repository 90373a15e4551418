package io.tallybook.ui.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A source or a pull as one line. */
final class SourceSentence {
    private SourceSentence() {}

    static String line(JsonNode answer) {
        JsonNode source = answer.get("source");
        JsonNode definition = source.get("definition");
        return "%s: %s from %s, profile %s; %s%s%s"
                .formatted(
                        source.get("source").asString(),
                        definition
                                .get("kind")
                                .asString()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '),
                        from(definition),
                        definition.at("/profile/name").asString(),
                        state(answer),
                        source.hasNonNull("watermark")
                                ? "; read up to " + source.get("watermark").asString()
                                : "",
                        source.hasNonNull("lastPull") ? "; last pull " + pull(source.get("lastPull")) : "");
    }

    static String pull(JsonNode pull) {
        String began = pull.get("startedAt").asString() + ": ";
        if (pull.hasNonNull("fault")) {
            return began + "failed: " + pull.get("sentence").asString();
        }
        if (!pull.hasNonNull("counts")) {
            return began + "running, " + pull.get("objects").asInt() + " taken";
        }
        return ImportSentence.of(began + pull.get("objects").asInt() + " taken", pull);
    }

    private static String from(JsonNode definition) {
        return definition.hasNonNull("folder")
                ? "folder '" + definition.at("/folder/path").asString() + "'"
                : definition.at("/http/baseUrl").asString()
                        + definition.at("/http/path").asString();
    }

    private static String state(JsonNode answer) {
        JsonNode source = answer.get("source");
        if (source.get("paused").asBoolean()) {
            return "paused: " + source.get("pausedReason").asString();
        }
        if (answer.at("/turn/running").asBoolean(false)) {
            return "being pulled";
        }
        String next = answer.at("/turn/nextAt").asString("");
        return next.isEmpty() ? "waiting for its turn" : "next pull " + next;
    }
}
