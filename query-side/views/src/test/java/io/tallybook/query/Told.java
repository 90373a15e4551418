package io.tallybook.query;

import io.tallybook.messages.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Writes facts into the log as their aggregates would have: one stream each, sequences from 0. */
final class Told {
    private final EventStore log;

    Told(EventStore log) {
        this.log = log;
    }

    /** Appends to the stream of an id. */
    void by(Object id, Event... events) {
        String stream = id.toString();
        long sequence = log.lastSequenceNumberFor(stream).orElse(-1L);
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Event event : events) {
            messages.add(new GenericDomainEventMessage<>("Test", stream, ++sequence, event, Map.of("user", "ann")));
        }
        log.publish(messages);
    }
}
