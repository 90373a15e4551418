package io.tallybook.query.allocation;

import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires allocation runs. */
@Configuration(proxyBeanMethods = false)
public class AllocationConfiguration {
    @Bean
    Projection allocationProjection() {
        return AllocationProjection.PROJECTION;
    }

    @Bean
    AllocationQueries allocationQueries(DSLContext db, NetworkQueries network, ContractQueries contracts) {
        return new AllocationReader(db, network, contracts);
    }
}
