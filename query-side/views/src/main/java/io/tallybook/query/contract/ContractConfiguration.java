package io.tallybook.query.contract;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires contracts and shippers. */
@Configuration(proxyBeanMethods = false)
public class ContractConfiguration {
    @Bean
    Projection contractProjection() {
        return ContractProjection.PROJECTION;
    }

    @Bean
    ContractQueries contractQueries(DSLContext db) {
        return new ContractReader(db);
    }
}
