package io.tallybook.query.nomination;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_LINE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CASH_OUT;
import static io.tallybook.migrations.jooq.Tables.VIEW_OPEN_IMBALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.statement.StatementState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What a point's imbalances began with, what statements have cashed out of them, and what adjustments have added since.
 *
 * @param opening by contract, positive where the contract is owed gas
 * @param cashedOut by contract, month and way: allocated less scheduled, as the statement that stands settles it
 * @param adjusted of every package booked
 */
record Settled(Map<ContractId, Energy> opening, Map<Month, Energy> cashedOut, List<Adjusted> adjusted) {
    /** One contract's month one way. */
    record Month(ContractId contract, AccountingPeriod period, Direction direction) {}

    /** What a package's journal changed of what was allocated in a production month; it counts from where it is booked. */
    private record Adjusted(Month production, AccountingPeriod booked, Energy difference) {}

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
        return new Settled(opening, cashedOut, adjusted(db, point));
    }

    private static List<Adjusted> adjusted(DSLContext db, PointId point) {
        var kwh = DSL.sum(VIEW_ADJUSTMENT_LINE.AFTER_KWH.minus(VIEW_ADJUSTMENT_LINE.BEFORE_KWH));
        return db.select(
                        VIEW_ADJUSTMENT_LINE.CONTRACT,
                        VIEW_ADJUSTMENT_LINE.CLOSE_ID,
                        VIEW_ADJUSTMENT_LINE.DIRECTION,
                        VIEW_ADJUSTMENT_JOURNAL.PERIOD,
                        kwh)
                .from(VIEW_ADJUSTMENT_LINE)
                .join(VIEW_ADJUSTMENT_JOURNAL)
                .on(VIEW_ADJUSTMENT_JOURNAL.PACKAGE.eq(VIEW_ADJUSTMENT_LINE.PACKAGE))
                .and(VIEW_ADJUSTMENT_JOURNAL.CLOSE_ID.eq(VIEW_ADJUSTMENT_LINE.CLOSE_ID))
                .where(VIEW_ADJUSTMENT_LINE.POINT.eq(point.value()))
                .and(VIEW_ADJUSTMENT_JOURNAL.BOOKED_AT.isNotNull())
                .groupBy(
                        VIEW_ADJUSTMENT_LINE.CONTRACT,
                        VIEW_ADJUSTMENT_LINE.CLOSE_ID,
                        VIEW_ADJUSTMENT_LINE.DIRECTION,
                        VIEW_ADJUSTMENT_JOURNAL.PERIOD)
                .fetch(row -> new Adjusted(
                        new Month(
                                new ContractId(row.value1()),
                                new CloseId(row.value2()).period(),
                                Direction.valueOf(row.value3())),
                        new AccountingPeriod(row.value4()),
                        new Energy(row.value5())));
    }

    /**
     * What adjustments of some months add to a contract's imbalance one way.
     *
     * @param production months that were nominated: where nobody nominated there is no imbalance to add to
     * @param booked the periods they are booked in
     */
    Energy adjusted(
            ContractId contract,
            Direction direction,
            Predicate<AccountingPeriod> production,
            Predicate<AccountingPeriod> booked) {
        return adjusted.stream()
                .filter(a -> a.production().contract().equals(contract)
                        && a.production().direction() == direction
                        && production.test(a.production().period())
                        && booked.test(a.booked()))
                .map(Adjusted::difference)
                .reduce(Energy.ZERO, Energy::plus);
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
