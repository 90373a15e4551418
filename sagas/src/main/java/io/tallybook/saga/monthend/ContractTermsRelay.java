package io.tallybook.saga.monthend;

import io.tallybook.messages.Command;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.area.Rosters;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Carries the terms in force to the close, which waits for every contract, and to the shipper's statement. */
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
                errand.at());
        if (errand.giveFor(close, e.attempt(), CloseStep.VALUE, pinned)) {
            errand.giveFor(close, e.attempt(), CloseStep.VALUE, terms(e, errand));
        }
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
        return new ContractTerms(
                terms.effectiveFrom(),
                terms.shares().stream()
                        .filter(share -> flowing.contains(share.point()))
                        .toList(),
                terms.series(),
                terms.rule(),
                terms.lookbackDays(),
                terms.currency());
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
        return Sha256.ofLines(Stream.concat(shares, rest).toList());
    }
}
