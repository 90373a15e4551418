package io.tallybook.eventlog;

import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Looks at what Axon was really given. A bean it does not find it silently replaces by one that keeps nothing, and its default
 * error handler logs and skips: neither may ever start.
 */
final class WiringCheck implements ApplicationListener<ContextRefreshedEvent> {
    private final Configuration axon;

    WiringCheck(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        require(EmbeddedEventStore.class, axon.eventStore());
        require(Jackson3Serializer.class, axon.serializer());
        require(DbSchedulerDeadlineManager.class, axon.getComponent(DeadlineManager.class));
        EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
        require(JdbcSagaStore.class, processing.sagaStore());
        processing.eventProcessors().forEach((name, processor) -> requireProcessor(processing, name, processor));
        sagaGroups(processing).forEach(group -> requirePropagation(processing, group));
    }

    private static Stream<String> sagaGroups(EventProcessingConfiguration processing) {
        return processing.sagaConfigurations().stream().map(saga -> processing.sagaProcessingGroup(saga.type()));
    }

    private static void requireProcessor(
            EventProcessingConfiguration processing, String name, EventProcessor processor) {
        require(PooledStreamingEventProcessor.class, processor);
        require(JdbcTokenStore.class, processing.tokenStore(name));
        require(SpringTransactionManager.class, processing.transactionManager(name));
        require(PropagatingErrorHandler.class, processing.errorHandler(name));
        requirePropagation(processing, name);
    }

    private static void requirePropagation(EventProcessingConfiguration processing, String group) {
        require(PropagatingErrorHandler.class, processing.listenerInvocationErrorHandler(group));
    }

    private static void require(Class<?> expected, Object found) {
        if (!expected.isInstance(found)) {
            throw new IllegalStateException("Axon was given " + found.getClass().getName() + " instead of "
                    + expected.getName() + "; it would not keep what it must keep.");
        }
    }
}
