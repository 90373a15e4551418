package io.tallybook.ui.cli;

import tools.jackson.databind.JsonNode;

/** An import's summary as one line. */
public final class ImportSentence {
    private ImportSentence() {}

    public static String of(String name, JsonNode summary) {
        JsonNode n = summary.path("counts");
        return "%s: %d rows; %d accepted, %d unchanged, %d corrected, %d late, %d duplicate, %d absent, %d rejected"
                .formatted(
                        name,
                        n.path("rows").asInt(),
                        n.path("accepted").asInt(),
                        n.path("unchanged").asInt(),
                        n.path("corrected").asInt(),
                        n.path("late").asInt(),
                        n.path("duplicate").asInt(),
                        n.path("absent").asInt(),
                        n.path("rejected").asInt());
    }
}
