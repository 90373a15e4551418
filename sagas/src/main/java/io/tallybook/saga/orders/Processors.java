package io.tallybook.saga.orders;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * How the processors of processes are set up: they start at the log's beginning, never at its head; they take one event at a
 * time, for each may give orders; and they never skip: an error keeps their place.
 */
public final class Processors {
    private Processors() {}

    /** How many work on a relay that brings a close its news: one, so that all it told came before what it says next. */
    public static final int IN_ORDER = 1;

    /** The processor of a relay that stands alone. */
    public static ConfigurerModule module(String name, int segments) {
        return configurer -> configurer.eventProcessing(processing -> register(processing, name, segments));
    }

    /** @param segments how many events of different streams or sagas may be worked on at once */
    public static void register(EventProcessingConfigurer processing, String name, int segments) {
        processing
                .registerPooledStreamingEventProcessor(
                        name,
                        configuration -> configuration.eventStore(),
                        (configuration, builder) -> builder.initialSegmentCount(segments)
                                .batchSize(1)
                                .initialToken(StreamableMessageSource::createTailToken))
                .registerListenerInvocationErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, configuration -> PropagatingErrorHandler.instance());
    }
}
