package io.tallybook.query.intake;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires imports. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {
    @Bean
    Projection intakeProjection() {
        return ImportProjection.PROJECTION;
    }

    @Bean
    ImportQueries intakeQueries(DSLContext db) {
        return new ImportReader(db);
    }
}
