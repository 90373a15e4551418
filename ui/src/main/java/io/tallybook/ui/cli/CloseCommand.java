package io.tallybook.ui.cli;

import io.tallybook.messages.Sha256;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What a person does with a close. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = "Shows a close, runs it to the signatures, approves, locks.")
public final class CloseCommand implements Callable<Integer> {
    enum Deed {
        status,
        run,
        approve,
        lock
    }

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    Remote remote = new Remote();

    @Parameters(index = "0", description = "status, run, approve or lock")
    Deed deed = Deed.status;

    @Mixin
    WhichClose which = new WhichClose();

    @Option(names = "--hash", description = "pack hash you were shown; 'approve' and 'lock' ask for it")
    @Nullable String hash;

    @Option(names = "--dry-run", description = "with 'run': what it would come to; not one event is written")
    boolean dryRun;

    @Option(
            names = "--errors-only",
            description = "with 'run --dry-run': goes on from where the close stands, takes nothing anew")
    boolean errorsOnly;

    @Option(names = "--delegation", paramLabel = "NUMBER", description = "approves with the right that is lent to you")
    @Nullable Integer delegation;

    @Override
    public Integer call() {
        usage();
        Api api = remote.api();
        String path = which.path(api);
        if (dryRun) {
            JsonNode dry = api.post(path + "/dry-runs?errorsOnly=" + errorsOnly, Map.of());
            System.out.println(remote.json ? dry.toString() : DryRunText.of(dry));
            return dry.hasNonNull("packHash") ? 0 : 1;
        }
        switch (deed) {
            case status -> {}
            case run -> run(api, path);
            case approve -> approve(api, path, shown(), delegation);
            case lock -> api.post(path + "/lock", Map.of("packHash", shown()));
        }
        JsonNode close = api.get(path);
        System.out.println(remote.json ? close.toString() : text(close));
        return 0;
    }

    private void usage() {
        if (dryRun && deed != Deed.run || errorsOnly && !dryRun) {
            throw new ParameterException(
                    spec.commandLine(), "--dry-run goes with 'run', and --errors-only with --dry-run.");
        }
    }

    private String shown() {
        if (hash == null) {
            throw new ParameterException(
                    spec.commandLine(), "Give the pack hash you were shown with --hash; 'close status' prints it.");
        }
        return hash;
    }

    /**
     * Whoever lost the answer may ask again: the key is that of the pack and of the signatures voided so far, for an equal pack
     * is signed anew after those; the server keeps the keys of each person apart.
     */
    private static void approve(Api api, String path, String hash, @Nullable Integer delegation) {
        long voided = api.get(path)
                .get("approvals")
                .valueStream()
                .filter(approval -> approval.get("voided").asBoolean())
                .count();
        String as = delegation == null ? "" : " " + delegation;
        String key =
                Sha256.of("approve " + path + " " + hash + " " + voided + as).hex();
        Map<String, Object> body =
                delegation == null ? Map.of("packHash", hash) : Map.of("packHash", hash, "delegation", delegation);
        api.post(path + "/approvals", body, key);
    }

    private static void run(Api api, String path) {
        try {
            api.get(path);
        } catch (ApiRefused refused) {
            if (refused.status() != 404) {
                throw refused;
            }
            api.post(path, Map.of());
        }
        api.post(path + "/cutoff", Map.of());
    }

    static String text(JsonNode close) {
        JsonNode progress = close.get("progress");
        StringBuilder text = new StringBuilder("%s: %s, %s of %s steps done, %s late; %s remaining, %s overdue%n"
                .formatted(
                        close.get("closeId").asString(),
                        close.get("status").asString().toLowerCase(java.util.Locale.ROOT),
                        progress.get("done"),
                        progress.get("steps"),
                        progress.get("late"),
                        progress.get("remaining"),
                        progress.get("overdue")));
        for (JsonNode step : close.get("steps")) {
            text.append("  %-13s %-8s %s/%s %s%n"
                    .formatted(
                            step.get("step")
                                    .asString()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' '),
                            step.get("state").asString().toLowerCase(java.util.Locale.ROOT),
                            step.get("done").asInt(),
                            step.get("total").asInt(),
                            step.get("unit").asString("")));
        }
        for (JsonNode blocker : close.get("blockers")) {
            text.append("  blocked: ")
                    .append(blocker.get("sentence").asString())
                    .append('\n');
        }
        if (close.hasNonNull("packHash")) {
            text.append("  pack hash ").append(close.get("packHash").asString()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
