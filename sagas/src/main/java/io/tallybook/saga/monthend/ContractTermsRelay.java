package io.tallybook.saga.monthend;

import io.tallybook.messages.Command;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.List;
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

    ContractTermsRelay(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(ContractPinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        StatementId statement = StatementId.of(e.shipper(), close.period());
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
        Command terms = new AddStatementTerms(
                statement, close, e.attempt(), e.contract(), e.terms(), e.version(), e.author(), errand.at());
        errand.giveFor(close, e.attempt(), CloseStep.VALUE, List.of(pinned, terms));
    }

    /** Over sorted canonical lines, so that the order in which shares were written does not matter. */
    static Sha256 hash(ContractTerms terms) {
        Stream<String> shares = terms.shares().stream()
                .map(s -> "share|" + s.point().value() + "|" + s.direction() + "|"
                        + s.share().value().toPlainString());
        Stream<String> rest = Stream.of(
                "effective-from|" + terms.effectiveFrom(),
                "series|" + terms.series().value(),
                "rule|" + terms.rule() + "|" + terms.lookbackDays(),
                "currency|" + terms.currency());
        return Sha256.ofLines(Stream.concat(shares, rest).toList());
    }
}
