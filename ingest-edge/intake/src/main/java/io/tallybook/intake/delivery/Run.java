package io.tallybook.intake.delivery;

import io.tallybook.eventlog.Caller;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.intake.ImportCommand.FinishImport;
import io.tallybook.messages.intake.ImportCommand.StartImport;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One delivery on its way in: where it comes from, who brings it, and the way to the door. */
public record Run(Courier courier, Clock clock, Caller caller, Source source) {
    public Instant at() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public PersonId by() {
        return caller.person();
    }

    /** @throws DoorClosed when the person may not import, or the log is not there */
    public void start(String profile, long bytes) {
        courier.one(new StartImport(source.importId(), source, profile, bytes, by(), at()), caller);
    }

    public void finish(ImportCounts counts) {
        courier.one(new FinishImport(importId(), counts, by(), at()), caller);
    }

    private ImportId importId() {
        return source.importId();
    }
}
