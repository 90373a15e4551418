package io.tallybook.eventlog;

import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door in front of Axon's command bus: it brings each order to a thread of its lane and waits for what it comes to. */
final class BusDoor implements CommandDoor {
    /** Orders of one {@link #sendAll} that may be under way. */
    static final int MOST_UNDER_WAY = 64;

    private static final int PATIENCE_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(BusDoor.class);

    private final Lanes lanes;
    private final OrderHandling handling;

    BusDoor(Lanes lanes, OrderHandling handling) {
        this.lanes = lanes;
        this.handling = handling;
    }

    @Override
    public Answer send(Command command, Caller caller) {
        UUID id = caller.commandId() == null ? TimeOrderedIds.next() : caller.commandId();
        Order order = Order.of(id, command, caller);
        try {
            Future<Answer> answer = lanes.of(caller.lane()).submit(() -> handling.handle(order));
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            return busy(order);
        } catch (TimeoutException e) {
            return fault(order, "It took longer than " + PATIENCE_SECONDS + " s; it may still happen.", e);
        } catch (ExecutionException e) {
            return fault(order, OrderHandling.FAULT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fault(order, "The program is stopping; it may still happen.", e);
        }
    }

    @Override
    public List<Answer> sendAll(List<? extends Command> commands, Caller caller) {
        List<Order> orders = commands.stream()
                .map(command -> Order.of(TimeOrderedIds.next(), command, caller))
                .toList();
        Map<String, List<Integer>> byStream = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            byStream.computeIfAbsent(orders.get(i).stream(), stream -> new ArrayList<>())
                    .add(i);
        }
        Answer[] answers = new Answer[orders.size()];
        Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
        for (List<Integer> chain : byStream.values()) {
            underWay.acquireUninterruptibly();
            submit(
                    lanes.of(caller.lane()),
                    () -> {
                        try {
                            chain.forEach(i -> answers[i] = handleSafely(orders.get(i)));
                        } finally {
                            underWay.release();
                        }
                    },
                    () -> {
                        chain.forEach(i -> answers[i] = busy(orders.get(i)));
                        underWay.release();
                    });
        }
        underWay.acquireUninterruptibly(MOST_UNDER_WAY);
        return List.of(answers);
    }

    private static void submit(ExecutorService pool, Runnable task, Runnable whenFull) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            whenFull.run();
        }
    }

    private Answer handleSafely(Order order) {
        try {
            return handling.handle(order);
        } catch (RuntimeException | Error e) {
            return fault(order, OrderHandling.FAULT, e);
        }
    }

    private static Answer busy(Order order) {
        return order.answer(Outcome.BUSY, OrderHandling.BUSY);
    }

    private static Answer fault(Order order, String sentence, Throwable cause) {
        LOG.error("{} to {} failed, trace {}", order.kind().name(), order.stream(), order.traceId(), cause);
        return order.answer(Outcome.FAULT, sentence);
    }
}
