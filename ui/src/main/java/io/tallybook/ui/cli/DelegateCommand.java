package io.tallybook.ui.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lends one's own right to approve, takes it back, shows what is lent. */
@Command(
        name = "delegate",
        mixinStandardHelpOptions = true,
        description = "Shows lent approval rights; lends yours for at most 31 days; takes one back.")
public final class DelegateCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Option(names = "--group", required = true, description = "close group")
    String group = "";

    @Option(names = "--to", paramLabel = "PERSON", description = "to whom; with --from, --until and --reason")
    @Nullable String to;

    @Option(names = "--from", paramLabel = "TIME", description = "from when, such as 2024-11-04T00:00:00Z")
    @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "until when, not itself")
    @Nullable String until;

    @Option(names = "--revoke", paramLabel = "NUMBER", description = "takes that delegation back; with --reason")
    int revoke;

    @Option(names = "--reason", description = "why")
    @Nullable String reason;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        Api api = remote.api();
        String path = "/api/v1/delegations/" + group;
        if (to != null) {
            api.post(
                    path,
                    Map.of(
                            "delegate", to,
                            "from", given(from, "--from"),
                            "until", given(until, "--until"),
                            "reason", given(reason, "--reason")));
        }
        if (revoke > 0) {
            api.post(path + "/" + revoke + "/revocation", Map.of("reason", given(reason, "--reason")));
        }
        JsonNode all = api.get(path);
        if (remote.json) {
            System.out.println(all);
            return 0;
        }
        for (JsonNode each : all) {
            System.out.println("%3d  %s to %s  %s – %s  %s%s"
                    .formatted(
                            each.get("number").asInt(),
                            each.get("of").asString(),
                            each.get("delegate").asString(),
                            each.get("from").asString(),
                            each.get("until").asString(),
                            each.hasNonNull("revoked")
                                    ? "revoked"
                                    : each.get("inForce").asBoolean() ? "in force" : "not in force",
                            each.get("reason").asString().isEmpty()
                                    ? ""
                                    : ": " + each.get("reason").asString()));
        }
        return 0;
    }

    private String given(@Nullable String value, String option) {
        if (value == null) {
            throw new ParameterException(spec.commandLine(), "Give " + option + ".");
        }
        return value;
    }
}
