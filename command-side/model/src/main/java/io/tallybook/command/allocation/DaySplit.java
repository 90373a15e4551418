package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import java.util.Map;

/** What came of splitting one gas day one way. */
sealed interface DaySplit permits DaySplit.Parts, Obstacle {
    /** A part per party; their sum is what was measured. */
    record Parts(Map<ContractId, Energy> of) implements DaySplit {}
}
