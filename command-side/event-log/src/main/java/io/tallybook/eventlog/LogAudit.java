package io.tallybook.eventlog;

import static io.tallybook.migrations.jooq.Tables.EVENTS;
import static io.tallybook.migrations.jooq.Tables.LOG_HEAD;

import io.tallybook.messages.access.AccessEvent.CommandRefused;
import io.tallybook.migrations.jooq.tables.records.EventsRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole log as it lies in the database and names every row the application cannot have written: the role it works as
 * may add rows, so a row may come past it. Does not tell a row that imitates all of a command of its own; that takes sealing.
 */
public final class LogAudit {
    /** Findings told; further ones are counted. */
    public static final int MOST_FINDINGS = 100;

    private final DataSource database;
    private final ReentrantLock one = new ReentrantLock();

    /** @param database whose role may read the log */
    public LogAudit(DataSource database) {
        this.database = database;
    }

    /** What is wrong with a row, or with what is between rows. */
    public enum Fault {
        /** The head of the log is another position than the last row's. */
        HEAD,
        /** Positions before it are missing. */
        GAP,
        /** It does not follow its stream's last event, or says the stream is another's type. */
        SEQUENCE,
        /** It names no command and no user, or stands apart from the other events of its command. */
        NO_COMMAND,
        /** Its type, its content or its metadata cannot be read. */
        UNREADABLE
    }

    /** @param position of the row, or of the head */
    public record Finding(long position, Fault fault, String says) {}

    /**
     * @param head position the log says it ends at
     * @param events rows read
     * @param faults how many findings there are; the list holds the first {@value LogAudit#MOST_FINDINGS}
     */
    public record Report(long head, long events, long faults, List<Finding> findings) {}

    /**
     * Of one moment; events written meanwhile are left to the next time. Reads everything: for people, not for programs.
     *
     * @return null while another runs
     */
    public @Nullable Report run() {
        if (!one.tryLock()) {
            return null;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new Reading(DSL.using(connection, SQLDialect.POSTGRES)).run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read", e);
        } finally {
            one.unlock();
        }
    }

    private record Stream(String type, long sequence) {}

    /** One run through the log. */
    private static final class Reading {
        private static final String REFUSED =
                EventTypes.of(CommandRefused.class).name();

        private final DSLContext log;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Stream> streams = new HashMap<>();
        private final Set<UUID> commands = new HashSet<>();
        private @Nullable UUID command;
        private long faults;
        private long last;
        private long events;

        Reading(DSLContext log) {
            this.log = log;
        }

        Report run() {
            long head = log.selectFrom(LOG_HEAD).fetchSingle().getPosition();
            List<EventsRecord> page;
            do {
                page = log.selectFrom(EVENTS)
                        .where(EVENTS.POSITION.gt(last))
                        .orderBy(EVENTS.POSITION)
                        .limit(LogReader.PAGE)
                        .fetch();
                page.forEach(this::row);
            } while (page.size() == LogReader.PAGE);
            if (last != head) {
                finds(head, Fault.HEAD, "the log says it ends here, its last row is " + last);
            }
            return new Report(head, events, faults, List.copyOf(findings));
        }

        private void row(EventsRecord row) {
            events++;
            long position = row.getPosition();
            if (position != last + 1) {
                finds(position, Fault.GAP, "the row before it is " + last);
            }
            last = position;
            Stream before = streams.put(row.getStream(), new Stream(row.getStreamType(), row.getSequence()));
            if (row.getSequence() != (before == null ? 0 : before.sequence() + 1)) {
                finds(
                        position,
                        Fault.SEQUENCE,
                        "number " + row.getSequence() + " of " + row.getStream() + ", whose last is "
                                + (before == null ? "none" : before.sequence()));
            } else if (before != null && !before.type().equals(row.getStreamType())) {
                finds(
                        position,
                        Fault.SEQUENCE,
                        row.getStream() + " is a " + before.type() + ", not a " + row.getStreamType());
            }
            content(row);
            origin(row);
        }

        private void content(EventsRecord row) {
            try {
                LogJson.read(
                        row.getPayload(),
                        EventTypes.of(row.getType(), row.getRevision()).type());
            } catch (RuntimeException e) {
                finds(row.getPosition(), Fault.UNREADABLE, row.getType() + ": " + e.getMessage());
            }
        }

        /**
         * The events of a command are written together: one that comes again later came another way. Its refusal alone may
         * stand before it, when it was sent again after what stood in the way was gone.
         */
        private void origin(EventsRecord row) {
            UUID its = null;
            try {
                Map<String, String> words = LogJson.readMetadata(row.getMetadata());
                String id = words.get(EventMetadata.COMMAND_ID);
                if (id != null && words.get(EventMetadata.USER) != null) {
                    its = UUID.fromString(id);
                }
            } catch (RuntimeException e) {
                finds(row.getPosition(), Fault.UNREADABLE, "its metadata: " + e.getMessage());
                command = null;
                return;
            }
            if (its == null) {
                finds(row.getPosition(), Fault.NO_COMMAND, row.getType() + " names no command that wrote it");
            } else if (!its.equals(command) && !row.getType().equals(REFUSED) && !commands.add(its)) {
                finds(row.getPosition(), Fault.NO_COMMAND, "command " + its + " wrote its events before, not here");
            }
            command = its;
        }

        private void finds(long position, Fault fault, String says) {
            faults++;
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new Finding(position, fault, says));
            }
        }
    }
}
