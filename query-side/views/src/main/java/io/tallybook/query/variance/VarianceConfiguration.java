package io.tallybook.query.variance;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reviews of variances. */
@Configuration(proxyBeanMethods = false)
public class VarianceConfiguration {
    @Bean
    Projection varianceProjection() {
        return VarianceProjection.PROJECTION;
    }

    @Bean
    VarianceQueries varianceQueries(DSLContext db) {
        return new VarianceReader(db);
    }
}
