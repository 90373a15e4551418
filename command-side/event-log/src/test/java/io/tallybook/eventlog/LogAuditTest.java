package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.eventlog.LogAudit.Fault;
import io.tallybook.eventlog.LogAudit.Finding;
import io.tallybook.eventlog.LogAudit.Report;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import io.tallybook.migrations.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with the application's own password may add to the log, and how it is found. */
class LogAuditTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final LogWriter writer = new LogWriter(database.app());
    private final LogStorageEngine engine = new LogStorageEngine(
            new LogTable(DSL.using(database.app(), SQLDialect.POSTGRES)),
            writer::append,
            new Bell(),
            new ProcessorWatch(Clock.systemUTC()));
    private final LogAudit audit = new LogAudit(database.app());

    @BeforeEach
    void threeCommands() {
        command("a", 0, 1);
        command("b", 0);
        command("a", 2);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void findsNothingInWhatTheApplicationWrote() {
        assertThat(report()).isEqualTo(new Report(4, 4, 0, List.of()));
    }

    @Test
    void findsARowWithoutACommand() throws SQLException {
        forge("5, gen_random_uuid(), 'b', stream_type, 1, time, type, revision, payload, '{}'");
        run("UPDATE log_head SET position = 5");
        assertThat(only()).isEqualTo(Fault.NO_COMMAND);
        assertThat(report().findings().getFirst().says()).contains("names no command");
    }

    @Test
    void findsARowThatBorrowsTheCommandOfAnother() throws SQLException {
        forge("5, gen_random_uuid(), 'c', stream_type, 0, time, type, revision, payload, metadata");
        run("UPDATE log_head SET position = 5");
        assertThat(only()).isEqualTo(Fault.NO_COMMAND);
        assertThat(report().findings().getFirst().says()).contains("wrote its events before");
    }

    @Test
    void findsARowBehindTheHead() throws SQLException {
        forge("5, gen_random_uuid(), 'b', stream_type, 1, time, type, revision, payload, " + another());
        assertThat(only()).isEqualTo(Fault.HEAD);
    }

    @Test
    void findsMissingPositions() throws SQLException {
        forge("7, gen_random_uuid(), 'b', stream_type, 1, time, type, revision, payload, " + another());
        run("UPDATE log_head SET position = 7");
        assertThat(only()).isEqualTo(Fault.GAP);
        assertThat(report().findings().getFirst().position()).isEqualTo(7);
    }

    @Test
    void findsAnEventThatDoesNotFollowItsStream() throws SQLException {
        forge("5, gen_random_uuid(), 'b', stream_type, 9, time, type, revision, payload, " + another());
        forge("6, gen_random_uuid(), 'a', 'Area', 3, time, type, revision, payload, " + another());
        run("UPDATE log_head SET position = 6");
        assertThat(report().findings()).extracting(Finding::fault).containsExactly(Fault.SEQUENCE, Fault.SEQUENCE);
    }

    @Test
    void findsWhatCannotBeReadAndReadsOn() throws SQLException {
        forge("5, gen_random_uuid(), 'b', stream_type, 1, time, 'never.heard', revision, payload, " + another());
        forge("6, gen_random_uuid(), 'b', stream_type, 2, time, type, revision, 'x', " + another());
        forge("7, gen_random_uuid(), 'b', stream_type, 3, time, type, revision, payload, '[]'");
        run("UPDATE log_head SET position = 7");
        assertThat(report().events()).isEqualTo(7);
        assertThat(report().findings())
                .extracting(Finding::position, Finding::fault)
                .containsExactly(tuple(5L, Fault.UNREADABLE), tuple(6L, Fault.UNREADABLE), tuple(7L, Fault.UNREADABLE));
    }

    @Test
    void countsWhatItNoLongerLists() throws SQLException {
        run(
                "INSERT INTO events SELECT 4 + n, gen_random_uuid(), 'many', stream_type, n - 1, time, type, revision, payload,"
                        + " '{}' FROM events, generate_series(1, 150) n WHERE position = 3");
        run("UPDATE log_head SET position = 154");
        assertThat(report().faults()).isEqualTo(150);
        assertThat(report().findings()).hasSize(LogAudit.MOST_FINDINGS);
    }

    private Report report() {
        return Objects.requireNonNull(audit.run());
    }

    private Fault only() {
        assertThat(report().faults()).isEqualTo(1);
        return report().findings().getFirst().fault();
    }

    /** A row made of the third one, the first of stream b. */
    private void forge(String columns) throws SQLException {
        run("INSERT INTO events SELECT " + columns + " FROM events WHERE position = 3");
    }

    /** Metadata that look right, of a command that never was. */
    private static String another() {
        return "convert_to('{\"commandId\":\"" + UUID.randomUUID() + "\",\"user\":\"ann\"}', 'UTF8')";
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void command(String stream, long... sequences) {
        Map<String, String> words = Map.of("commandId", TimeOrderedIds.next().toString(), "user", "ann");
        engine.appendEvents(Arrays.stream(sequences)
                .mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Shipper",
                        stream,
                        sequence,
                        new ShipperRegistered(new ShipperId("s"), "name", new PersonId("p")),
                        words,
                        TimeOrderedIds.next().toString(),
                        Instant.now()))
                .toList());
    }
}
