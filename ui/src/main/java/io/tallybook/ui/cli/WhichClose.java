package io.tallybook.ui.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The options of every command that is about one close. */
final class WhichClose {
    @Option(names = "--period", required = true, description = "such as 2024-10")
    String period = "";

    @Option(names = "--group", description = "close group; not needed when there is only one")
    @Nullable String group;

    /** Where the API has it. */
    String path(Api api) {
        return "/api/v1/closes/" + (group != null ? group : onlyGroup(api)) + "/" + period;
    }

    static String onlyGroup(Api api) {
        JsonNode calendars = api.get("/api/v1/closes");
        if (calendars.size() != 1) {
            throw new ApiRefused(0, "group", "There are " + calendars.size() + " close groups; name one with --group.");
        }
        return calendars.get(0).get("group").asString();
    }
}
