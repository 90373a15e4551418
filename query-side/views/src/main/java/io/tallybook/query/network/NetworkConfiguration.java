package io.tallybook.query.network;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires networks, areas and points. */
@Configuration(proxyBeanMethods = false)
public class NetworkConfiguration {
    @Bean
    Projection networkProjection() {
        return NetworkProjection.PROJECTION;
    }

    @Bean
    NetworkQueries networkQueries(DSLContext db) {
        return new NetworkReader(db);
    }
}
