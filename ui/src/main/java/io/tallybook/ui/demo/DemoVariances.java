package io.tallybook.ui.demo;

import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.ui.cli.Api;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The demo's people and a month's variances, over the public API and by the rules everybody is under: the accountant says of
 * every line that needs a word which effect is the largest, an approver who had no hand in the figures approves what stands.
 */
public final class DemoVariances {
    private final String close;
    private final String period;

    /** @param close of the close in the API, {@code /api/v1/closes/denmark/2024-10} */
    public DemoVariances(String close) {
        this.close = close;
        this.period = close.substring(close.lastIndexOf('/') + 1);
    }

    /** @return how many lines were explained or approved; 0 when none waits */
    public int settle(Api accountant, Api reviewer) {
        int done = 0;
        for (JsonNode review : accountant.get(close + "/variances")) {
            for (JsonNode line : review.get("lines")) {
                if (is(line, "PENDING")) {
                    accountant.post(path(review) + "/explanations", explanation(line));
                    done++;
                }
            }
        }
        for (JsonNode review : reviewer.get(close + "/variances")) {
            for (JsonNode line : review.get("lines")) {
                if (is(line, "REVIEW")) {
                    reviewer.post(path(review) + "/signatures", signature(line));
                    done++;
                }
            }
        }
        return done;
    }

    private String path(JsonNode review) {
        return "/api/v1/variances/" + review.get("review").asString().replaceFirst("/.*", "") + "/" + period;
    }

    private static boolean is(JsonNode line, String state) {
        return line.path("word").path("state").asString("").equals(state);
    }

    private static Map<String, Object> explanation(JsonNode line) {
        String basis = line.get("word").get("bases").get(0).asString();
        JsonNode variance = line.get("figures")
                .get("variances")
                .valueStream()
                .filter(each -> each.get("basis").asString().equals(basis))
                .findFirst()
                .orElseThrow();
        Effect largest = largest(variance.get("effects"));
        return Map.of(
                "point", point(line),
                "direction", direction(line),
                "driver", largest.driver().name(),
                "text",
                        largest.amount().toPlainString() + " of "
                                + amount(variance.get("total")).toPlainString() + " come from the "
                                + largest.word() + " (said by rule of the demo script)");
    }

    private record Effect(VarianceDriver driver, String word, BigDecimal amount) {}

    private static Effect largest(JsonNode effects) {
        List<Effect> all = List.of(
                new Effect(VarianceDriver.VOLUME, "volume", amount(effects.get("volume"))),
                new Effect(VarianceDriver.BTU, "heating value", amount(effects.get("heatingValue"))),
                new Effect(VarianceDriver.PRICE, "price", amount(effects.get("price"))));
        return all.stream()
                .reduce((a, b) -> b.amount().abs().compareTo(a.amount().abs()) > 0 ? b : a)
                .orElseThrow();
    }

    private static BigDecimal amount(JsonNode money) {
        return money.get("amount").decimalValue();
    }

    private static Map<String, Object> signature(JsonNode line) {
        return Map.of(
                "point", point(line),
                "direction", direction(line),
                "explanation", line.get("word").get("hash").asString());
    }

    private static String point(JsonNode line) {
        return line.get("figures").get("line").get("point").asString();
    }

    private static String direction(JsonNode line) {
        return line.get("figures").get("line").get("direction").asString();
    }
}
