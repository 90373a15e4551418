package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.EventLogConfiguration;
import io.tallybook.eventlog.EventReader;
import io.tallybook.migrations.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A log, the projections and the queries wired as the application wires them, on a database of their own. */
@SpringBootTest(
        classes = ViewsTest.Wiring.class,
        properties = {"tallybook.data=target/views-test", "spring.main.web-application-type=none"})
abstract class ViewsTest {
    private static final AtomicInteger SAMPLES = new AtomicInteger();

    @Autowired
    EventStore store;

    @Autowired
    EventReader log;

    @Autowired
    ViewProgress progress;

    @Autowired
    DSLContext db;

    /** A gas system of its own in the database all these tests share. */
    Sample sample() {
        return new Sample(new Told(store), "gas-" + SAMPLES.incrementAndGet());
    }

    SampleAdjustments adjustments(String name) {
        return new SampleAdjustments(new Told(store), name + "-" + SAMPLES.incrementAndGet());
    }

    /** Every projection has handled everything told so far. */
    void seen() {
        assertThat(progress.await(log.head(), Duration.ofSeconds(30)))
                .as("projections: %s", progress.projections())
                .isTrue();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EventLogConfiguration.class, ViewsConfiguration.class})
    static class Wiring {
        @Bean
        DataSource database() {
            return TestDatabase.fresh().app();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
