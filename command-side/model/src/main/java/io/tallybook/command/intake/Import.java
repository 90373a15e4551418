package io.tallybook.command.intake;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.intake.ImportCommand.FinishImport;
import io.tallybook.messages.intake.ImportCommand.StartImport;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.intake.ImportEvent.ImportFinished;
import io.tallybook.messages.intake.ImportEvent.ImportStarted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One run of one file or batch: when it began and what became of its values. */
public final class Import {
    @AggregateIdentifier
    private @Nullable ImportId id;

    private @Nullable ImportStarted started;
    private @Nullable ImportCounts counts;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void start(StartImport order) {
        ImportStarted wanted =
                new ImportStarted(order.importId(), order.source(), order.profile(), order.bytes(), order.by());
        if (started == null) {
            apply(wanted);
            return;
        }
        Refused.when(!started.equals(wanted), "import-exists", "Another delivery was imported under this id already.");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void finish(FinishImport order) {
        Refused.unlessFound(started, order.importId());
        if (counts == null) {
            apply(new ImportFinished(order.importId(), order.counts(), order.by()));
            return;
        }
        Refused.when(
                !counts.equals(order.counts()),
                "import-finished",
                "The import is finished already, with other counts.");
    }

    @EventSourcingHandler
    void on(ImportStarted event) {
        id = event.importId();
        started = event;
    }

    @EventSourcingHandler
    void on(ImportFinished event) {
        counts = event.counts();
    }
}
