package io.tallybook.query.contract;

import static io.tallybook.migrations.jooq.Tables.VIEW_CONTRACT;
import static io.tallybook.migrations.jooq.Tables.VIEW_CONTRACT_SHARE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CONTRACT_TERMS;
import static io.tallybook.migrations.jooq.Tables.VIEW_SHIPPER;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractEvent;
import io.tallybook.messages.contract.ContractEvent.ContractAmended;
import io.tallybook.messages.contract.ContractEvent.ContractSigned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.FactorBand;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.contract.ShipperEvent;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import io.tallybook.migrations.jooq.tables.records.ViewContractShareRecord;
import io.tallybook.migrations.jooq.tables.records.ViewContractTermsRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Shippers, contracts, every version of their terms. */
final class ContractProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "contract",
            List.of(ContractEvent.class, ShipperEvent.class),
            List.of(VIEW_SHIPPER, VIEW_CONTRACT, VIEW_CONTRACT_TERMS, VIEW_CONTRACT_SHARE),
            ContractProjection::new);

    private final DSLContext db;

    private ContractProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case ShipperRegistered e -> on(e, at);
            case ContractSigned e -> {
                on(e, at);
                terms(e.contract(), e.version(), e.terms(), e.by(), at);
            }
            case ContractAmended e -> terms(e.contract(), e.version(), e.terms(), e.by(), at);
            default -> {}
        }
        if (event instanceof ContractEvent e) {
            db.update(VIEW_CONTRACT)
                    .set(VIEW_CONTRACT.SEQUENCE, at.sequence())
                    .where(VIEW_CONTRACT.CONTRACT.eq(e.contract().value()))
                    .execute();
        }
    }

    private void on(ShipperRegistered e, At at) {
        var row = db.newRecord(VIEW_SHIPPER);
        row.setShipper(e.shipper().value());
        row.setName(e.name());
        row.setPosition(at.position());
        row.merge();
    }

    private void on(ContractSigned e, At at) {
        var row = db.newRecord(VIEW_CONTRACT);
        row.setContract(e.contract().value());
        row.setShipper(e.shipper().value());
        row.setArea(e.area().value());
        row.setSequence(at.sequence());
        row.setPosition(at.position());
        row.merge();
    }

    private void terms(ContractId contract, int version, ContractTerms terms, PersonId by, At at) {
        var row = db.newRecord(VIEW_CONTRACT_TERMS);
        row.setContract(contract.value());
        row.setVersion(version);
        row.setEffectiveFrom(terms.effectiveFrom().value());
        row.setSeries(terms.series().value());
        row.setRule(terms.rule().name());
        row.setLookbackDays(terms.lookbackDays());
        row.setCurrency(terms.currency());
        imbalances(row, terms.imbalances());
        row.setByPerson(by.value());
        row.setAt(at.time());
        row.setPosition(at.position());
        row.merge();
        db.update(VIEW_CONTRACT)
                .set(VIEW_CONTRACT.POSITION, at.position())
                .where(VIEW_CONTRACT.CONTRACT.eq(contract.value()))
                .execute();
        db.batchMerge(shares(contract, version, terms.shares())).execute();
    }

    private static void imbalances(ViewContractTermsRecord row, @Nullable ImbalanceTerms imbalances) {
        if (imbalances != null) {
            row.setSettlement(imbalances.settlement().name());
            row.setCashOutTable(Columns.maybe(imbalances.table(), CashOutTableId::value));
            row.setImbalanceSeries(Columns.maybe(imbalances.series(), SeriesId::value));
        }
    }

    private static void rule(ViewContractShareRecord row, @Nullable AllocationRule rule) {
        if (rule == null) {
            return;
        }
        row.setMethod(rule.method().name());
        row.setRank(rule.rank());
        row.setBalancing(rule.balancing());
        row.setMayBeNegative(rule.mayBeNegative());
        row.setBandLow(Columns.maybe(rule.band(), FactorBand::low));
        row.setBandHigh(Columns.maybe(rule.band(), FactorBand::high));
    }

    private List<ViewContractShareRecord> shares(ContractId contract, int version, List<PointShare> shares) {
        List<ViewContractShareRecord> rows = new ArrayList<>();
        for (PointShare share : shares) {
            var row = db.newRecord(VIEW_CONTRACT_SHARE);
            row.setContract(contract.value());
            row.setVersion(version);
            row.setOrdinal(rows.size());
            row.setPoint(share.point().value());
            row.setDirection(share.direction().name());
            row.setShare(share.share().value());
            rule(row, share.rule());
            rows.add(row);
        }
        return rows;
    }
}
