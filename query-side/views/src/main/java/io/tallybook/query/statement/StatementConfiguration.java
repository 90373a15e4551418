package io.tallybook.query.statement;

import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires statements. */
@Configuration(proxyBeanMethods = false)
public class StatementConfiguration {
    @Bean
    Projection statementProjection() {
        return StatementProjection.PROJECTION;
    }

    @Bean
    StatementQueries statementQueries(
            DSLContext db, AllocationQueries allocations, ContractQueries contracts, PriceQueries prices) {
        return new StatementReader(db, allocations, contracts, prices);
    }
}
