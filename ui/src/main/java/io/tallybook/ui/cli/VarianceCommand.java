package io.tallybook.ui.cli;

import io.tallybook.messages.Direction;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
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

/** Shows what a month differs by, explains a line, approves an explanation or sends it back. */
@Command(
        name = "variance",
        mixinStandardHelpOptions = true,
        description = "Shows a month beside what it is compared with; explains, approves or sends back a line.")
public final class VarianceCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Mixin
    WhichClose which = new WhichClose();

    @Option(
            names = "--basis",
            description = "${COMPLETION-CANDIDATES}; PRIOR_MONTH when not given",
            paramLabel = "BASIS")
    VarianceBasis basis = VarianceBasis.PRIOR_MONTH;

    @Option(names = "--all", description = "also the lines below their threshold")
    boolean all;

    @Option(names = "--contract", description = "only this contract's lines; needed to explain, approve or send back")
    @Nullable String contract;

    @Option(names = "--point", description = "the line's point")
    @Nullable String point;

    @Option(names = "--direction", description = "the line's direction: ${COMPLETION-CANDIDATES}")
    @Nullable Direction direction;

    @Option(names = "--explain", paramLabel = "TEXT", description = "explains the line")
    @Nullable String explain;

    @Option(names = "--driver", description = "what drove it: ${COMPLETION-CANDIDATES}")
    VarianceDriver driver = VarianceDriver.VOLUME;

    @Option(names = "--approve", description = "approves the line's explanation as it stands")
    boolean approve;

    @Option(names = "--send-back", paramLabel = "REASON", description = "sends the line's explanation back")
    @Nullable String sendBack;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        Api api = remote.api();
        if (explain == null && sendBack == null && !approve) {
            return show(api);
        }
        if (contract == null || point == null || direction == null) {
            throw new ParameterException(spec.commandLine(), "A line is named by --contract, --point and --direction.");
        }
        String path = "/api/v1/variances/" + contract + "/" + which.period;
        Map<String, Object> line = Map.of("point", point, "direction", direction.name());
        if (explain != null) {
            tell(api.post(path + "/explanations", with(line, Map.of("driver", driver.name(), "text", explain))));
        }
        if (approve) {
            tell(api.post(path + "/signatures", with(line, Map.of("explanation", hash(api.get(path))))));
        }
        if (sendBack != null) {
            tell(api.post(path + "/returns", with(line, Map.of("reason", sendBack))));
        }
        return 0;
    }

    private void tell(JsonNode answer) {
        System.out.println(
                remote.json ? answer : answer.get("outcome").asString().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> with(Map<String, Object> line, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(line);
        body.putAll(more);
        return body;
    }

    private String hash(JsonNode review) {
        for (JsonNode line : review.get("lines")) {
            if (isNamed(line)) {
                return line.path("word").path("hash").asString("");
            }
        }
        return "";
    }

    private boolean isNamed(JsonNode line) {
        JsonNode of = line.get("figures").get("line");
        return of.get("point").asString().equals(point)
                && of.get("direction").asString().equals(String.valueOf(direction));
    }

    private int show(Api api) {
        JsonNode reviews = api.get(which.path(api) + "/variances");
        if (remote.json) {
            System.out.println(reviews);
            return 0;
        }
        int flagged = 0;
        int approved = 0;
        for (JsonNode review : reviews) {
            String of = review.get("review").asString().replaceFirst("/.*", "");
            for (JsonNode line : review.get("lines")) {
                boolean isFlagged = line.hasNonNull("word");
                flagged += isFlagged ? 1 : 0;
                approved += isFlagged && state(line).equals("approved") ? 1 : 0;
                if ((all || isFlagged) && (contract == null || contract.equals(of))) {
                    System.out.println(line(of, line));
                }
            }
        }
        System.out.println(approved + " of " + flagged + " lines that need a word are approved.");
        return 0;
    }

    private String line(String contract, JsonNode line) {
        JsonNode figures = line.get("figures");
        String name = contract + " " + figures.get("line").get("point").asString() + " "
                + figures.get("line").get("direction").asString().toLowerCase(Locale.ROOT);
        String word = line.hasNonNull("word") ? state(line) : "below threshold";
        for (JsonNode variance : figures.get("variances")) {
            if (variance.get("basis").asString().equals(basis.name())) {
                JsonNode effects = variance.get("effects");
                return "%-44s %16s  base %16s  difference %16s = volume %s + heating value %s + price %s  %s"
                        .formatted(
                                name,
                                amount(figures.get("actual").get("money")),
                                amount(variance.get("base").get("money")),
                                amount(variance.get("total")),
                                amount(effects.get("volume")),
                                amount(effects.get("heatingValue")),
                                amount(effects.get("price")),
                                word);
            }
        }
        return "%-44s %16s  no basis  %s"
                .formatted(name, amount(figures.get("actual").get("money")), word);
    }

    private static String state(JsonNode line) {
        return line.get("word").get("state").asString().toLowerCase(Locale.ROOT);
    }

    private static String amount(JsonNode money) {
        return money.get("amount").decimalValue().setScale(2).toPlainString();
    }
}
