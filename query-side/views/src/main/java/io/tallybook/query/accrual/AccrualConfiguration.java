package io.tallybook.query.accrual;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires accruals. */
@Configuration(proxyBeanMethods = false)
public class AccrualConfiguration {
    @Bean
    Projection accrualProjection() {
        return AccrualProjection.PROJECTION;
    }

    @Bean
    AccrualQueries accrualQueries(DSLContext db) {
        return new AccrualReader(db);
    }
}
