package io.tallybook.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way into the log: one thread that takes what all callers have waiting, writes it in one transaction and lets every
 * caller go when it is durable. Each append stands or falls alone. See docs/adr/0001-own-log-engine-with-group-commit.md.
 */
final class LogWriter implements AutoCloseable {
    /** Appends that may wait; a caller beyond that is told the log is busy. */
    static final int MOST_WAITING = 1024;
    /** Appends in one transaction. */
    static final int MOST_IN_BATCH = 256;

    private static final int MOST_TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    /** One caller's events; the future gives the position of the last one. */
    record Append(List<LogRow> rows, CompletableFuture<Long> written) {}

    private final DataSource database;
    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable Connection connection;

    LogWriter(DataSource database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().start(this::run);
    }

    /**
     * Appends the rows together and waits until they are durable.
     *
     * @return position of the last row
     * @throws SequenceTaken when a row does not follow its stream's last event; nothing is written then
     * @throws LogBusy when too many others wait
     * @throws LogUnavailable when the database said no, with its reason as cause
     */
    long append(List<LogRow> rows) {
        Append append = new Append(rows, new CompletableFuture<>());
        if (closing || !waiting.offer(append)) {
            throw new LogBusy();
        }
        try {
            return append.written().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while the log writes", e);
        } catch (TimeoutException e) {
            // not written if it still waits; if it is being written, nobody knows
            append.written().cancel(false);
            throw new LogUnavailable("the log did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SequenceTaken taken
                    ? taken
                    : new LogUnavailable("the log could not be written", e.getCause());
        }
    }

    private void run() {
        List<Append> batch = new ArrayList<>(MOST_IN_BATCH);
        while (!closing || !waiting.isEmpty()) {
            try {
                Append first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, MOST_IN_BATCH - 1);
                    write(batch, 1);
                }
            } catch (InterruptedException e) {
                closing = true;
            } finally {
                batch.clear();
            }
        }
        disconnect();
    }

    private void write(List<Append> batch, int tries) {
        LogBatch transaction = new LogBatch(batch);
        try {
            transaction.write(connect());
            transaction.tellCallers();
        } catch (SQLException | RuntimeException e) {
            disconnect();
            recover(transaction, e, tries);
        }
    }

    /** The commit may have come through although its answer did not: the log itself knows. */
    private void recover(LogBatch transaction, Exception failure, int tries) {
        try {
            if (transaction.isInLog(connect())) {
                transaction.tellCallers();
            } else if (isConnectionLost(failure) && tries < MOST_TRIES) {
                write(transaction.appends(), tries + 1);
            } else if (transaction.appends().size() == 1) {
                transaction.fail(failure);
            } else {
                LOG.warn(
                        "A batch of {} appends failed; each is written alone.",
                        transaction.appends().size(),
                        failure);
                transaction.appends().forEach(append -> write(List.of(append), tries));
            }
        } catch (SQLException | RuntimeException e) {
            disconnect();
            e.addSuppressed(failure);
            LOG.error("The log cannot be reached.", e);
            transaction.fail(e);
        }
    }

    /** SQLSTATE classes 08 (connection) and 57P (the server stops or was told to let us go). */
    private static boolean isConnectionLost(Exception failure) {
        String state = failure instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return state.startsWith("08") || state.startsWith("57P");
    }

    private Connection connect() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.getConnection();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                open.rollback();
            } catch (SQLException e) {
                LOG.debug("The connection was already gone.", e);
            }
        }
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
