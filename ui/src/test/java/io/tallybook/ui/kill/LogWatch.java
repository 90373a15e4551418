package io.tallybook.ui.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the log of a running program over a connection of its own, and remembers every fact it saw. */
final class LogWatch implements AutoCloseable {
    static final long LOOK_EVERY_MS = 3;
    private static final int WAIT_FOR_SERVER_MS = 25;
    private static final String NEXT =
            "select position, event_id, stream, sequence, type from events" + " where position > ? order by position";

    private final Cluster cluster;
    private final List<Fact> seen = new ArrayList<>();
    private long position;
    private @Nullable Connection connection;

    /** Sees the facts after this position. */
    LogWatch(Cluster cluster, long after) {
        this.cluster = cluster;
        this.position = after;
    }

    /**
     * Reads what is new.
     *
     * @return false when no server answers
     */
    boolean look() throws InterruptedException {
        try {
            if (connection == null) {
                connection = cluster.connect();
            }
            read(connection);
            return true;
        } catch (SQLException e) {
            close();
            Thread.sleep(WAIT_FOR_SERVER_MS);
            return false;
        }
    }

    private void read(Connection connected) throws SQLException {
        try (PreparedStatement query = connected.prepareStatement(NEXT)) {
            query.setLong(1, position);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    seen.add(new Fact(
                            rows.getLong(1),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getString(5)));
                    position = rows.getLong(1);
                }
            }
        }
    }

    List<Fact> seen() {
        return List.copyOf(seen);
    }

    long position() {
        return position;
    }

    /** How many facts of this type it saw. */
    long count(String type) {
        return seen.stream().filter(fact -> fact.type().equals(type)).count();
    }

    @Override
    public void close() {
        try (Connection old = connection) {
            connection = null;
        } catch (SQLException e) {
            connection = null; // the server is gone, and the connection with it
        }
    }
}
