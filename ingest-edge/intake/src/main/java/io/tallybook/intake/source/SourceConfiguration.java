package io.tallybook.intake.source;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.Importer;
import io.tallybook.intake.setup.SetupProposals;
import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires named sources: their settings, their pulls and the schedule. */
@Configuration(value = "namedSources", proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
public class SourceConfiguration {
    @Bean
    Puller sourcePuller(
            CommandDoor door,
            EventReader log,
            ObjectDirectory objects,
            ObjectProvider<SetupProposals> proposals,
            SourceSettings settings,
            Clock clock) {
        Backoff backoff = new Backoff(clock, RandomGenerator.getDefault());
        Importer importer =
                new Importer(door, log, objects, proposals.getIfAvailable(() -> SetupProposals.NONE), clock);
        return new Puller(door, log, objects, importer, settings, backoff, Pause.REAL);
    }

    @Bean
    SourceSchedule sourceSchedule(Puller puller, DataSource database, Clock clock, SourceSettings settings) {
        return new SourceSchedule(puller, database, clock, settings);
    }

    @Bean
    SourceRelay sourceRelay(SourceSchedule schedule) {
        return new SourceRelay(schedule);
    }

    @Bean
    SourceProfiles sourceProfiles(ObjectDirectory objects, ObjectProvider<SetupProposals> proposals) {
        return new SourceProfiles(objects, proposals.getIfAvailable(() -> SetupProposals.NONE));
    }
}
