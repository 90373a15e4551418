package io.tallybook.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Sees every batch of every processor end, well or not, and knows which of them stand still. */
final class ProcessorWatch implements Standstills {
    /** Twice the longest pause between two tries: what has not been tried for longer runs on another node now. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final int LONGEST_FAILURE = 500;

    private final Clock clock;
    private final Map<String, Standstill> standing = new ConcurrentHashMap<>();

    ProcessorWatch(Clock clock) {
        this.clock = clock;
    }

    /** Once per batch: an interceptor is called for each of its events. */
    MessageHandlerInterceptor<EventMessage<?>> over(String processor) {
        return (unit, chain) -> {
            UnitOfWork<?> batch = unit.root();
            Object segment = batch.getResource("Processor[" + processor + "]/SegmentId");
            String key = processor + "/" + segment;
            batch.getOrComputeResource("watch " + processor, name -> {
                batch.onRollback(
                        u -> failed(key, processor, u.getExecutionResult().getExceptionResult()));
                batch.afterCommit(u -> passed(key));
                return key;
            });
            return chain.proceed();
        };
    }

    void failed(String key, String processor, Throwable failure) {
        Instant now = clock.instant();
        String sentence = sentence(failure);
        standing.compute(
                key,
                (name, known) ->
                        known == null ? new Standstill(processor, now, now, 1, sentence) : known.again(now, sentence));
    }

    void passed(String key) {
        standing.remove(key);
    }

    @Override
    public List<Standstill> now() {
        Instant oldest = clock.instant().minus(LONGEST_SILENCE);
        standing.values().removeIf(standstill -> standstill.last().isBefore(oldest));
        return standing.values().stream()
                .sorted(Comparator.comparing(Standstill::processor).thenComparing(Standstill::since))
                .toList();
    }

    /** What lies at the bottom of it says most. */
    private static String sentence(Throwable failure) {
        Throwable bottom = failure;
        for (int depth = 0; depth < 20 && bottom.getCause() != null; depth++) {
            bottom = bottom.getCause();
        }
        String message = bottom.getMessage();
        String whole = message == null || message.isBlank() ? bottom.getClass().getSimpleName() : message;
        return whole.length() <= LONGEST_FAILURE ? whole : whole.substring(0, LONGEST_FAILURE);
    }
}
