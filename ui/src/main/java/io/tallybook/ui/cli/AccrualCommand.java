package io.tallybook.ui.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** Shows the estimate and the flash accruals of a month; proposes, approves and discards one. */
@Command(
        name = "accrual",
        mixinStandardHelpOptions = true,
        description = "Shows what a month is accrued at; proposes, approves or discards a flash accrual.")
public final class AccrualCommand implements Callable<Integer> {
    private static final String GIVEN = "([^=]+)=(-?[0-9]+(?:[.][0-9]+)?),(-?[0-9]+(?:[.][0-9]+)?),(.+)";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    Remote remote = new Remote();

    @Mixin
    WhichClose which = new WhichClose();

    @Option(names = "--propose", description = "proposes the accrual as it is estimated now")
    boolean propose;

    @Option(names = "--note", paramLabel = "TEXT", description = "with --propose: a word to the approver")
    @Nullable String note;

    @Option(
            names = "--by-hand",
            paramLabel = "SHIPPER=PURCHASES,SALES,REASON",
            description = "with --propose: amounts instead of the estimate's; for every shipper without a price")
    List<String> byHand = List.of();

    @Option(names = "--approve", paramLabel = "NUMBER", description = "approves an accrual; with --hash")
    int approve;

    @Option(names = "--hash", description = "with --approve: the content hash you were shown")
    @Nullable String hash;

    @Option(names = "--discard", paramLabel = "NUMBER", description = "discards one that waits; with --reason")
    int discard;

    @Option(names = "--repost", paramLabel = "NUMBER", description = "hands what the ERP refused to it; with --reason")
    int repost;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    @Nullable String reason;

    @Override
    public Integer call() {
        Api api = remote.api();
        String path = which.path(api) + "/accruals";
        if (propose) {
            tell(api.post(path, asked(api, path)));
        } else if (approve > 0) {
            tell(api.post(path + "/" + approve + "/approve", Map.of("contentHash", shown())));
        } else if (discard > 0) {
            tell(api.post(path + "/" + discard + "/discard", Map.of("reason", why())));
        } else if (repost > 0) {
            tell(api.post(path + "/" + repost + "/repost", Map.of("reason", why())));
        } else {
            show(api, path);
        }
        return 0;
    }

    private void tell(JsonNode given) {
        System.out.println(remote.json ? given : given.get("outcome").asString().toLowerCase(Locale.ROOT));
    }

    private void show(Api api, String path) {
        JsonNode accruals = api.get(path);
        JsonNode estimate = api.get(path + "/estimate");
        if (remote.json) {
            System.out.println("{\"estimate\":" + estimate + ",\"accruals\":" + accruals + "}");
        } else {
            System.out.println(AccrualText.of(estimate, accruals));
        }
    }

    private Map<String, Object> asked(Api api, String path) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("note", note == null ? "" : note);
        if (!byHand.isEmpty()) {
            JsonNode shippers = api.get(path + "/estimate").get("shippers");
            asked.put(
                    "byHand", byHand.stream().map(line -> given(line, shippers)).toList());
        }
        return asked;
    }

    private Map<String, Object> given(String line, JsonNode shippers) {
        if (!line.matches(GIVEN)) {
            throw new ParameterException(
                    spec.commandLine(), "Write --by-hand SHIPPER=PURCHASES,SALES,REASON; you wrote '" + line + "'.");
        }
        String shipper = line.replaceFirst(GIVEN, "$1");
        String currency = shippers.valueStream()
                .filter(of -> of.get("shipper").asString().equals(shipper))
                .map(of -> of.at("/totals/purchases/currency").asString())
                .findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no estimate of " + shipper));
        return Map.of(
                "shipper",
                shipper,
                "purchases",
                Map.of("amount", new BigDecimal(line.replaceFirst(GIVEN, "$2")), "currency", currency),
                "sales",
                Map.of("amount", new BigDecimal(line.replaceFirst(GIVEN, "$3")), "currency", currency),
                "reason",
                line.replaceFirst(GIVEN, "$4"));
    }

    private String shown() {
        if (hash == null) {
            throw new ParameterException(
                    spec.commandLine(), "Give the content hash you were shown with --hash; 'accrual' prints it.");
        }
        return hash;
    }

    private String why() {
        if (reason == null) {
            throw new ParameterException(spec.commandLine(), "Say why with --reason.");
        }
        return reason;
    }
}
