package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.contract.AllocationMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SWING and MEASURED_DIFFERENCE: everybody gets its figure, the one party marked for it takes what is left of the measured
 * total. That may be less than nothing only by that party's explicit rule (domain/close.md; NAESB WGQ 2.3.16 to 2.3.21, swing).
 */
final class ByDifference {
    private ByDifference() {}

    static DaySplit split(DayFlow flow) {
        List<Party> balancing =
                flow.parties().stream().filter(p -> p.rule().balancing()).toList();
        if (balancing.size() != 1) {
            return notOne(flow, balancing.size());
        }
        boolean swing = balancing.getFirst().method() == AllocationMethod.SWING;
        String missing = flow.contracts(p -> !p.rule().balancing() && p.figure() == null);
        if (!swing && !missing.isEmpty()) {
            return new Obstacle(
                    "measured-values-missing",
                    "The values measured for " + missing + " as " + flow.where() + " are missing: record them.");
        }
        return split(flow, balancing.getFirst());
    }

    private static DaySplit split(DayFlow flow, Party last) {
        Map<ContractId, Energy> parts = new LinkedHashMap<>();
        Energy rest = flow.total();
        for (Party party : flow.parties()) {
            if (!party.rule().balancing()) {
                parts.put(party.contract(), party.figureOrZero());
                rest = rest.minus(party.figureOrZero());
            }
        }
        if (rest.signum() < 0 && !last.rule().mayBeNegative()) {
            return new Obstacle(
                    "negative-without-rule",
                    last.contract().value() + " would be allocated " + rest + " as " + flow.where()
                            + ": the others have "
                            + flow.total().minus(rest) + " of " + flow.total()
                            + " measured. Put the figures right, or allow the contract to go negative.");
        }
        parts.put(last.contract(), rest);
        return new DaySplit.Parts(parts);
    }

    private static Obstacle notOne(DayFlow flow, int found) {
        String party = flow.parties().getFirst().method() == AllocationMethod.SWING ? "swing" : "unmetered";
        return found == 0
                ? new Obstacle(
                        party + "-party-missing",
                        "No contract is the " + party + " party of " + flow.direction() + ": amend one of "
                                + flow.contracts(p -> true) + ".")
                : new Obstacle(
                        "two-" + (party.equals("swing") ? "swing" : "unmetered") + "-parties",
                        "Each of " + flow.contracts(p -> p.rule().balancing()) + " is the " + party + " party of "
                                + flow.direction() + ": only one can be, amend the others.");
    }
}
