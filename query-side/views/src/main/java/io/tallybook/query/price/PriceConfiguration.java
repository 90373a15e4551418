package io.tallybook.query.price;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires prices. */
@Configuration(proxyBeanMethods = false)
public class PriceConfiguration {
    @Bean
    Projection priceProjection() {
        return PriceProjection.PROJECTION;
    }

    @Bean
    PriceQueries priceQueries(DSLContext db) {
        return new PriceReader(db);
    }
}
