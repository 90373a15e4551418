package io.tallybook.query.deadletter;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires dead letters. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {
    @Bean
    Projection deadletterProjection() {
        return DeadLetterProjection.PROJECTION;
    }

    @Bean
    DeadLetterQueries deadletterQueries(DSLContext db) {
        return new DeadLetterReader(db);
    }
}
