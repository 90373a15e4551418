package io.tallybook.query.nomination;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.metering.DayTotal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the completed run of a point's month gave each contract. */
record AllocatedMonth(AllocationRunId run, Map<ContractId, List<DayTotal>> days) {
    AllocatedMonth(AllocationRunId run) {
        this(run, new HashMap<>());
    }

    void add(ContractId contract, List<DayTotal> of) {
        days.put(contract, of);
    }

    /** Zero where the run gave nothing. */
    Energy of(ContractId contract, GasDay day, Direction direction) {
        return days.getOrDefault(contract, List.of()).stream()
                .filter(d -> d.day().equals(day))
                .map(d -> d.of(direction))
                .findFirst()
                .orElse(Energy.ZERO);
    }
}
