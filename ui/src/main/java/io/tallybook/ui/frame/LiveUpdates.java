package io.tallybook.ui.frame;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Relays what the views notify ({@code <topic>:<position>} on the channel {@code tallybook}) to the pages open at this node. A
 * message carries only the topic and, as its id, the position; a page fetches its own parts anew. At most
 * {@value #MOST_LISTENERS} pages listen to one node.
 */
@Component
class LiveUpdates implements SmartLifecycle {
    static final int MOST_LISTENERS = 1_000;
    /** Topic that means: anything may have changed. */
    private static final String ALL = "*";

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_PER_BEAT = 10;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration LISTEN_AT_MOST = Duration.ofMinutes(30);
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final DataSource database;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread relay;

    LiveUpdates(DataSource database) {
        this.database = database;
    }

    /** Position of the last change this node has heard of: a page made now shows everything up to it. */
    long heard() {
        return heard.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** @param since what the page shows: what changed after it, before the page began to listen, is told at once */
    SseEmitter listener(long since) {
        SseEmitter emitter = new SseEmitter(LISTEN_AT_MOST.toMillis());
        if (!running || listeners.size() >= MOST_LISTENERS) {
            emitter.complete();
            return emitter;
        }
        emitter.onCompletion(() -> listeners.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> listeners.remove(emitter));
        listeners.add(emitter);
        if (!sent(emitter, SseEmitter.event().comment("listening").reconnectTime(AGAIN_AFTER.toMillis()))) {
            listeners.remove(emitter);
        }
        heard.forEach((topic, position) -> {
            if (position > since) {
                sent(emitter, changed(topic, position.toString()));
            }
        });
        return emitter;
    }

    @Override
    public void start() {
        running = true;
        relay = Thread.ofVirtual().name("live-updates").start(this::relay);
    }

    private void relay() {
        while (running) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("live updates pause: {}", e.getMessage());
                }
            }
            if (running) {
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen tallybook");
        }
        PGConnection notifications = connection.unwrap(PGConnection.class);
        // what was notified while nobody listened is unknown
        tell(ALL, "0");
        for (long look = 1; running; look++) {
            PGNotification[] heard = notifications.getNotifications(Math.toIntExact(LOOK.toMillis()));
            if (heard != null && heard.length > 0) {
                latest(heard).forEach(this::tell);
            } else if (look % LOOKS_PER_BEAT == 0) {
                listeners.removeIf(
                        listener -> !sent(listener, SseEmitter.event().comment("here")));
            }
        }
    }

    /** Of one topic only the last position matters. */
    private static Map<String, String> latest(PGNotification[] heard) {
        Map<String, String> byTopic = new LinkedHashMap<>();
        for (PGNotification notification : heard) {
            String[] parts = notification.getParameter().split(":", 2);
            byTopic.put(parts[0], parts.length == 2 ? parts[1] : "0");
        }
        return byTopic;
    }

    private void tell(String topic, String position) {
        if (!topic.equals(ALL)) {
            heard.merge(topic, Long.valueOf(position), Math::max);
        }
        listeners.removeIf(listener -> !sent(listener, changed(topic, position)));
    }

    private static SseEmitter.SseEventBuilder changed(String topic, String position) {
        return SseEmitter.event().name("changed").id(position).data(topic);
    }

    private static boolean sent(SseEmitter listener, SseEmitter.SseEventBuilder message) {
        try {
            listener.send(message);
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN_AFTER);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        listeners.forEach(SseEmitter::complete);
        Thread listening = relay;
        if (listening != null) {
            try {
                // ends by itself at its next look; interrupting it would break its connection
                listening.join(LOOK.plus(AGAIN_AFTER));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Closed before the web server waits for open requests: a listening page would hold it up. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
