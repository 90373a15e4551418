package io.tallybook.eventlog;

import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessEvent.CommandRefused;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what the door refused, in its own unit of work. The stream bears the command's id, so that the same command
 * refused twice is one event; a user who is refused all the time is written down at most so often.
 */
final class Refusals {
    /** Refusals of one user recorded in a minute. */
    static final int MOST_PER_MINUTE = 60;

    private static final int MOST_USERS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final EventBus events;
    private final EventMetadata metadata;
    private final Clock clock;
    private final Map<UserId, Minute> minutes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Minute> eldest) {
            return size() > MOST_USERS;
        }
    };

    private record Minute(long minute, int refusals) {}

    Refusals(EventBus events, EventMetadata metadata, Clock clock) {
        this.events = events;
        this.metadata = metadata;
        this.clock = clock;
    }

    void record(Order order, String rule, Map<String, String> evidence) {
        if (!mayRecord(order.caller().user())) {
            return;
        }
        CommandRefused refused = new CommandRefused(
                order.id().toString(),
                order.kind().name(),
                order.stream(),
                rule,
                evidence,
                order.caller().person(),
                order.caller().client());
        try {
            events.publish(List.of(new GenericDomainEventMessage<>(
                    "Refusal", "refusal:" + order.id(), 0, refused, metadata.of(order))));
        } catch (AggregateStreamCreationException e) {
            LOG.debug("The refusal of {} is on record already.", order.id());
        } catch (RuntimeException e) {
            LOG.error("The refusal of {} by {} could not be recorded.", order.id(), rule, e);
        }
    }

    private synchronized boolean mayRecord(UserId user) {
        long now = clock.millis() / 60_000;
        @Nullable Minute before = minutes.get(user);
        int refusals = before == null || before.minute() != now ? 0 : before.refusals();
        minutes.put(user, new Minute(now, refusals + 1));
        return refusals < MOST_PER_MINUTE;
    }
}
