package io.tallybook.ui;

import io.tallybook.command.Aggregates;
import io.tallybook.eventlog.AggregateClasses;
import io.tallybook.eventlog.EventLogConfiguration;
import io.tallybook.intake.IntakeConfiguration;
import io.tallybook.query.ViewsConfiguration;
import io.tallybook.saga.SagaConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Wires all rooms into one application. */
@SpringBootApplication
@EnableMethodSecurity
@Import({EventLogConfiguration.class, ViewsConfiguration.class, SagaConfiguration.class, IntakeConfiguration.class})
class Application {
    @Bean
    AggregateClasses aggregateClasses() {
        return new AggregateClasses(Aggregates.ALL);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
