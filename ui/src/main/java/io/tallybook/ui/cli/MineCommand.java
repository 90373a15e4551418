package io.tallybook.ui.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What waits for the person. */
@Command(
        name = "mine",
        mixinStandardHelpOptions = true,
        description = "Shows what waits for you, and why something takes another person.")
public final class MineCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Override
    public Integer call() {
        JsonNode work = remote.api().get("/api/v1/me/work");
        if (remote.json) {
            System.out.println(work);
            return 0;
        }
        for (JsonNode item : work) {
            System.out.println("%-12s %-20s %-30s %s%s"
                    .formatted(
                            item.get("kind").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
                            item.path("closeId").asString(""),
                            item.get("subject").asString(),
                            item.get("sentence").asString(),
                            item.hasNonNull("why")
                                    ? "  (not you: " + item.get("why").asString() + ")"
                                    : ""));
        }
        System.out.println(work.isEmpty() ? "Nothing waits for you." : work.size() + " in all.");
        return 0;
    }
}
