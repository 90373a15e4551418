package io.tallybook.ui.cli;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
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

/** Shows and makes estimates of what a point's month misses, accepts and withdraws them. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "Shows the estimates of a point's month; estimates what is missing; accepts or withdraws one.")
public final class EstimateCommand implements Callable<Integer> {
    private enum Method {
        AVERAGE_OF_MONTH,
        LINEAR,
        LAST_GOOD,
        STATED
    }

    @Mixin
    Remote remote = new Remote();

    @Parameters(paramLabel = "POINT/PERIOD", description = "such as sweden/2024-10")
    String month = "";

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "estimates by ${COMPLETION-CANDIDATES}; with --reason")
    @Nullable Method method;

    @Option(names = "--first-day", paramLabel = "DAY", description = "first gas day; the month's if left out")
    @Nullable String firstDay;

    @Option(names = "--last-day", paramLabel = "DAY", description = "last gas day; the month's if left out")
    @Nullable String lastDay;

    @Option(names = "--kwh", paramLabel = "KWH", description = "signed figure of each interval, with STATED")
    @Nullable BigDecimal kwh;

    @Option(names = "--preview", description = "shows the figures and writes nothing")
    boolean preview;

    @Option(names = "--accept", paramLabel = "NUMBER", description = "accepts a waiting estimate")
    int accept;

    @Option(names = "--withdraw", paramLabel = "NUMBER", description = "takes an estimate back; with --reason")
    int withdraw;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    @Nullable String reason;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        Api api = remote.api();
        String path = "/api/v1/meter-months/" + month + "/estimates";
        if (method != null && preview) {
            show(api.post(path + "/preview", body(method)));
        } else if (method != null) {
            tell(api.post(path, body(method)));
        } else if (accept > 0) {
            tell(api.post(path + "/" + accept + "/acceptance", Map.of()));
        } else if (withdraw > 0) {
            tell(api.post(path + "/" + withdraw + "/withdrawal", Map.of("reason", why())));
        } else {
            list(api.get(path));
        }
        return 0;
    }

    private Map<String, Object> body(Method by) {
        Map<String, Object> body = new HashMap<>(Map.of("method", by.name(), "reason", why()));
        if (firstDay != null) {
            body.put("firstDay", firstDay);
        }
        if (lastDay != null) {
            body.put("lastDay", lastDay);
        }
        if (kwh != null) {
            body.put("kwh", kwh);
        }
        return body;
    }

    private String why() {
        if (reason == null) {
            throw new ParameterException(spec.commandLine(), "Say why with --reason.");
        }
        return reason;
    }

    private void tell(JsonNode given) {
        System.out.println(remote.json ? given : given.get("outcome").asString().toLowerCase(Locale.ROOT));
    }

    private void show(JsonNode shown) {
        if (remote.json) {
            System.out.println(shown);
            return;
        }
        shown.get("figures")
                .forEach(each ->
                        System.out.println(each.get("start").asString() + "  ~" + plain(each.get("figure")) + " kWh"));
        System.out.println((shown.get("waits").asBoolean() ? "would wait for an approver: " : "would stand at once: ")
                + plain(shown.get("alone")) + " kWh on one word, limit " + plain(shown.get("limit")) + " kWh");
    }

    private void list(JsonNode estimates) {
        if (remote.json) {
            System.out.println(estimates);
            return;
        }
        for (JsonNode each : estimates) {
            System.out.println("%4d  %-10s  %-16s  %3d of %3d  %18s kWh  %s: %s"
                    .formatted(
                            each.get("number").asInt(),
                            lower(each.get("state")),
                            lower(each.get("method")),
                            each.get("remaining").asInt(),
                            each.get("intervals").asInt(),
                            plain(each.get("energy")),
                            each.get("by").asString(),
                            each.get("reason").asString()));
        }
    }

    private static String plain(JsonNode figure) {
        return figure.decimalValue().toPlainString();
    }

    private static String lower(JsonNode word) {
        return word.asString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
