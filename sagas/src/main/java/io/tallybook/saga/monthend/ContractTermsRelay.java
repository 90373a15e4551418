package io.tallybook.saga.monthend;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Command;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutTableCommand.PinCashOutTable;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTablePinned;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.messages.nomination.NominationUse;
import io.tallybook.messages.statement.StatementCommand.AddStatementNominations;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementCommand.AddStatementTiers;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.area.Rosters;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Carries the terms in force to the close, which waits for every contract, and to the shipper's statement; where they cash
 * imbalances out also nominations and tiers.
 */
@DisallowReplay
@ProcessingGroup(ContractTermsRelay.PROCESSOR)
class ContractTermsRelay {
    static final String PROCESSOR = "relay-contract-terms";

    private static final String NAME = "contract-terms";
    private final Orders orders;
    private final Rosters rosters;

    ContractTermsRelay(Orders orders, Rosters rosters) {
        this.orders = orders;
        this.rosters = rosters;
    }

    @EventHandler
    void on(ContractPinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        Command pinned = new AddPinnedContract(
                close,
                e.attempt(),
                e.contract(),
                e.version(),
                e.shipper(),
                e.terms().series(),
                e.terms().lookbackDays(),
                hash(e.terms()),
                e.author(),
                e.terms().imbalances() == null ? null : e.terms().imbalances().series(),
                errand.at());
        if (errand.giveFor(close, e.attempt(), CloseStep.VALUE, pinned)) {
            errand.giveFor(close, e.attempt(), CloseStep.VALUE, terms(e, errand));
            errand.giveFor(close, e.attempt(), CloseStep.VALUE, tiers(e, errand));
        }
    }

    /** Of the table the contract is cashed out by; none where it is not. */
    private static List<PinCashOutTable> tiers(ContractPinned e, Errand errand) {
        ImbalanceTerms imbalances = e.terms().imbalances();
        CashOutTableId table = imbalances == null ? null : imbalances.table();
        return table == null
                ? List.of()
                : List.of(new PinCashOutTable(table, e.closeId(), e.attempt(), e.shipper(), errand.at()));
    }

    @EventHandler
    void on(CashOutTablePinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command tiers = new AddStatementTiers(
                StatementId.of(e.shipper(), e.closeId().period()),
                e.closeId(),
                e.attempt(),
                e.table(),
                e.version(),
                e.tiers(),
                e.author(),
                errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.VALUE, tiers);
    }

    /** Only a statement that settles imbalances looks at nominations. */
    @EventHandler
    void on(NominationsPinned e, EventMessage<?> message) {
        NominationUse use = e.use();
        ShipperId settles = use == null ? null : use.settles();
        if (settles == null) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        Command scheduled = new AddStatementNominations(
                StatementId.of(settles, e.closeId().period()),
                e.closeId(),
                e.attempt(),
                e.month().contract(),
                e.month().point(),
                e.version(),
                e.nominated(),
                e.contributors(),
                errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.VALUE, scheduled);
    }

    private Command terms(ContractPinned e, Errand errand) {
        return new AddStatementTerms(
                StatementId.of(e.shipper(), e.closeId().period()),
                e.closeId(),
                e.attempt(),
                e.contract(),
                ofThisMonth(e),
                e.version(),
                e.author(),
                errand.at());
    }

    /**
     * Without the shares of points that take no part this month: no run allocates them, and the statement would wait. Nothing is
     * lost by it: a point that does take part needs shares that sum to one, or its run fails.
     */
    private ContractTerms ofThisMonth(ContractPinned e) {
        Set<PointId> flowing = rosters.flowPoints(e.area(), e.closeId(), e.attempt());
        ContractTerms terms = e.terms();
        return terms.withShares(terms.shares().stream()
                .filter(share -> flowing.contains(share.point()))
                .toList());
    }

    /** Over sorted canonical lines, so that the order in which shares were written does not matter. */
    static Sha256 hash(ContractTerms terms) {
        Stream<String> shares = terms.shares().stream()
                .map(s -> "share|" + s.point().value() + "|" + s.direction() + "|"
                        + s.share().value().toPlainString()
                        + (s.rule() == null ? "" : "|" + s.rule().canonical()));
        Stream<String> rest = Stream.of(
                "effective-from|" + terms.effectiveFrom(),
                "series|" + terms.series().value(),
                "rule|" + terms.rule() + "|" + terms.lookbackDays(),
                "currency|" + terms.currency());
        // terms that say nothing of imbalances hash as they did before there was anything to say
        ImbalanceTerms imbalances = terms.imbalances();
        Stream<String> settled =
                imbalances == null ? Stream.empty() : Stream.of("imbalances|" + imbalances.canonical());
        return Sha256.ofLines(
                Stream.of(shares, rest, settled).flatMap(lines -> lines).toList());
    }
}
