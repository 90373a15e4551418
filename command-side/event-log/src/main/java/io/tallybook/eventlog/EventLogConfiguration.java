package io.tallybook.eventlog;

import io.tallybook.eventlog.Overlays.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The log, the door and Axon on top of them. Needs a {@link DataSource} of role {@code app} on a migrated database, its
 * transaction manager, one {@link Clock} and the setting {@code tallybook.data}; takes an {@link AggregateClasses} if there is
 * one. Gives {@link CommandDoor}, {@link EventReader}, {@link ObjectDirectory} and everything Axon needs.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLogSettings.class)
@Import({ProcessingConfiguration.class, SerializerConfiguration.class})
@PropertySource("classpath:io/tallybook/eventlog/axon.properties")
public class EventLogConfiguration {
    @Bean
    LogConnections logConnections(DataSource database, EventLogSettings settings) {
        return LogConnections.of(database, settings.connections());
    }

    @Bean
    LogTable eventReader(LogConnections connections) {
        return new LogTable(DSL.using(connections.source(), SQLDialect.POSTGRES));
    }

    /** @throws IllegalStateException when log_head is behind the log: the next event would overwrite a position */
    @Bean
    LogWriter logWriter(LogConnections connections, LogTable reader) {
        reader.requireHeadAtEnd();
        return new LogWriter(connections.source());
    }

    @Bean
    LogAudit logAudit(LogConnections connections) {
        return new LogAudit(connections.source());
    }

    @Bean
    Bell bell() {
        return new Bell();
    }

    @Bean
    ProcessorWatch standstills(Clock clock) {
        return new ProcessorWatch(clock);
    }

    @Bean
    LogStorageEngine eventStorageEngine(
            LogReader reader, LogWriter writer, Bell bell, ProcessorWatch watch, Clock clock) {
        // Axon stamps events from this field; there is one clock in the house
        GenericEventMessage.clock = clock;
        return new LogStorageEngine(reader, writer::append, bell, watch);
    }

    @Bean
    @Primary
    @Qualifier("eventStore") EmbeddedEventStore eventStore(LogStorageEngine engine, Bell bell) {
        return new WakingEventStore(engine, bell);
    }

    @Bean
    EventMetadata eventMetadata(EventLogSettings settings) {
        return new EventMetadata(settings.tenant(), settings.build());
    }

    @Bean
    CorrelationDataProvider metadataOfTheCommand() {
        return message -> EventMetadata.inherited(message.getMetaData());
    }

    /** Without a transaction of its own: a command's unit of work holds its append and nothing else. */
    @Bean
    @Qualifier("localSegment") SimpleCommandBus commandBus(org.axonframework.config.Configuration axon) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    ConfigurerModule aggregates(ObjectProvider<AggregateClasses> classes) {
        return configurer -> classes.ifAvailable(aggregates -> aggregates
                .types()
                .forEach(type -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type))));
    }

    @Bean
    Lanes commandLanes() {
        return new Lanes();
    }

    @Bean
    Headroom headroom(@Value("${tallybook.objects:${tallybook.data}}") Path directory) {
        return new Headroom(directory);
    }

    @Bean
    CommandDoor commandDoor(
            Lanes lanes,
            CommandBus bus,
            EventBus events,
            LogReader reader,
            EventMetadata metadata,
            Clock clock,
            Headroom headroom) {
        Refusals refusals = new Refusals(events, metadata, clock);
        return new BusDoor(lanes, new OrderHandling(bus, reader, metadata, refusals, headroom));
    }

    @Bean
    Overlays overlays(
            LogTable log,
            DataSource database,
            PlatformTransactionManager transactions,
            Serializer serializer,
            ObjectProvider<AggregateClasses> aggregates,
            EventMetadata metadata,
            Clock clock,
            Headroom headroom) {
        return new Overlays(
                log,
                database,
                transactions,
                serializer,
                aggregates.getIfAvailable(() -> new AggregateClasses(List.of())),
                new Surroundings(metadata, clock, headroom));
    }

    @Bean
    ObjectDirectory objectDirectory(
            @Value("${tallybook.objects:${tallybook.data}/objects}") Path directory, Headroom headroom)
            throws IOException {
        return new LocalObjectDirectory(directory, headroom);
    }
}
