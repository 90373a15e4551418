package io.tallybook.query.cashout;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires cash-out tables. */
@Configuration(proxyBeanMethods = false)
public class CashOutConfiguration {
    @Bean
    Projection cashOutProjection() {
        return CashOutProjection.PROJECTION;
    }

    @Bean
    CashOutQueries cashOutQueries(DSLContext db) {
        return new CashOutReader(db);
    }
}
