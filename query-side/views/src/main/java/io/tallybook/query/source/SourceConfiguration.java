package io.tallybook.query.source;

import io.tallybook.eventlog.EventReader;
import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires named sources. */
@Configuration(value = "sourceViews", proxyBeanMethods = false)
public class SourceConfiguration {
    @Bean
    Projection sourceProjection() {
        return SourceProjection.PROJECTION;
    }

    @Bean
    SourceQueries sourceQueries(DSLContext db, EventReader log) {
        return new SourceReader(db, log);
    }
}
