package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.metering.DayTotal;
import java.util.List;
import java.util.Map;

/** What came of splitting a month. */
sealed interface MonthSplit permits MonthSplit.Days, Obstacle {
    /** The days of each contract that has any share here, also those on which it got nothing; by contract id. */
    record Days(Map<ContractId, List<DayTotal>> of) implements MonthSplit {}
}
