package io.tallybook.ui.cli;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A month's estimate and its flash accruals on a terminal. */
final class AccrualText {
    private static final String LINE = "  %-20s %9s %18s %18s %18s %18s %14s%n";
    private static final String TRUED = "  %-20s %18s %18s %18s %18s %18s %18s%n";

    private AccrualText() {}

    static String of(JsonNode estimate, JsonNode accruals) {
        StringBuilder text = new StringBuilder("by estimate\n");
        text.append(LINE.formatted(
                "shipper", "days", "receipts kWh", "purchases", "deliveries kWh", "sales", "unpriced kWh"));
        for (JsonNode of : estimate.get("shippers")) {
            text.append(LINE.formatted(
                    of.get("shipper").asString(),
                    of.get("measured").asInt() + "+" + of.get("estimated").asInt(),
                    plain(of.at("/totals/receipts")),
                    money(of.at("/totals/purchases")),
                    plain(of.at("/totals/deliveries")),
                    money(of.at("/totals/sales")),
                    plain(of.get("unpriced"))));
        }
        for (JsonNode of : estimate.get("without")) {
            text.append("  left out: %s, %s: %s%n"
                    .formatted(
                            of.get("pointName").asString(),
                            of.get("direction").asString().toLowerCase(Locale.ROOT),
                            of.get("unmeasured").asBoolean()
                                    ? "no gas day is recorded in full"
                                    : "its shares are not percentages that add up"));
        }
        text.append(accruals.isEmpty() ? "nothing accrued" : "");
        accruals.forEach(each -> append(text, each.get("accrual"), each.get("postings")));
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, JsonNode accrual, JsonNode postings) {
        text.append("accrual %d: %s, prepared by %s, content hash %s%n"
                .formatted(
                        accrual.get("number").asInt(),
                        accrual.get("state").asString().toLowerCase(Locale.ROOT),
                        accrual.get("preparedBy").asString(),
                        accrual.get("contentHash").asString()));
        text.append(TRUED.formatted("shipper", "purchases", "actual", "true-up", "sales", "actual", "true-up"));
        for (JsonNode line : accrual.get("lines")) {
            JsonNode accrued = line.at("/accrued/totals");
            JsonNode actual = line.path("actual");
            text.append(TRUED.formatted(
                    line.at("/accrued/shipper").asString(),
                    money(accrued.get("purchases")),
                    money(actual.path("purchases")),
                    trueUp(accrued.get("purchases"), actual.path("purchases")),
                    money(accrued.get("sales")),
                    money(actual.path("sales")),
                    trueUp(accrued.get("sales"), actual.path("sales"))));
        }
        if (accrual.hasNonNull("ended")) {
            text.append("  ").append(accrual.get("ended").asString()).append('\n');
        }
        for (JsonNode posting : postings) {
            text.append("  %s in %s: %s %s%n"
                    .formatted(
                            posting.get("key").asString(),
                            posting.get("bookedIn").asString(),
                            posting.get("state").asString().toLowerCase(Locale.ROOT),
                            posting.path("documentNumber")
                                    .asString(posting.path("sentence").asString(""))));
        }
    }

    private static String trueUp(JsonNode accrued, JsonNode actual) {
        return actual.isObject() ? amount(actual).subtract(amount(accrued)).toPlainString() : "-";
    }

    private static String money(JsonNode money) {
        return money.isObject()
                ? amount(money).toPlainString() + " " + money.get("currency").asString()
                : "-";
    }

    private static BigDecimal amount(JsonNode money) {
        return money.get("amount").decimalValue().setScale(2);
    }

    private static String plain(JsonNode energy) {
        return energy.decimalValue().toPlainString();
    }
}
