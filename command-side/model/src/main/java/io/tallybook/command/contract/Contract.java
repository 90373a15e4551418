package io.tallybook.command.contract;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.ClosedPeriods;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractCommand.CloseContractTerms;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.messages.contract.ContractCommand.ReopenContractTerms;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractEvent.ContractAmended;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractEvent.ContractSigned;
import io.tallybook.messages.contract.ContractEvent.ContractTermsClosed;
import io.tallybook.messages.contract.ContractEvent.ContractTermsOutdated;
import io.tallybook.messages.contract.ContractEvent.ContractTermsReopened;
import io.tallybook.messages.contract.ContractTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one shipper and the house agreed for one area, period by period. */
public final class Contract {
    @AggregateIdentifier
    private @Nullable ContractId id;

    private @Nullable ContractSigned signed;
    private final TreeMap<AccountingPeriod, Version> versions = new TreeMap<>();
    private final Map<CloseId, ContractPinned> pinned = new HashMap<>();
    private final ClosedPeriods closed = new ClosedPeriods();

    /** Terms as somebody wrote them down; {@code number} counts from 1. */
    private record Version(ContractTerms terms, int number, PersonId author) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void sign(SignContract order) {
        if (signed == null) {
            apply(new ContractSigned(order.contract(), order.shipper(), order.area(), order.terms(), 1, order.by()));
            return;
        }
        Refused.when(
                !signed.shipper().equals(order.shipper())
                        || !signed.area().equals(order.area())
                        || !signed.terms().equals(order.terms()),
                "contract-exists",
                "The contract is signed already, with another shipper, area or other terms: amend it.");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void amend(AmendContract order) {
        Refused.unlessFound(signed, order.contract());
        Version there = versions.get(order.terms().effectiveFrom());
        if (there != null && there.terms().equals(order.terms())) {
            return;
        }
        Version last = versions.lastEntry().getValue();
        Refused.when(
                order.terms().effectiveFrom().compareTo(last.terms().effectiveFrom()) < 0,
                "terms-not-later",
                "New terms take effect no earlier than the ones before them.",
                Map.of("last", last.terms().effectiveFrom().value()));
        closed.refuse(order.terms().effectiveFrom());
        apply(new ContractAmended(order.contract(), order.terms(), last.number() + 1, order.by()));
        outdatePins(order.contract());
    }

    /** An amendment matters to a close only when other terms are in force in its period now. */
    private void outdatePins(ContractId contract) {
        pinned.values().stream()
                .filter(pin -> !closed.include(pin.closeId().period()))
                .filter(pin -> inForce(pin.closeId().period()).number() != pin.version())
                .toList()
                .forEach(pin -> apply(new ContractTermsOutdated(
                        contract,
                        pin.closeId(),
                        pin.attempt(),
                        "the contract " + contract.value() + " was amended after its terms were taken")));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(CloseContractTerms order) {
        Refused.unlessFound(signed, order.contract());
        if (!closed.include(order.closeId().period())) {
            apply(new ContractTermsClosed(order.contract(), order.closeId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenContractTerms order) {
        Refused.unlessFound(signed, order.contract());
        if (closed.opensAgain(order.closeId().period(), order.revision())) {
            apply(new ContractTermsReopened(order.contract(), order.closeId(), order.revision()));
        }
    }

    /**
     * One attempt sees one version of the terms. A contract that is not in force yet answers with its first terms and no
     * shares, so that the close does not wait for it: it takes part in nothing.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinContract order) {
        ContractSigned here = Refused.unlessFound(signed, order.contract());
        ContractPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            Version version = inForce(order.closeId().period());
            apply(new ContractPinned(
                    order.contract(),
                    order.closeId(),
                    order.attempt(),
                    here.shipper(),
                    here.area(),
                    version.terms(),
                    version.number(),
                    version.author()));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    private Version inForce(AccountingPeriod period) {
        Map.Entry<AccountingPeriod, Version> entry = versions.floorEntry(period);
        return entry == null ? withoutShares(versions.firstEntry().getValue()) : entry.getValue();
    }

    private static Version withoutShares(Version version) {
        return new Version(version.terms().withShares(List.of()), version.number(), version.author());
    }

    @EventSourcingHandler
    void on(ContractSigned event) {
        id = event.contract();
        signed = event;
        versions.put(event.terms().effectiveFrom(), new Version(event.terms(), event.version(), event.by()));
    }

    @EventSourcingHandler
    void on(ContractAmended event) {
        versions.put(event.terms().effectiveFrom(), new Version(event.terms(), event.version(), event.by()));
    }

    @EventSourcingHandler
    void on(ContractPinned event) {
        pinned.put(event.closeId(), event);
    }

    @EventSourcingHandler
    void on(ContractTermsClosed event) {
        closed.remember(event.closeId().period());
    }

    @EventSourcingHandler
    void on(ContractTermsReopened event) {
        closed.reopen(event.closeId().period(), event.revision());
    }
}
