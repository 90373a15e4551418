package io.tallybook.eventlog;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Event processors: pooled, streaming, one segment and one transaction for rows, token, process and deadline. None of them
 * ever skips an event: an error propagates, the batch is rolled back and tried again.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {
    /** Events in one transaction of a processor. */
    static final int BATCH = 50;

    static final Duration CLAIM = Duration.ofSeconds(10);
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    static final int MISSED_HEARTBEATS = 4;

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, EventLogSettings settings) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("timestamp")
                        .setOwnerColumn("owner")
                        .build())
                .contentType(byte[].class)
                .claimTimeout(CLAIM)
                .nodeId(
                        settings.node().isBlank()
                                ? ManagementFactory.getRuntimeMXBean().getName()
                                : settings.node())
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
        SagaSchema schema = SagaSchema.builder()
                .sagaEntryTable("saga_entry")
                .revisionColumn("revision")
                .serializedSagaColumn("serialized_saga")
                .associationValueEntryTable("association_value_entry")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .build();
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .sqlSchema(new PostgresSagaSqlSchema(schema))
                .build();
    }

    /** A processor starts at the first event of the log; every order of a process may be given twice without harm. */
    @Bean
    ConfigurerModule eventProcessing(ProcessorWatch watch) {
        return processors(watch);
    }

    static ConfigurerModule processors(ProcessorWatch watch) {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors((configuration, processor) -> processor
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(BATCH)
                        // also how soon a processor that failed tries again
                        .tokenClaimInterval(CLAIM.toMillis() / 5)
                        .claimExtensionThreshold(CLAIM.toMillis() / 2)
                        .enableCoordinatorClaimExtension())
                .registerDefaultHandlerInterceptor((configuration, processor) -> watch.over(processor))
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }

    /**
     * A deadline is set or cancelled in the transaction of the process that wants it. One that a stopped node had in hand is
     * taken up by another once {@link #MISSED_HEARTBEATS} are missed, for which is looked every second heartbeat: 30 s at most.
     */
    @Bean
    DeadlineManager deadlineManager(
            DataSource database,
            Configuration axon,
            Serializer serializer,
            TransactionManager transactions,
            Clock clock) {
        AtomicReference<DbSchedulerDeadlineManager> manager = new AtomicReference<>();
        Scheduler scheduler = Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        DbSchedulerDeadlineManager.binaryTask(manager::get))
                .threads(2)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .serializer(new DeadlineJson())
                .clock(clock::instant)
                .build();
        manager.set(DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactions)
                .build());
        return manager.get();
    }

    @Bean
    Claims claims(DataSource database, CommandDoor door, Clock clock) {
        return new ClaimTable(
                DSL.using(database, SQLDialect.POSTGRES),
                door,
                clock,
                CLAIM,
                HEARTBEAT.multipliedBy(MISSED_HEARTBEATS));
    }

    @Bean
    WiringCheck wiringCheck(Configuration axon) {
        return new WiringCheck(axon);
    }
}
