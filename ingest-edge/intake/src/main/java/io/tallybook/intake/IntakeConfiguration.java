package io.tallybook.intake;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.setup.SetupProposals;
import io.tallybook.intake.source.SourceConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Files, readings and named sources come in. Needs the command door, the log's reader, the object directory, the database, the clock. */
@Configuration(proxyBeanMethods = false)
@Import(SourceConfiguration.class)
public class IntakeConfiguration {
    @Bean
    Importer importer(
            CommandDoor door,
            EventReader log,
            ObjectDirectory objects,
            ObjectProvider<SetupProposals> proposals,
            Clock clock) {
        return new Importer(door, log, objects, proposals.getIfAvailable(() -> SetupProposals.NONE), clock);
    }

    @Bean
    Readings readings(CommandDoor door, EventReader log, ObjectDirectory objects, Clock clock) {
        return new Readings(door, log, objects, clock);
    }
}
