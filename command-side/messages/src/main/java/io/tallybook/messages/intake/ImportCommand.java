package io.tallybook.messages.intake;

import io.tallybook.messages.Command;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to an Import: one run of one file or batch. */
public sealed interface ImportCommand extends Command {
    ImportId importId();

    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record StartImport(
            @TargetAggregateIdentifier ImportId importId,
            Source source,
            String profile,
            long bytes,
            PersonId by,
            Instant at)
            implements ImportCommand {}

    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record FinishImport(@TargetAggregateIdentifier ImportId importId, ImportCounts counts, PersonId by, Instant at)
            implements ImportCommand {}
}
