package io.tallybook.intake;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files and readings come in. Needs the command door, the log's reader, the object directory and the clock. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {
    @Bean
    Importer importer(CommandDoor door, EventReader log, ObjectDirectory objects, Clock clock) {
        return new Importer(door, log, objects, clock);
    }

    @Bean
    Readings readings(CommandDoor door, EventReader log, ObjectDirectory objects, Clock clock) {
        return new Readings(door, log, objects, clock);
    }
}
