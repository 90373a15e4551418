package io.tallybook.eventlog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One transaction of the writer. While it holds the row of {@code log_head} nobody else can add an event, so that the last
 * sequence it reads of each stream is exact: an append that does not follow is left out, the others get the next positions.
 */
final class LogBatch {
    private static final String LOCK_HEAD = "SELECT position FROM log_head FOR UPDATE";
    private static final String LAST_SEQUENCES = """
            SELECT s.stream, e.sequence FROM unnest(?) AS s(stream) CROSS JOIN LATERAL
              (SELECT sequence FROM events WHERE events.stream = s.stream ORDER BY sequence DESC LIMIT 1) AS e""";
    private static final String INSERT = """
            INSERT INTO events
              (position, event_id, stream, stream_type, sequence, time, type, revision, payload, metadata)
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[],
                ?::text[], ?::text[], ?::bytea[], ?::bytea[])""";
    private static final String MOVE_HEAD = "UPDATE log_head SET position = ?";
    private static final String FIND = "SELECT 1 FROM events WHERE position = ? AND event_id = ?";

    private final List<LogWriter.Append> appends;
    private final List<LogWriter.Append> accepted = new ArrayList<>();
    private final Map<LogWriter.Append, SequenceTaken> left = new IdentityHashMap<>();
    private final List<LogRow> rows = new ArrayList<>();
    private long head;

    LogBatch(List<LogWriter.Append> appends) {
        this.appends =
                appends.stream().filter(append -> !append.written().isDone()).toList();
    }

    List<LogWriter.Append> appends() {
        return appends;
    }

    void write(Connection connection) throws SQLException {
        head = lockHead(connection);
        Map<String, Long> last = lastSequences(connection);
        appends.forEach(append -> admit(append, last));
        if (rows.isEmpty()) {
            connection.rollback();
        } else {
            insert(connection);
            moveHead(connection);
            connection.commit();
        }
    }

    private void admit(LogWriter.Append append, Map<String, Long> last) {
        Map<String, Long> after = new HashMap<>();
        for (LogRow row : append.rows()) {
            long previous = after.getOrDefault(row.stream(), last.getOrDefault(row.stream(), -1L));
            if (row.sequence() != previous + 1) {
                left.put(append, new SequenceTaken(row.stream(), row.sequence()));
                return;
            }
            after.put(row.stream(), row.sequence());
        }
        last.putAll(after);
        accepted.add(append);
        rows.addAll(append.rows());
    }

    /** After the commit, not before: what was left out because of another append in a batch that failed is tried again. */
    void tellCallers() {
        left.forEach((append, taken) -> append.written().completeExceptionally(taken));
        long position = head;
        for (LogWriter.Append append : accepted) {
            position += append.rows().size();
            append.written().complete(position);
        }
    }

    void fail(Exception failure) {
        appends.forEach(append -> append.written().completeExceptionally(failure));
    }

    /**
     * Whether a commit whose answer was lost did come through; the batch is in the log as a whole or not at all. Waits for the
     * head, because the lost connection may still be committing.
     */
    boolean isInLog(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return false;
        }
        lockHead(connection);
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setLong(1, head + 1);
            find.setObject(2, rows.getFirst().eventId());
            try (ResultSet found = find.executeQuery()) {
                boolean written = found.next();
                connection.rollback();
                return written;
            }
        }
    }

    private static long lockHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(LOCK_HEAD)) {
            if (!found.next()) {
                throw new SQLException("log_head has no row");
            }
            return found.getLong(1);
        }
    }

    private Map<String, Long> lastSequences(Connection connection) throws SQLException {
        String[] streams = appends.stream()
                .flatMap(append -> append.rows().stream())
                .map(LogRow::stream)
                .distinct()
                .toArray(String[]::new);
        Map<String, Long> last = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(LAST_SEQUENCES)) {
            query.setArray(1, connection.createArrayOf("text", streams));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    last.put(found.getString(1), found.getLong(2));
                }
            }
        }
        return last;
    }

    private void insert(Connection connection) throws SQLException {
        Long[] positions = new Long[rows.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = head + 1 + i;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("bigint", positions));
            insert.setArray(2, column(connection, "uuid", LogRow::eventId));
            insert.setArray(3, column(connection, "text", LogRow::stream));
            insert.setArray(4, column(connection, "text", LogRow::streamType));
            insert.setArray(5, column(connection, "bigint", LogRow::sequence));
            insert.setArray(6, column(connection, "text", row -> row.time().toString()));
            insert.setArray(7, column(connection, "text", LogRow::type));
            insert.setArray(8, column(connection, "text", LogRow::revision));
            insert.setArray(9, bytes(connection, LogRow::payload));
            insert.setArray(10, bytes(connection, LogRow::metadata));
            insert.executeUpdate();
        }
    }

    private Array column(Connection connection, String type, Function<LogRow, Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private Array bytes(Connection connection, Function<LogRow, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    private void moveHead(Connection connection) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
            move.setLong(1, head + rows.size());
            move.executeUpdate();
        }
    }
}
