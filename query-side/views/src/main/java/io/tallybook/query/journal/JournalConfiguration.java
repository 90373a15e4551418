package io.tallybook.query.journal;

import io.tallybook.query.projection.Projection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires journals and accounts. */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {
    @Bean
    Projection journalProjection() {
        return JournalProjection.PROJECTION;
    }

    @Bean
    Projection postingProjection() {
        return PostingProjection.PROJECTION;
    }

    @Bean
    JournalQueries journalQueries(DSLContext db) {
        return new JournalReader(db);
    }
}
