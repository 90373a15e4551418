package io.tallybook.query.contract;

import static io.tallybook.migrations.jooq.Tables.VIEW_AREA;
import static io.tallybook.migrations.jooq.Tables.VIEW_CONTRACT;
import static io.tallybook.migrations.jooq.Tables.VIEW_CONTRACT_SHARE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CONTRACT_TERMS;
import static io.tallybook.migrations.jooq.Tables.VIEW_SHIPPER;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.ImbalanceTerms.Settlement;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.migrations.jooq.tables.records.ViewContractRecord;
import io.tallybook.migrations.jooq.tables.records.ViewContractShareRecord;
import io.tallybook.migrations.jooq.tables.records.ViewContractTermsRecord;
import io.tallybook.query.contract.ContractView.TermsView;
import io.tallybook.query.projection.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads contracts and shippers from their tables. */
final class ContractReader implements ContractQueries {
    private static final int MOST_CONTRACTS = 256;
    private static final int MOST_SHIPPERS = 10_000;

    private final DSLContext db;

    ContractReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<ContractView> contracts(NetworkId network) {
        return contracts(VIEW_CONTRACT.AREA.in(
                db.select(VIEW_AREA.AREA).from(VIEW_AREA).where(VIEW_AREA.NETWORK.eq(network.value()))));
    }

    @Override
    public Optional<ContractView> contract(ContractId contract) {
        return contracts(VIEW_CONTRACT.CONTRACT.eq(contract.value())).stream().findFirst();
    }

    private List<ContractView> contracts(Condition condition) {
        List<ViewContractRecord> rows = db.selectFrom(VIEW_CONTRACT)
                .where(condition)
                .orderBy(VIEW_CONTRACT.CONTRACT)
                .limit(MOST_CONTRACTS)
                .fetch();
        List<String> ids = rows.stream().map(ViewContractRecord::getContract).toList();
        Map<String, List<TermsView>> terms = terms(ids);
        Map<String, String> names = db.selectFrom(VIEW_SHIPPER).fetchMap(VIEW_SHIPPER.SHIPPER, VIEW_SHIPPER.NAME);
        return rows.stream()
                .map(row -> new ContractView(
                        new ContractId(row.getContract()),
                        new ShipperId(row.getShipper()),
                        names.getOrDefault(row.getShipper(), row.getShipper()),
                        new AreaId(row.getArea()),
                        terms.getOrDefault(row.getContract(), List.of()),
                        row.getSequence(),
                        row.getPosition()))
                .toList();
    }

    private Map<String, List<TermsView>> terms(List<String> contracts) {
        Map<String, Map<Integer, List<PointShare>>> shares = new HashMap<>();
        db.selectFrom(VIEW_CONTRACT_SHARE)
                .where(VIEW_CONTRACT_SHARE.CONTRACT.in(contracts))
                .orderBy(VIEW_CONTRACT_SHARE.CONTRACT, VIEW_CONTRACT_SHARE.VERSION, VIEW_CONTRACT_SHARE.ORDINAL)
                .forEach(row -> shares.computeIfAbsent(row.getContract(), k -> new HashMap<>())
                        .computeIfAbsent(row.getVersion(), k -> new ArrayList<>())
                        .add(new PointShare(
                                new PointId(row.getPoint()),
                                Direction.valueOf(row.getDirection()),
                                new Share(row.getShare()),
                                rule(row))));
        return db.selectFrom(VIEW_CONTRACT_TERMS)
                .where(VIEW_CONTRACT_TERMS.CONTRACT.in(contracts))
                .orderBy(VIEW_CONTRACT_TERMS.CONTRACT, VIEW_CONTRACT_TERMS.VERSION)
                .fetchGroups(
                        VIEW_CONTRACT_TERMS.CONTRACT,
                        row -> terms(
                                row.into(VIEW_CONTRACT_TERMS),
                                shares.getOrDefault(row.get(VIEW_CONTRACT_TERMS.CONTRACT), Map.of())
                                        .getOrDefault(row.get(VIEW_CONTRACT_TERMS.VERSION), List.of())));
    }

    private static @Nullable AllocationRule rule(ViewContractShareRecord row) {
        return AllocationRule.written(
                Columns.maybe(row.getMethod(), AllocationMethod::valueOf),
                row.getRank(),
                row.getBalancing(),
                row.getMayBeNegative(),
                row.getBandLow(),
                row.getBandHigh());
    }

    private static TermsView terms(ViewContractTermsRecord row, List<PointShare> shares) {
        return new TermsView(
                row.getVersion(),
                new ContractTerms(
                        new AccountingPeriod(row.getEffectiveFrom()),
                        shares,
                        new SeriesId(row.getSeries()),
                        NonPriceDayRule.valueOf(row.getRule()),
                        row.getLookbackDays(),
                        row.getCurrency(),
                        imbalances(row)),
                new PersonId(row.getByPerson()),
                row.getAt(),
                row.getPosition());
    }

    private static @Nullable ImbalanceTerms imbalances(ViewContractTermsRecord row) {
        return row.getSettlement() == null
                ? null
                : new ImbalanceTerms(
                        Settlement.valueOf(row.getSettlement()),
                        Columns.maybe(row.getCashOutTable(), CashOutTableId::new),
                        Columns.maybe(row.getImbalanceSeries(), SeriesId::new));
    }

    @Override
    public List<ShipperView> shippers() {
        return shippers(DSL.noCondition());
    }

    @Override
    public Optional<ShipperView> shipper(ShipperId shipper) {
        return shippers(VIEW_SHIPPER.SHIPPER.eq(shipper.value())).stream().findFirst();
    }

    private List<ShipperView> shippers(Condition condition) {
        Map<String, Integer> contracts = db.select(VIEW_CONTRACT.SHIPPER, DSL.count())
                .from(VIEW_CONTRACT)
                .groupBy(VIEW_CONTRACT.SHIPPER)
                .fetchMap(VIEW_CONTRACT.SHIPPER, DSL.count());
        return db.selectFrom(VIEW_SHIPPER)
                .where(condition)
                .orderBy(VIEW_SHIPPER.SHIPPER)
                .limit(MOST_SHIPPERS)
                .fetch(row -> new ShipperView(
                        new ShipperId(row.getShipper()),
                        row.getName(),
                        contracts.getOrDefault(row.getShipper(), 0),
                        row.getPosition()));
    }
}
