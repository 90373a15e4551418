package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Splits a gas day one way by the method its parties name: what is split adds up to what was measured, always. */
final class Methods {
    private Methods() {}

    static DaySplit split(DayFlow flow) {
        if (flow.isStill()) {
            return nothing(flow);
        }
        if (flow.parties().isEmpty()) {
            return new Obstacle(
                    "shares-missing", "No contract has a share of what the point moves as " + flow.direction() + ".");
        }
        if (flow.parties().stream().map(Party::method).distinct().count() > 1) {
            return new Obstacle(
                    "methods-differ",
                    "The contracts name different methods for " + flow.direction() + " (" + named(flow)
                            + "): amend them to name one.");
        }
        return switch (flow.parties().getFirst().method()) {
            case PERCENTAGE -> ByShare.split(flow);
            case PRO_RATA -> ByNomination.split(flow);
            case RANKED -> ByRank.split(flow);
            case SWING, MEASURED_DIFFERENCE -> ByDifference.split(flow);
            case OPERATOR_PROVIDED -> ByOperatorValue.split(flow);
        };
    }

    private static DaySplit nothing(DayFlow flow) {
        Map<ContractId, Energy> parts = new LinkedHashMap<>();
        flow.parties().forEach(p -> parts.put(p.contract(), Energy.ZERO));
        return new DaySplit.Parts(parts);
    }

    private static String named(DayFlow flow) {
        return flow.parties().stream()
                .map(p -> p.contract().value() + " " + p.method())
                .collect(Collectors.joining(", "));
    }
}
