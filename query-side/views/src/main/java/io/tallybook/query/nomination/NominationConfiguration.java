package io.tallybook.query.nomination;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires nominations. */
@Configuration(proxyBeanMethods = false)
public class NominationConfiguration {
    @Bean
    Projection nominationProjection() {
        return NominationProjection.PROJECTION;
    }

    @Bean
    NominationQueries nominationQueries(DSLContext db) {
        return new NominationReader(db);
    }
}
