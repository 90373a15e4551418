package io.tallybook.eventlog;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool for each kind of caller, so that neither an import nor a process can make a person wait. A command mostly waits for
 * the disk, hence more threads than cores; they are virtual. What finds the queue full is rejected.
 */
final class Lanes implements AutoCloseable {
    private static final int CLOSE_SECONDS = 30;

    private final Map<Lane, ExecutorService> pools = Map.of(
            Lane.PEOPLE, pool(Lane.PEOPLE, 32, 128),
            Lane.PROCESS, pool(Lane.PROCESS, 64, 1024),
            Lane.IMPORT, pool(Lane.IMPORT, 64, 256));

    ExecutorService of(Lane lane) {
        return Objects.requireNonNull(pools.get(lane));
    }

    private static ExecutorService pool(Lane lane, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofVirtual().name("command-" + lane + "-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void close() {
        pools.values().forEach(ExecutorService::shutdown);
        for (ExecutorService pool : pools.values()) {
            try {
                if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                pool.shutdownNow();
            }
        }
    }
}
