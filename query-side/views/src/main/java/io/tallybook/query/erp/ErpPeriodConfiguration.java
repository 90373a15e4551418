package io.tallybook.query.erp;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the ERP's periods. */
@Configuration(proxyBeanMethods = false)
public class ErpPeriodConfiguration {
    @Bean
    Projection erpPeriodProjection() {
        return ErpPeriodProjection.PROJECTION;
    }

    @Bean
    ErpPeriodQueries erpPeriodQueries(DSLContext db) {
        return new ErpPeriodReader(db);
    }
}
