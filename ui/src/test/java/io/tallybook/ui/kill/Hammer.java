package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Gives orders on several threads, each as soon as the one before is answered, until nobody answers any more. */
final class Hammer {
    private final Books books;
    private final AtomicInteger shippers = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private final Map<Order, String> answered = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Order> unanswered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    Hammer(Books books) {
        this.books = books;
    }

    void start() {
        hammer(() -> Order.shipper(shippers.getAndIncrement()));
        hammer(() -> Order.shipper(shippers.getAndIncrement()));
        hammer(() -> Order.readings(batches.getAndIncrement()));
    }

    private void hammer(Supplier<Order> next) {
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            boolean alive = true;
            while (alive) {
                alive = give(next.get());
            }
        }));
    }

    private boolean give(Order order) {
        try {
            HttpResponse<String> response = books.send(order);
            if (response.statusCode() / 100 != 2) {
                faults.add(order + ": " + response.statusCode() + " " + response.body());
            }
            answered.put(order, response.body());
            return true;
        } catch (IOException | InterruptedException e) {
            unanswered.add(order);
            return false;
        }
    }

    /** Waits until so many more orders are answered, or nobody answers any more. */
    void awaitAnswers(int more) throws InterruptedException {
        int enough = answered.size() + more;
        while (answered.size() < enough && threads.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(5);
        }
    }

    void awaitSilence() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        assertThat(faults).isEmpty();
    }

    /** Gives every order nobody answered once more, under the same key. */
    int repeatUnanswered() throws IOException, InterruptedException {
        int repeated = 0;
        for (Order order = unanswered.poll(); order != null; order = unanswered.poll()) {
            HttpResponse<String> response = books.send(order);
            assertThat(response.statusCode()).as(order + ": " + response.body()).isBetween(200, 299);
            answered.put(order, response.body());
            repeated++;
        }
        return repeated;
    }

    /** Every order and what was answered to it. */
    Map<Order, String> answers() {
        return Map.copyOf(answered);
    }
}
