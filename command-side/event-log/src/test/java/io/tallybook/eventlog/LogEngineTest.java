package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import io.tallybook.migrations.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the engine keeps and refuses, and what it does when the server goes away; long, for one server serves it all. */
class LogEngineTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource connections = pool(database);
    private final LogTable reader = new LogTable(DSL.using(connections, SQLDialect.POSTGRES));
    private final LogWriter writer = new LogWriter(database.app());
    private final ProcessorWatch watch = new ProcessorWatch(Clock.systemUTC());
    private final LogStorageEngine engine = new LogStorageEngine(reader, writer::append, new Bell(), watch);

    @AfterEach
    void close() {
        writer.close();
        connections.close();
    }

    @Test
    void numbersEventsFromOneWithoutAGap() {
        append("a", 0);
        append("b", 0);
        append("a", 1);
        assertThat(reader.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(reader.stream("a")).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
        assertThat(reader.head()).isEqualTo(3);
    }

    @Test
    void aSequenceAlreadyTakenIsAConflictAndLeavesNoGap() {
        append("a", 0);
        append("a", 1);
        assertThatThrownBy(() -> append("a", 1)).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append("a", 0)).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> append("a", 3)).isInstanceOf(ConcurrencyException.class);
        append("a", 2);
        assertThat(reader.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    void manyWritersOnTwoNodesLeaveADenseLogWhateverTheyCollideOn() throws Exception {
        long seed = 20241010;
        try (LogWriter other = new LogWriter(database.app());
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            LogStorageEngine second = new LogStorageEngine(reader, other::append, new Bell(), watch);
            List<Future<Integer>> written = new ArrayList<>();
            for (int who = 0; who < 40; who++) {
                LogStorageEngine node = who % 2 == 0 ? engine : second;
                Random random = new Random(seed + who);
                written.add(crowd.submit(() -> race(node, random)));
            }
            int sum = 0;
            for (Future<Integer> one : written) {
                sum += one.get(60, TimeUnit.SECONDS);
            }
            requireDense(sum);
        }
    }

    /** Reads where a stream stands and appends there, as often as others let it. */
    private int race(LogStorageEngine node, Random random) {
        int written = 0;
        for (int i = 0; i < 25; i++) {
            String stream = "stream-" + random.nextInt(5);
            long next = reader.lastSequence(stream).orElse(-1L) + 1;
            try {
                append(node, stream, next);
                written++;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                assertThat(e).hasMessageContaining(stream);
            }
        }
        return written;
    }

    private void requireDense(int events) {
        assertThat(reader.head()).isEqualTo(events);
        assertThat(reader.after(0, 5_000))
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
        for (int i = 0; i < 5; i++) {
            List<Long> sequences = reader.stream("stream-" + i).stream()
                    .map(StoredEvent::sequence)
                    .toList();
            assertThat(sequences)
                    .isEqualTo(LongStream.range(0, sequences.size()).boxed().toList());
        }
        assertThatCode(reader::requireHeadAtEnd).doesNotThrowAnyException();
    }

    @Test
    void oneAppendOfABatchThatCannotBeWrittenDoesNotHarmTheOthers() throws Exception {
        append("first", 0);
        String taken = reader.at(1).orElseThrow().eventId().toString();
        try (Connection blocker = database.app().getConnection();
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            lockHead(blocker);
            List<Future<?>> good = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String stream = "good-" + i;
                good.add(crowd.submit(() -> append(stream, 0)));
            }
            Future<?> bad = crowd.submit(() -> engine.appendEvents(List.of(message("bad", 0, "x", taken))));
            blocker.rollback();
            for (Future<?> one : good) {
                one.get(30, TimeUnit.SECONDS);
            }
            assertThatThrownBy(() -> bad.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(LogUnavailable.class);
        }
        assertThat(reader.head()).isEqualTo(21);
        assertThat(reader.stream("bad")).isEmpty();
    }

    @Test
    void oneMoreThanMayWaitIsToldThatTheLogIsBusy() throws Exception {
        int most = LogWriter.MOST_WAITING + LogWriter.MOST_IN_BATCH;
        CountDownLatch busy = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Connection blocker = database.app().getConnection()) {
                blocker.setAutoCommit(false);
                lockHead(blocker);
                for (int i = 0; i <= most; i++) {
                    String stream = "s-" + i;
                    crowd.submit(() -> {
                        try {
                            append(stream, 0);
                        } catch (LogBusy e) {
                            busy.countDown();
                        }
                    });
                }
                assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
                blocker.rollback();
            }
        }
        assertThat(reader.head()).isBetween((long) LogWriter.MOST_WAITING, (long) most);
    }

    @Test
    void goesOnAfterTheDatabaseCutTheConnection() throws SQLException, InterruptedException {
        append("a", 0);
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app' AND datname ="
                            + " current_database() AND application_name <> 'reader' AND pid <> pg_backend_pid()");
        }
        append("a", 1);
        // the reader's pool looks whether a connection lives once it has been idle for half a second
        Thread.sleep(700);
        assertThat(reader.stream("a")).hasSize(2);
    }

    @Test
    void readsALongLogPageByPageAndFromAnyPlace() {
        int events = LogReader.PAGE * 2 + 1;
        for (int i = 0; i < events; i += 100) {
            int from = i;
            engine.appendEvents(LongStream.range(from, Math.min(from + 100, events))
                    .mapToObj(sequence ->
                            message("long", sequence, "n", TimeOrderedIds.next().toString()))
                    .toList());
        }
        assertThat(engine.readEvents(null, false).map(LogEngineTest::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
        assertThat(engine.readEvents("long", 0).asStream()).hasSize(events);
        assertThat(engine.readEvents("long", 999).asStream()).hasSize(events - 999);
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
        assertThat(engine.lastSequenceNumberFor("long")).contains(events - 1L);
        assertThat(engine.lastSequenceNumberFor("none")).isEmpty();
    }

    @Test
    void anEventNobodyKnowsStopsTheReaderWhereItStands() throws SQLException {
        append("a", 0);
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO events SELECT 2, gen_random_uuid(), stream, stream_type, 1, time,"
                    + " 'metering.never-heard', revision, payload, metadata FROM events");
            statement.execute("UPDATE log_head SET position = 2");
        }
        append("a", 2);
        assertThatThrownBy(() -> engine.readEvents(null, false).toList()).isInstanceOf(UnknownEventType.class);
        assertThat(watch.now()).singleElement().satisfies(standstill -> {
            assertThat(standstill.processor()).isEqualTo(Standstill.LOG);
            assertThat(standstill.failure()).contains("'metering.never-heard'");
        });
        assertThatThrownBy(() -> engine.readEvents("a", 0).asStream().toList()).isInstanceOf(UnknownEventType.class);
    }

    @Test
    void aHeadBehindTheLogIsRefusedAtStart() throws SQLException {
        append("a", 0);
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE log_head SET position = 0");
        }
        assertThatThrownBy(reader::requireHeadAtEnd).hasMessageContaining("damaged");
    }

    @Test
    void anEventHoldsSixtyFourKibibytesAndNotOneMore() {
        int frame = LogJson.write(registered("")).length;
        int most = LogStorageEngine.MOST_PAYLOAD_BYTES - frame;
        engine.appendEvents(
                List.of(message("a", 0, "n".repeat(most), TimeOrderedIds.next().toString())));
        assertThatThrownBy(() -> engine.appendEvents(List.of(message(
                        "a", 1, "n".repeat(most + 1), TimeOrderedIds.next().toString()))))
                .isInstanceOf(Invalid.class);
        assertThat(reader.stream("a"))
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).hasSize(LogStorageEngine.MOST_PAYLOAD_BYTES));
    }

    @Test
    void cutsTimesToMilliseconds() {
        append("a", 0);
        Instant time = reader.at(1).orElseThrow().time();
        assertThat(time.getNano() % 1_000_000).isZero();
    }

    @Test
    void idsOfEventsRiseWithTime() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(TimeOrderedIds.next().toString());
            Thread.sleep(2);
        }
        assertThat(ids).isSorted().allMatch(id -> id.charAt(14) == '7');
    }

    private void append(String stream, long sequence) {
        append(engine, stream, sequence);
    }

    private static void append(LogStorageEngine node, String stream, long sequence) {
        node.appendEvents(
                List.of(message(stream, sequence, "name", TimeOrderedIds.next().toString())));
    }

    private static GenericDomainEventMessage<?> message(String stream, long sequence, String name, String id) {
        return new GenericDomainEventMessage<>(
                "Shipper", stream, sequence, registered(name), Map.of(), id, Instant.now());
    }

    private static ShipperRegistered registered(String name) {
        return new ShipperRegistered(new ShipperId("s"), name, new PersonId("p"));
    }

    private static Long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        PGSimpleDataSource source = (PGSimpleDataSource) database.app();
        source.setApplicationName("reader");
        config.setDataSource(source);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static void lockHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT position FROM log_head FOR UPDATE");
        }
    }
}
