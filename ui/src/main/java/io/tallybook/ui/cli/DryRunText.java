package io.tallybook.ui.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A dry run on a terminal: what it comes to, then what stands in the way. */
final class DryRunText {
    private DryRunText() {}

    static String of(JsonNode dry) {
        StringBuilder text = new StringBuilder("%s run dry on the log up to event %d: %s%n"
                .formatted(
                        dry.get("closeId").asString(),
                        dry.get("position").asLong(),
                        dry.hasNonNull("packHash") ? "ready for signatures" : "not ready for signatures"));
        for (JsonNode statement : dry.get("statements")) {
            text.append("  %-20s receipts %s kWh for %s, deliveries %s kWh for %s%n"
                    .formatted(
                            statement.get("shipper").asString(),
                            plain(statement.get("receipts")),
                            money(statement.get("purchases")),
                            plain(statement.get("deliveries")),
                            money(statement.get("sales"))));
        }
        if (dry.hasNonNull("journal")) {
            JsonNode journal = dry.get("journal");
            text.append("  journal: %d lines, debits %s, credits %s%n"
                    .formatted(
                            journal.get("lines").asInt(), money(journal.get("debits")), money(journal.get("credits"))));
        }
        for (JsonNode stop : dry.get("stops")) {
            text.append("  in the way: %s, %s: %s%n"
                    .formatted(
                            stop.get("step").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
                            stop.get("subject").asString(),
                            stop.get("sentence").asString()));
        }
        if (dry.hasNonNull("packHash")) {
            text.append("  pack hash ").append(dry.get("packHash").asString()).append('\n');
        }
        return text.append("  nothing was written; in earnest it would be ")
                .append(dry.get("events").asInt())
                .append(" events")
                .toString();
    }

    private static String plain(JsonNode energy) {
        return energy.decimalValue().toPlainString();
    }

    private static String money(JsonNode money) {
        return money.get("amount").decimalValue().setScale(2).toPlainString() + " "
                + money.get("currency").asString();
    }
}
