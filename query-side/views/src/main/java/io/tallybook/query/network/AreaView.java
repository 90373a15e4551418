package io.tallybook.query.network;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.network.Tolerance;
import java.util.List;

/** An area; tolerances by effective period, oldest first. */
public record AreaView(
        AreaId area, NetworkId network, String name, List<Tolerance> tolerances, int points, long position) {
    /** The tolerance in force in a period; the oldest one for the periods before it. */
    public Tolerance tolerance(AccountingPeriod period) {
        return tolerances.stream()
                .filter(t -> t.effectiveFrom().compareTo(period) <= 0)
                .reduce((a, b) -> b)
                .orElse(tolerances.getFirst());
    }
}
