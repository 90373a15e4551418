package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.allocation.AllocationRunEvent.NominationsAdded;
import io.tallybook.messages.contract.PointShare;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract with a share of the point, either way, even of zero. */
record Recipient(
        ContractId contract,
        List<PointShare> shares,
        @Nullable NominationsAdded nominations) {
    /** Its part in that day and direction, if it has any. */
    Stream<Party> party(GasDay day, Direction direction) {
        return shares.stream()
                .filter(s -> s.direction() == direction)
                .map(s -> Party.of(contract, s, day, nominations));
    }

    boolean isByPercentage() {
        return shares.stream().noneMatch(s -> s.method().needsNominations());
    }
}
