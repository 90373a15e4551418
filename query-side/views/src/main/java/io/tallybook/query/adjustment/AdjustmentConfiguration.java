package io.tallybook.query.adjustment;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires adjustments. */
@Configuration(proxyBeanMethods = false)
public class AdjustmentConfiguration {
    @Bean
    Projection adjustmentProjection() {
        return AdjustmentProjection.PROJECTION;
    }

    @Bean
    AdjustmentQueries adjustmentQueries(DSLContext db) {
        return new AdjustmentReader(db);
    }

    @Bean
    PackageQueries packageQueries(DSLContext db) {
        return new PackageReader(db);
    }
}
