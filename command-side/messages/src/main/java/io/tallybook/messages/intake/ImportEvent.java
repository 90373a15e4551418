package io.tallybook.messages.intake;

import io.tallybook.messages.Event;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.Source;

/** What happened to an Import. */
public sealed interface ImportEvent extends Event {
    ImportId importId();

    record ImportStarted(ImportId importId, Source source, String profile, long bytes, PersonId by)
            implements ImportEvent {}

    record ImportFinished(ImportId importId, ImportCounts counts, PersonId by) implements ImportEvent {}
}
