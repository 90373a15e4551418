package io.tallybook.ui.frame;

import io.tallybook.query.ViewProgress;
import io.tallybook.query.ViewProgress.ProjectionProgress;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages which views have moved. A message carries only the topic (the view's name without {@code view-}) and the
 * position; at most {@value #MOST_LISTENERS} pages listen to one node.
 */
@Component
class LiveUpdates implements SmartLifecycle {
    static final int MOST_LISTENERS = 1_000;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long BEAT_EVERY_LOOKS = 20;
    private static final long LISTEN_AT_MOST_MILLIS = 30 * 60_000L;
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final ViewProgress views;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> seen = new HashMap<>();
    private volatile boolean running;
    private volatile Thread relay = new Thread(() -> {});

    LiveUpdates(ViewProgress views) {
        this.views = views;
    }

    SseEmitter listener() {
        SseEmitter emitter = new SseEmitter(LISTEN_AT_MOST_MILLIS);
        if (listeners.size() >= MOST_LISTENERS) {
            emitter.complete();
            return emitter;
        }
        emitter.onCompletion(() -> listeners.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> listeners.remove(emitter));
        listeners.add(emitter);
        send(emitter, SseEmitter.event().comment("listening").reconnectTime(2_000));
        return emitter;
    }

    @Override
    public void start() {
        running = true;
        relay = Thread.ofVirtual().name("live-updates").start(this::relay);
    }

    private void relay() {
        long looks = 0;
        while (running) {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
                if (!listeners.isEmpty()) {
                    look();
                    if (++looks % BEAT_EVERY_LOOKS == 0) {
                        tell(SseEmitter.event().comment("here"));
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot see how far the views have come: {}", e.toString());
            }
        }
    }

    private void look() {
        for (ProjectionProgress view : views.projections()) {
            Long before = seen.put(view.name(), view.position());
            if (before != null && before != view.position()) {
                tell(SseEmitter.event()
                        .name("changed")
                        .id(String.valueOf(view.position()))
                        .data(view.name().replaceFirst("^view-", "")));
            }
        }
    }

    private void tell(SseEmitter.SseEventBuilder message) {
        var parts = message.build();
        listeners.removeIf(listener -> {
            try {
                listener.send(parts);
                return false;
            } catch (IOException | IllegalStateException gone) {
                return true;
            }
        });
    }

    private void send(SseEmitter listener, SseEmitter.SseEventBuilder message) {
        try {
            listener.send(message);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }

    @Override
    public void stop() {
        running = false;
        relay.interrupt();
        listeners.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
