package io.tallybook.saga.outward.filedrop;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks into the inbox again and again, on one thread, never twice at once. */
final class AcknowledgementPoll implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementPoll.class);
    private static final long LONGEST_STOP_SECONDS = 35;

    private final Acknowledgements acknowledgements;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    AcknowledgementPoll(Acknowledgements acknowledgements, Duration every) {
        this.acknowledgements = acknowledgements;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().name("erp-inbox").daemon().unstarted(work));
            var unused = thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    // whatever happens in one look, the next one must come
    @SuppressWarnings("CatchingUnchecked")
    private void look() {
        try {
            acknowledgements.read();
        } catch (IOException | RuntimeException e) {
            LOG.error("The ERP's inbox could not be read; it is read again in {} ms", every.toMillis(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            awaitEnd(thread);
            thread = null;
        }
    }

    private static void awaitEnd(ScheduledExecutorService stopping) {
        try {
            if (!stopping.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
