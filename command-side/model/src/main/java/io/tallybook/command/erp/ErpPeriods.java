package io.tallybook.command.erp;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsCommand.TellErpPeriod;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Which periods the ERP of a close group posts to, as it said last. */
public final class ErpPeriods {
    @AggregateIdentifier
    private @Nullable ErpPeriodsId id;

    private final Map<AccountingPeriod, ErpPeriodState> told = new TreeMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(TellErpPeriod order) {
        if (order.state() != told.get(order.period())) {
            apply(new ErpPeriodTold(
                    order.books(), order.period(), order.state(), order.source(), order.line(), order.by()));
        }
    }

    @EventSourcingHandler
    void on(ErpPeriodTold event) {
        id = event.books();
        told.put(event.period(), event.state());
    }
}
