package io.tallybook.query.balance;

import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires balances. */
@Configuration(proxyBeanMethods = false)
public class BalanceConfiguration {
    @Bean
    Projection balanceProjection() {
        return BalanceProjection.PROJECTION;
    }

    @Bean
    BalanceQueries balanceQueries(DSLContext db, NetworkQueries network) {
        return new BalanceReader(db, network);
    }
}
