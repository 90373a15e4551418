package io.tallybook.query.projection;

import io.tallybook.eventlog.EventReader;
import io.tallybook.query.ViewRebuild;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every {@link Projection} bean as a pooled streaming processor {@code view-<feature>}, from the log's beginning, one
 * segment, in order; an error keeps its place and never skips.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {
    /** Events in one transaction at most. */
    static final int BATCH = 500;

    /** Before any rule of the house for handlers in general. */
    private static final int OURS = 1_000;

    @Bean
    Progress viewProgress(
            DSLContext db, List<Projection> projections, ObjectProvider<EventProcessingConfiguration> processing) {
        return new Progress(db, projections, processing::getObject);
    }

    @Bean
    ViewRebuild viewRebuild(
            DSLContext db, PlatformTransactionManager transactions, EventReader log, List<Projection> projections) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new ShadowRebuild(db, snapshot, log, projections);
    }

    @Bean
    ConfigurerModule viewProcessors(DSLContext db, List<Projection> projections, Progress progress) {
        return configurer -> configurer.eventProcessing(processing -> projections.forEach(
                projection -> register(processing, new ProjectionHandler(projection, db, progress))));
    }

    private static void register(EventProcessingConfigurer processing, ProjectionHandler handler) {
        String name = handler.projection().processor();
        processing
                .registerEventHandler(configuration -> handler)
                .assignHandlerInstancesMatching(name, OURS, candidate -> candidate == handler)
                .registerPooledStreamingEventProcessor(
                        name,
                        org.axonframework.config.Configuration::eventStore,
                        (configuration, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(StreamableMessageSource::createTailToken))
                .registerListenerInvocationErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, configuration -> PropagatingErrorHandler.instance());
    }
}
