package io.tallybook.eventlog;

import io.tallybook.eventlog.Overlays.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * The same aggregates and processes over a log in memory: whatever is ordered here happens here only. Of the log beneath only
 * what was there when the overlay was opened is read. Deadlines are never due here, for the clock is the real one and a dry
 * run is over before the next of them.
 */
public final class Overlay implements AutoCloseable {
    /** A processor that failed tries again after two seconds: longer than that without a stir is rest. */
    private static final Duration STILL = Duration.ofSeconds(3);

    private static final Duration HOPELESS = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MILLIS = 25;

    private final OverlayLog log;
    private final Standing standing;
    private final AggregateClasses aggregates;
    private final Bell bell = new Bell();
    private final Lanes lanes = new Lanes();
    private final ProcessorWatch watch;
    private final WakingEventStore events;
    private final SimpleCommandBus bus;
    private final CommandDoor door;
    private volatile long stirred = System.nanoTime();
    private @Nullable Configuration running;

    Overlay(OverlayLog log, Standing standing, AggregateClasses aggregates, Surroundings surroundings) {
        this.log = log;
        this.standing = standing;
        this.aggregates = aggregates;
        Clock clock = surroundings.clock();
        this.watch = new ProcessorWatch(clock);
        this.events = new WakingEventStore(new LogStorageEngine(log, this::append, bell, watch), bell);
        this.bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        CorrelationDataProvider metadata = message -> EventMetadata.inherited(message.getMetaData());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(metadata)));
        Refusals refusals = new Refusals(events, surroundings.metadata(), clock);
        OrderHandling handling =
                new OrderHandling(bus, log, surroundings.metadata(), refusals, surroundings.headroom());
        this.door = new BusDoor(lanes, handling);
    }

    private long append(List<LogRow> rows) {
        stirred = System.nanoTime();
        return log.append(rows);
    }

    /** Position of the last event of the log beneath that is seen here. */
    public long position() {
        return log.base();
    }

    /** The way in; to be used after {@link #run}. */
    public CommandDoor door() {
        return door;
    }

    /** The log beneath and what was appended here. */
    public EventReader log() {
        return log;
    }

    /** What was appended here, in order. */
    public List<StoredEvent> added() {
        return log.added();
    }

    /** What a processor here cannot get past. */
    public List<Standstill> standstills() {
        return watch.now();
    }

    /**
     * Starts the processes where they stood.
     *
     * @param modules register processors and processes
     * @param relays event handlers, each with its processing group
     * @param parts what the methods of processes may ask for
     */
    public void run(List<ConfigurerModule> modules, List<?> relays, List<?> parts) {
        Configurer axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(c -> events)
                .configureCommandBus(c -> bus)
                .registerComponent(TokenStore.class, c -> standing.tokens())
                .registerComponent(SagaStore.class, c -> standing.sagas())
                .registerComponent(DeadlineManager.class, c -> new NoDeadlines());
        parts.forEach(part -> provide(axon, part.getClass(), part));
        aggregates.types().forEach(type -> axon.configureAggregate(AggregateConfigurer.defaultConfiguration(type)));
        ProcessingConfiguration.processors(watch).configureModule(axon);
        axon.eventProcessing().registerDefaultHandlerInterceptor((c, processor) -> (unit, chain) -> {
            stirred = System.nanoTime();
            try {
                return chain.proceed();
            } finally {
                stirred = System.nanoTime();
            }
        });
        modules.forEach(module -> module.configureModule(axon));
        relays.forEach(relay -> axon.eventProcessing().registerEventHandler(c -> relay));
        running = axon.start();
    }

    private static <T> void provide(Configurer axon, Class<T> type, Object part) {
        axon.registerComponent(type, c -> type.cast(part));
    }

    /**
     * Waits until that has been appended, or nothing stirs any more, or a processor cannot get on, or the time is over.
     *
     * @return whether it came to rest in time
     */
    public boolean rest(Predicate<StoredEvent> end, Duration patience) throws InterruptedException {
        long began = System.nanoTime();
        stirred = began;
        int seen = 0;
        while (System.nanoTime() - began < patience.toNanos()) {
            List<StoredEvent> added = log.added();
            if (added.subList(seen, added.size()).stream().anyMatch(end)
                    || System.nanoTime() - stirred > STILL.toNanos()
                    || hopeless()) {
                return true;
            }
            seen = added.size();
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return false;
    }

    private boolean hopeless() {
        return watch.now().stream()
                .anyMatch(one -> Duration.between(one.since(), one.last()).compareTo(HOPELESS) > 0);
    }

    @Override
    public void close() {
        Configuration started = running;
        if (started != null) {
            started.shutdown();
        }
        lanes.close();
    }
}
