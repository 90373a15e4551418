package io.tallybook.ui.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Packages of prior-period adjustments: what came for locked months, and the decision. */
@Command(
        name = "adjustments",
        mixinStandardHelpOptions = true,
        description = "Lists, shows, prepares, approves and rejects packages of adjustments.",
        synopsisSubcommandLabel = "COMMAND")
public final class AdjustmentsCommand {
    private static final String PACKAGES = "/api/v1/adjustment-packages";
    private static final String ID = "GROUP/NUMBER";

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every package, a line each, newest first.")
    int list(
            @Mixin Remote remote,
            @Option(names = "--state", description = "only those at that state") @Nullable String state) {
        JsonNode all = remote.api().get(PACKAGES + (state == null ? "" : "?state=" + Api.encode(state)));
        if (remote.json) {
            System.out.println(all);
        } else {
            all.get("rows").forEach(one -> System.out.println(line(one)));
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "One package, its effect and its history.")
    int show(@Mixin Remote remote, @Parameters(paramLabel = ID) String id) {
        print(remote, remote.api().get(path(id)));
        return 0;
    }

    @Command(
            name = "prepare",
            mixinStandardHelpOptions = true,
            description = "Has the effect calculated with the closed month's own rules.")
    int prepare(
            @Mixin Remote remote,
            @Parameters(paramLabel = ID) String id,
            @Option(names = "--booking", defaultValue = "OPEN_PERIOD", description = "OPEN_PERIOD or RESTATED")
                    String booking,
            @Option(names = "--ground", defaultValue = "NONE", description = "NONE, REBUTTAL, MISTAKE or LEGAL_HOLD")
                    String ground,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        return order(remote, id, "/prepare", Map.of("booking", booking, "ground", ground, "reason", reason));
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves the preview with that hash, as 'show' prints it.")
    int approve(
            @Mixin Remote remote,
            @Parameters(paramLabel = ID) String id,
            @Option(names = "--preview", required = true, description = "hash of the preview") String preview,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        return order(remote, id, "/approve", Map.of("previewHash", preview, "reason", reason));
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Rejects a package; nothing is booked.")
    int reject(
            @Mixin Remote remote,
            @Parameters(paramLabel = ID) String id,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        return order(remote, id, "/reject", Map.of("reason", reason));
    }

    private static int order(Remote remote, String id, String deed, Map<String, String> body) {
        Api api = remote.api();
        api.post(path(id) + deed, body);
        print(remote, api.get(path(id)));
        return 0;
    }

    private static void print(Remote remote, JsonNode whole) {
        if (remote.json) {
            System.out.println(whole);
            return;
        }
        System.out.println(line(whole.get("adjustments")));
        if (whole.at("/adjustments").hasNonNull("previewHash")) {
            System.out.println(
                    "  preview " + whole.at("/adjustments/previewHash").asString());
        }
        whole.get("effects").forEach(effect -> System.out.println("  " + effect(effect)));
        whole.get("journals")
                .forEach(journal -> System.out.println(
                        "  booked in " + journal.get("journal").asString()));
    }

    private static String line(JsonNode one) {
        JsonNode effect = one.get("difference");
        return "%s: %s, %s adjustments of %s, %s kWh%s, from %s"
                .formatted(
                        one.get("id").asString(),
                        one.get("state").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
                        one.get("adjustments").asString(),
                        one.get("oldest").asString(),
                        one.get("quantity").asString(),
                        effect == null || effect.isNull()
                                ? ""
                                : ", purchases " + money(effect.get("purchases")) + ", sales "
                                        + money(effect.get("sales")),
                        one.at("/source/name").asString());
    }

    private static String effect(JsonNode effect) {
        return "%s %s %s: receipts %s kWh, deliveries %s kWh, imbalance %s kWh, purchases %s, sales %s"
                .formatted(
                        effect.get("closeId").asString(),
                        effect.get("point").asString(),
                        effect.get("contract").asString(),
                        effect.get("receipts").asString(),
                        effect.get("deliveries").asString(),
                        effect.get("imbalance").asString(),
                        money(effect.get("purchases")),
                        money(effect.get("sales")));
    }

    private static String money(JsonNode money) {
        return money.get("amount").asString() + " " + money.get("currency").asString();
    }

    private static String path(String id) {
        return PACKAGES + "/" + id;
    }
}
