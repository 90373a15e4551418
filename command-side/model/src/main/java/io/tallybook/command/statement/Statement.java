package io.tallybook.command.statement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementCommand.AddStatementNominations;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementCommand.AddStatementTiers;
import io.tallybook.messages.statement.StatementCommand.IssueStatement;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
import io.tallybook.messages.statement.StatementCommand.RevalueVolumes;
import io.tallybook.messages.statement.StatementCommand.VoidStatement;
import io.tallybook.messages.statement.StatementEvent.AllocatedVolumesAdded;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementIssued;
import io.tallybook.messages.statement.StatementEvent.StatementNominationsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementOpened;
import io.tallybook.messages.statement.StatementEvent.StatementOutdated;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.StatementPricesAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTermsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTiersAdded;
import io.tallybook.messages.statement.StatementEvent.StatementVoided;
import io.tallybook.messages.statement.StatementId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One shipper's statement of one month: it collects terms, prices and allocated volumes, where imbalances are cashed out also
 * nominations and tiers, and values every line. It waits while a price is missing and says so when a price it used was corrected.
 */
public final class Statement {
    @AggregateIdentifier
    private @Nullable StatementId id;

    private @Nullable StatementAttempt current;
    private int revision = 1;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenStatement order) {
        StatementAttempt now = same(order.attempt());
        if (isOlder(order.attempt()) || (now != null && now.isOpened())) {
            return;
        }
        refuseNewAttemptOnceIssued(order.attempt());
        apply(new StatementOpened(order.statement(), order.closeId(), order.attempt(), order.contracts()));
        Preparation.whenComplete(current);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddStatementTerms order) {
        StatementAttempt now = same(order.attempt());
        StatementTermsAdded known = now == null ? null : now.terms(order.contract());
        Refused.when(
                known != null && known.version() != order.version(),
                "input-already-given",
                "The contract has answered this attempt with another version.");
        if (isOlder(order.attempt()) || known != null) {
            return;
        }
        refuseNewAttemptOnceIssued(order.attempt());
        Refused.when(
                now != null && now.hasOtherCurrency(order.terms().currency()),
                "currencies-differ",
                "The contracts of one statement must be in one currency.");
        apply(new StatementTermsAdded(
                order.statement(),
                order.closeId(),
                order.attempt(),
                order.contract(),
                order.terms(),
                order.version(),
                order.author()));
        Preparation.whenComplete(current);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddStatementPrices order) {
        StatementAttempt now = same(order.attempt());
        if (isOlder(order.attempt()) || (now != null && now.priceVersion(order.series()) >= order.version())) {
            return;
        }
        refuseNewAttemptOnceIssued(order.attempt());
        apply(new StatementPricesAdded(
                order.statement(),
                order.closeId(),
                order.attempt(),
                order.series(),
                order.version(),
                order.prices(),
                order.contributors()));
        Preparation.whenComplete(current);
        Preparation.outdatedWhenMoved(current, order.series());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddAllocatedVolumes order) {
        StatementAttempt now = same(order.attempt());
        AllocatedVolumesAdded known = now == null ? null : now.volumes(order.contract(), order.point());
        Refused.when(
                known != null && !known.allocationHash().equals(order.allocationHash()),
                "input-already-given",
                "The run has answered this attempt with other figures.");
        if (isOlder(order.attempt()) || known != null) {
            return;
        }
        refuseNewAttemptOnceIssued(order.attempt());
        apply(new AllocatedVolumesAdded(
                order.statement(),
                order.closeId(),
                order.attempt(),
                order.run(),
                order.contract(),
                order.point(),
                order.allocationHash(),
                order.days(),
                order.contributors()));
        Preparation.whenComplete(current);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddStatementNominations order) {
        StatementAttempt now = same(order.attempt());
        if (isOlder(order.attempt()) || (now != null && now.hasNominations(order.contract(), order.point()))) {
            return;
        }
        refuseNewAttemptOnceIssued(order.attempt());
        apply(new StatementNominationsAdded(
                order.statement(),
                order.closeId(),
                order.attempt(),
                order.contract(),
                order.point(),
                order.version(),
                order.nominated(),
                order.contributors()));
        Preparation.whenComplete(current);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddStatementTiers order) {
        StatementAttempt now = same(order.attempt());
        if (isOlder(order.attempt()) || (now != null && now.hasTiers(order.table()))) {
            return;
        }
        Refused.when(
                now != null && !now.imbalances().hasRoomForTiers(),
                "too-many-cash-out-tables",
                "A statement is cashed out by at most " + Imbalances.MOST_TABLES + " tables.");
        refuseNewAttemptOnceIssued(order.attempt());
        apply(new StatementTiersAdded(
                order.statement(),
                order.closeId(),
                order.attempt(),
                order.table(),
                order.version(),
                order.tiers(),
                order.author()));
        Preparation.whenComplete(current);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void issue(IssueStatement order) {
        StatementAttempt now = Refused.unlessFound(current, order.statement());
        Refused.when(order.attempt() != now.number, "not-the-current-attempt", "The statement is of another attempt.");
        Refused.when(now.prepared() == null, "statement-not-prepared", "The statement is not prepared yet.");
        Refused.when(
                now.issued() != null && !now.issued().equals(order.document()),
                "statement-issued",
                "The statement is issued as another document.");
        if (now.issued() == null) {
            apply(new StatementIssued(now.statement, now.closeId, now.number, order.document()));
        }
    }

    /** A month that was locked is open again: what the shipper holds no longer stands, the next attempt writes it anew. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(VoidStatement order) {
        StatementAttempt now = Refused.unlessFound(current, order.statement());
        Sha256 document = now.issued();
        if (document != null && !now.isVoid() && order.revision() > revision) {
            apply(new StatementVoided(
                    now.statement, now.closeId, now.number, order.revision(), document, order.reason()));
        }
    }

    /** At the terms and prices it was prepared with. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void revalue(RevalueVolumes order) {
        StatementAttempt now = Refused.unlessFound(current, order.statement());
        Refused.when(now.prepared() == null, "statement-not-prepared", "The statement is not prepared yet.");
        apply(Revaluation.of(order, now.terms(order.contract()), now::prices));
    }

    /** As the journal once it is with the ERP: what the shipper holds in hand is corrected by adjustment. */
    private void refuseNewAttemptOnceIssued(int attempt) {
        Refused.when(
                current != null && current.issued() != null && !current.isVoid() && attempt > current.number,
                "statement-issued",
                "The statement is issued; it is not written anew.");
    }

    private boolean isOlder(int attempt) {
        return current != null && attempt < current.number;
    }

    private @Nullable StatementAttempt same(int attempt) {
        return current != null && current.number == attempt ? current : null;
    }

    @EventSourcingHandler
    void on(StatementOpened event) {
        attempt(event.statement(), event.closeId(), event.attempt()).open(event.contracts());
    }

    @EventSourcingHandler
    void on(StatementTermsAdded event) {
        attempt(event.statement(), event.closeId(), event.attempt()).add(event);
    }

    @EventSourcingHandler
    void on(StatementPricesAdded event) {
        attempt(event.statement(), event.closeId(), event.attempt()).add(event);
    }

    @EventSourcingHandler
    void on(AllocatedVolumesAdded event) {
        attempt(event.statement(), event.closeId(), event.attempt()).add(event);
    }

    @EventSourcingHandler
    void on(StatementNominationsAdded event) {
        attempt(event.statement(), event.closeId(), event.attempt())
                .imbalances()
                .add(event);
    }

    @EventSourcingHandler
    void on(StatementTiersAdded event) {
        attempt(event.statement(), event.closeId(), event.attempt())
                .imbalances()
                .add(event);
    }

    @EventSourcingHandler
    void on(PriceMissing event) {
        attempt(event.statement(), event.closeId(), event.attempt()).missed(event.series());
    }

    @EventSourcingHandler
    void on(StatementPrepared event) {
        attempt(event.statement(), event.closeId(), event.attempt()).prepared(event);
    }

    @EventSourcingHandler
    void on(StatementOutdated event) {
        attempt(event.statement(), event.closeId(), event.attempt()).outdate();
    }

    @EventSourcingHandler
    void on(StatementIssued event) {
        attempt(event.statement(), event.closeId(), event.attempt()).issue(event.document());
    }

    @EventSourcingHandler
    void on(StatementVoided event) {
        attempt(event.statement(), event.closeId(), event.attempt()).withdraw();
        revision = event.revision();
    }

    /** A higher attempt starts anew, whichever of its parts comes first. */
    private StatementAttempt attempt(StatementId statement, CloseId closeId, int number) {
        id = statement;
        StatementAttempt known = current;
        if (known == null || number > known.number) {
            known = new StatementAttempt(statement, closeId, number);
            current = known;
        }
        return known;
    }
}
