package io.tallybook.intake.nomination;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.nomination.NominationMonthId;
import org.jspecify.annotations.Nullable;

/**
 * A row that says what it should.
 *
 * @param energy null to take back what was said
 */
record NominationRow(
        int line,
        String raw,
        ContractId contract,
        PointId point,
        GasDay day,
        Direction direction,
        @Nullable Energy energy) {
    /** What one row of a file is about. */
    record Key(ContractId contract, PointId point, GasDay day, Direction direction) {}

    Key key() {
        return new Key(contract, point, day, direction);
    }

    NominationMonthId month() {
        return NominationMonthId.of(contract, point, AccountingPeriod.of(day));
    }
}
