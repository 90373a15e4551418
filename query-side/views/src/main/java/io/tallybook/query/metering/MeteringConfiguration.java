package io.tallybook.query.metering;

import io.tallybook.eventlog.EventReader;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires months, days and records. */
@Configuration(proxyBeanMethods = false)
public class MeteringConfiguration {
    @Bean
    Projection meteringProjection() {
        return MeteringProjection.PROJECTION;
    }

    @Bean
    MeteringQueries meteringQueries(DSLContext db, NetworkQueries network, EventReader log) {
        return new MeteringReader(db, network, log);
    }
}
