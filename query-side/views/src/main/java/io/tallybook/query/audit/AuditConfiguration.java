package io.tallybook.query.audit;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the audit. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
    @Bean
    AuditQueries auditQueries(DSLContext db) {
        return new AuditReader(db);
    }
}
