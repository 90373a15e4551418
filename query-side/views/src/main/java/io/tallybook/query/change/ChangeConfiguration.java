package io.tallybook.query.change;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires changes of configuration. */
@Configuration(proxyBeanMethods = false)
public class ChangeConfiguration {
    @Bean
    Projection changeProjection() {
        return ChangeProjection.PROJECTION;
    }

    @Bean
    ChangeQueries changeQueries(DSLContext db) {
        return new ChangeReader(db);
    }
}
