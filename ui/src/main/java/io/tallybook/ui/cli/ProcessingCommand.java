package io.tallybook.ui.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Which node works on what; the release of what one left behind. */
@Command(
        name = "processing",
        mixinStandardHelpOptions = true,
        description = "Shows which node works on what; clears the stale lock of a node that is gone.",
        synopsisSubcommandLabel = "COMMAND")
public final class ProcessingCommand {
    private static final String CLAIMS = "/api/v1/processing/claims";

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Every part with the node that holds it.")
    int show(
            @Mixin Remote remote,
            @Option(names = "--stale", description = "only those whose node gives no sign of life") boolean stale) {
        JsonNode all = remote.api().get(CLAIMS);
        if (remote.json) {
            System.out.println(all);
            return 0;
        }
        for (JsonNode each : all) {
            if (!stale || each.get("stale").asBoolean()) {
                System.out.println(line(each));
            }
        }
        return 0;
    }

    private static String line(JsonNode each) {
        return each.get("claim").asString()
                + (each.hasNonNull("holder")
                        ? " held by " + each.get("holder").asString() + since(each) + ", last sign of life "
                                + each.get("lastSign").asString()
                        : " free")
                + (each.get("stale").asBoolean() ? ", stale" : "");
    }

    private static String since(JsonNode each) {
        @Nullable JsonNode since = each.get("since");
        return since == null || since.isNull() ? "" : " since " + since.asString();
    }

    @Command(name = "clear", mixinStandardHelpOptions = true, description = "Clears a stale lock; an Admin's.")
    int clear(
            @Mixin Remote remote,
            @Parameters(paramLabel = "CLAIM", description = "as shown, such as processor/process-area-close/0")
                    String claim,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        JsonNode answer = remote.api().post(CLAIMS + "/clearance", Map.of("claim", claim, "reason", reason));
        System.out.println(remote.json ? answer : "The stale lock of " + claim + " is cleared.");
        return 0;
    }
}
