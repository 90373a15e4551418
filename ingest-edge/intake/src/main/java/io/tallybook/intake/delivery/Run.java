package io.tallybook.intake.delivery;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.Lane;
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
    /**
     * In the lane of imports; whatever it orders is caused by it.
     *
     * @throws DoorClosed when the person may not import, or the log is not there
     */
    public static Run begin(Courier courier, Clock clock, Caller caller, Source source, String profile, long bytes) {
        Caller importing = caller.on(Lane.IMPORT)
                .expecting(null)
                .causedBy(source.importId().value(), caller.causation());
        Run run = new Run(courier, clock, importing, source);
        courier.one(new StartImport(run.importId(), source, profile, bytes, run.by(), run.at()), importing);
        return run;
    }

    public Instant at() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public PersonId by() {
        return caller.person();
    }

    public void finish(ImportCounts counts) {
        courier.one(new FinishImport(importId(), counts, by(), at()), caller);
    }

    private ImportId importId() {
        return source.importId();
    }
}
