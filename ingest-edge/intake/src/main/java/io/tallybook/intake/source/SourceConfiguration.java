package io.tallybook.intake.source;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires named sources: their settings, their pulls and the schedule. */
@Configuration(value = "namedSources", proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
public class SourceConfiguration {
    @Bean
    Puller sourcePuller(
            CommandDoor door, EventReader log, ObjectDirectory objects, SourceSettings settings, Clock clock) {
        Backoff backoff = new Backoff(clock, RandomGenerator.getDefault());
        return new Puller(door, log, objects, settings, backoff, Pause.REAL);
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
    SourceProfiles sourceProfiles(ObjectDirectory objects) {
        return new SourceProfiles(objects);
    }
}
