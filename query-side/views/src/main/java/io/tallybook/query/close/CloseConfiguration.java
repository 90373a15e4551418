package io.tallybook.query.close;

import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.projection.Projection;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.variance.VarianceQueries;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires calendars and the cockpit. */
@Configuration(proxyBeanMethods = false)
public class CloseConfiguration {
    @Bean
    Projection closeProjection() {
        return CloseProjection.PROJECTION;
    }

    @Bean
    CloseQueries closeQueries(
            DSLContext db,
            MeteringQueries metering,
            BalanceQueries balances,
            AllocationQueries allocations,
            StatementQueries statements,
            VarianceQueries variances,
            JournalQueries journals) {
        return new CloseReader(db, metering, balances, allocations, statements, variances, journals);
    }
}
