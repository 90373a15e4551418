package io.tallybook.query;

import io.tallybook.query.accrual.AccrualConfiguration;
import io.tallybook.query.adjustment.AdjustmentConfiguration;
import io.tallybook.query.allocation.AllocationConfiguration;
import io.tallybook.query.audit.AuditConfiguration;
import io.tallybook.query.balance.BalanceConfiguration;
import io.tallybook.query.cashout.CashOutConfiguration;
import io.tallybook.query.change.ChangeConfiguration;
import io.tallybook.query.close.CloseConfiguration;
import io.tallybook.query.contract.ContractConfiguration;
import io.tallybook.query.deadletter.DeadLetterConfiguration;
import io.tallybook.query.erp.ErpPeriodConfiguration;
import io.tallybook.query.intake.ImportConfiguration;
import io.tallybook.query.journal.JournalConfiguration;
import io.tallybook.query.metering.MeteringConfiguration;
import io.tallybook.query.network.NetworkConfiguration;
import io.tallybook.query.nomination.NominationConfiguration;
import io.tallybook.query.price.PriceConfiguration;
import io.tallybook.query.projection.ProjectionConfiguration;
import io.tallybook.query.source.SourceConfiguration;
import io.tallybook.query.statement.StatementConfiguration;
import io.tallybook.query.variance.VarianceConfiguration;
import io.tallybook.query.workpapers.WorkpapersConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Every projection, query, {@link ViewProgress} and {@link ViewRebuild}. Needs a {@code DSLContext} on the role {@code app} that
 * takes part in Spring's transactions, and the log's configuration.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ProjectionConfiguration.class,
    NetworkConfiguration.class,
    ContractConfiguration.class,
    MeteringConfiguration.class,
    BalanceConfiguration.class,
    AllocationConfiguration.class,
    NominationConfiguration.class,
    VarianceConfiguration.class,
    WorkpapersConfiguration.class,
    StatementConfiguration.class,
    AccrualConfiguration.class,
    JournalConfiguration.class,
    CashOutConfiguration.class,
    PriceConfiguration.class,
    AdjustmentConfiguration.class,
    DeadLetterConfiguration.class,
    ImportConfiguration.class,
    ChangeConfiguration.class,
    SourceConfiguration.class,
    ErpPeriodConfiguration.class,
    CloseConfiguration.class,
    AuditConfiguration.class
})
public class ViewsConfiguration {}
