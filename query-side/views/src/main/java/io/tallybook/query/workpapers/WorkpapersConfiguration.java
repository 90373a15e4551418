package io.tallybook.query.workpapers;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires notes and evidence. */
@Configuration(proxyBeanMethods = false)
public class WorkpapersConfiguration {
    @Bean
    Projection workpapersProjection() {
        return WorkpapersProjection.PROJECTION;
    }

    @Bean
    WorkpapersQueries workpapersQueries(DSLContext db) {
        return new WorkpapersReader(db);
    }
}
