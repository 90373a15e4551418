package io.tallybook.query.nomination;

import static io.tallybook.migrations.jooq.Tables.VIEW_CASH_OUT;
import static io.tallybook.migrations.jooq.Tables.VIEW_OPEN_IMBALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PointId;
import io.tallybook.query.statement.StatementState;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * What a point's imbalances began with, and what statements have cashed out of them.
 *
 * @param opening by contract, positive where the contract is owed gas
 * @param cashedOut by contract, month and way: allocated less scheduled, as the statement that stands settles it
 */
record Settled(Map<ContractId, Energy> opening, Map<Month, Energy> cashedOut) {
    /** One contract's month one way. */
    record Month(ContractId contract, AccountingPeriod period, Direction direction) {}

    static Settled of(DSLContext db, PointId point) {
        Map<ContractId, Energy> opening = new HashMap<>();
        db.selectFrom(VIEW_OPEN_IMBALANCE)
                .where(VIEW_OPEN_IMBALANCE.POINT.eq(point.value()))
                .forEach(row ->
                        opening.merge(new ContractId(row.getContract()), new Energy(row.getEnergy()), Energy::plus));
        Map<Month, Energy> cashedOut = new HashMap<>();
        db.selectDistinct(
                        VIEW_CASH_OUT.CONTRACT,
                        VIEW_CASH_OUT.PERIOD,
                        VIEW_CASH_OUT.DIRECTION,
                        VIEW_CASH_OUT.ALLOCATED,
                        VIEW_CASH_OUT.SCHEDULED)
                .from(VIEW_CASH_OUT)
                .join(VIEW_STATEMENT)
                .on(VIEW_STATEMENT.SHIPPER.eq(VIEW_CASH_OUT.SHIPPER))
                .and(VIEW_STATEMENT.PERIOD.eq(VIEW_CASH_OUT.PERIOD))
                .where(VIEW_CASH_OUT.POINT.eq(point.value()))
                .and(VIEW_STATEMENT.STATE.in(StatementState.PREPARED.name(), StatementState.ISSUED.name()))
                .forEach(row -> cashedOut.put(
                        new Month(
                                new ContractId(row.value1()),
                                new AccountingPeriod(row.value2()),
                                Direction.valueOf(row.value3())),
                        new Energy(row.value4()).minus(new Energy(row.value5()))));
        return new Settled(opening, cashedOut);
    }

    /** Zero where nothing was cashed out. */
    Energy of(ContractId contract, AccountingPeriod period, Direction direction) {
        return cashedOut.getOrDefault(new Month(contract, period, direction), Energy.ZERO);
    }

    /** As an imbalance of that way: a delivery above its nomination is gas the contract owes. */
    Energy opening(ContractId contract, Direction direction) {
        Energy owed = opening.getOrDefault(contract, Energy.ZERO);
        return direction == Direction.RECEIPT ? owed : owed.negate();
    }
}
