package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tallybook.command.Aggregates;
import io.tallybook.eventlog.AggregateClasses;
import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventLogConfiguration;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.eventlog.Standstill;
import io.tallybook.eventlog.Standstills;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.Scope;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.SagaConfiguration;
import io.tallybook.saga.change.ChangeOrders;
import io.tallybook.saga.change.ChangeOrders.RowOrders;
import io.tallybook.saga.outward.PackIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Command side and processes, started as the application starts them, on a database and a directory of the test's. Further
 * rooms, such as intake, may be named. Long for it is the whole house: its rooms, its door, what it waits for and its restart.
 */
public final class House implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A file of that name in the directory makes every pack fail. */
    static final String NO_PACK_YET = "no-pack-yet";

    private final ConfigurableApplicationContext context;
    private final Path directory;

    private House(ConfigurableApplicationContext context, Path directory) {
        this.context = context;
        this.directory = directory;
    }

    /** @param rooms configurations beyond the log, the model and the processes */
    public static House open(TestDatabase database, Path directory, Class<?>... rooms) {
        return open(database, directory, "test", rooms);
    }

    /** A node of that name: several may stand on one database. */
    static House open(TestDatabase database, Path directory, String node, Class<?>... rooms) {
        return open(database, directory, node, Map.of(), rooms);
    }

    /** With settings of its own. */
    static House open(
            TestDatabase database, Path directory, String node, Map<String, Object> settings, Class<?>... rooms) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .sources(rooms)
                .web(WebApplicationType.NONE)
                .initializers(c -> ((GenericApplicationContext) c)
                        .registerBean("dataSource", HikariDataSource.class, () -> pool(database)))
                .properties(Map.of(
                        // on the application's class path its settings name health contributors that only it has
                        "management.endpoint.health.validate-group-membership",
                        "false",
                        "tallybook.data",
                        directory.toString(),
                        "tallybook.erp-drop.directory",
                        directory.resolve("erp").toString(),
                        "tallybook.erp-drop.every",
                        "100ms",
                        "tallybook.log.node",
                        node,
                        "logging.level.root",
                        "WARN"))
                .properties(settings)
                .run();
        return new House(context, directory);
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.app());
        pool.setMaximumPoolSize(24);
        return pool;
    }

    /** The stand-in ERP at the other end of this house's file drop. */
    public StandInErp erp() {
        return new StandInErp(directory.resolve("erp"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public EventReader log() {
        return context.getBean(EventReader.class);
    }

    /** Axon's own view of how events are processed. */
    EventProcessingConfiguration processing() {
        return context.getBean(org.axonframework.config.Configuration.class).eventProcessingConfiguration();
    }

    /** Makes this house's clock run that much ahead of the real one. */
    void ahead(Duration by) {
        context.getBean(AheadClock.class).by = by;
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Lays down what a change of that content will order. */
    public void plan(Sha256 content, List<RowOrders> rows) {
        context.getBean(PlannedChanges.class).rows.put(content, rows);
    }

    /**
     * Gives an order as a person of that role, and expects it to be done. Configuration comes from a change that a second person
     * has approved: the house gives it.
     */
    public Answer order(String person, Role role, Command command) {
        boolean configures = command.getClass().isAnnotationPresent(SecondPerson.class);
        Answer answer = ask(person, configures ? Role.PROCESS : role, command);
        assertThat(answer.done())
                .as("%s: %s %s", command.getClass().getSimpleName(), answer.outcome(), answer.sentence())
                .isTrue();
        return answer;
    }

    public Answer ask(String person, Role role, Command command) {
        return ask(person, role, null, command);
    }

    /** As somebody whose role reaches only these close groups; null for the whole house. */
    public Answer ask(String person, Role role, @Nullable Scope scope, Command command) {
        Caller caller = Caller.person(new UserId(person), new PersonId(person), Set.of(role), scope, "test");
        return context.getBean(CommandDoor.class).send(command, caller);
    }

    /** Waits for an event of that kind, as long as anything is written at all; the last one in the stream counts. */
    public <E extends Event> E await(Object stream, Class<E> kind) {
        return await(stream, kind, e -> true);
    }

    public <E extends Event> E await(Object stream, Class<E> kind, Predicate<E> which) {
        long head = -1;
        long end = 0;
        while (true) {
            List<E> found = all(stream, kind).stream().filter(which).toList();
            if (!found.isEmpty()) {
                return found.getLast();
            }
            long now = log().head();
            end = now == head ? end : System.nanoTime() + PATIENCE.toNanos();
            head = now;
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + kind.getSimpleName() + " in " + stream + " and nothing written for "
                        + PATIENCE + "; the log says\n" + story());
            }
            pause();
        }
    }

    public <E extends Event> List<E> all(Object stream, Class<E> kind) {
        return log().stream(stream.toString()).stream()
                .map(StoredEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Every event of one kind in the whole log. */
    public <E extends Event> List<E> all(Class<E> kind) {
        return log().after(0, 100_000).stream()
                .map(StoredEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What cannot get past an event in this house. */
    List<Standstill> standstills() {
        return context.getBean(Standstills.class).now();
    }

    /** Rows of a table beside the log. */
    int count(String table) {
        return context.getBean(DSLContext.class).fetchCount(DSL.table(table));
    }

    /** Waits until a table beside the log is empty. */
    void awaitNo(String table) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(table) > 0) {
            assertThat(System.nanoTime())
                    .as("%s is not empty after %s", table, PATIENCE)
                    .isLessThan(end);
            pause();
        }
    }

    /** Waits until nothing has been written for a while. */
    public void awaitQuiet() {
        long head = -1;
        for (int still = 0; still < 20; pause()) {
            long now = log().head();
            still = now == head ? still + 1 : 0;
            head = now;
        }
    }

    /** What happened, a line per event; for a test that fails. */
    public String story() {
        StringBuilder story = new StringBuilder();
        log().after(0, 100_000)
                .forEach(e -> story.append(e.position())
                        .append(' ')
                        .append(e.stream())
                        .append(' ')
                        .append(e.event().getClass().getSimpleName())
                        .append('\n'));
        return story.toString();
    }

    public static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** The real time, or later. */
    static final class AheadClock extends Clock {
        private volatile Duration by = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the house has one clock");
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }
    }

    private static final class PlannedChanges implements ChangeOrders {
        private final Map<Sha256, List<RowOrders>> rows = new ConcurrentHashMap<>();

        @Override
        public List<RowOrders> of(Sha256 content, PersonId by, Instant at) {
            return Objects.requireNonNull(rows.get(content), "a change nobody has planned");
        }
    }

    /** As ui wires it, with a pack of small files: one per shipper and one for all. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EventLogConfiguration.class, SagaConfiguration.class})
    static class Wiring {
        @Bean
        AheadClock clock() {
            return new AheadClock();
        }

        @Bean
        AggregateClasses aggregateClasses() {
            return new AggregateClasses(Aggregates.ALL);
        }

        @Bean
        PlannedChanges changeOrders() {
            return new PlannedChanges();
        }

        @Bean
        PackIssuer packIssuer(EventReader log, ObjectDirectory objects, @Value("${tallybook.data}") Path directory) {
            return (close, attempt, hash) -> {
                if (Files.exists(directory.resolve(NO_PACK_YET))) {
                    throw new IOException("the views are behind");
                }
                List<IssuedDocument> pack = new ArrayList<>();
                for (String shipper : shippers(log, close, attempt)) {
                    pack.add(document(objects, shipper + ".pdf", "statement-pdf", shipper, hash.hex()));
                }
                pack.add(document(objects, "close.xlsx", "workbook", "", hash.hex()));
                return pack;
            };
        }

        private static List<String> shippers(EventReader log, CloseId close, int attempt) {
            return log.stream(close.toString()).stream()
                    .map(StoredEvent::event)
                    .filter(StatementAdded.class::isInstance)
                    .map(StatementAdded.class::cast)
                    .filter(added -> added.attempt() == attempt)
                    .map(added -> added.shipper().value())
                    .toList();
        }

        private static IssuedDocument document(
                ObjectDirectory objects, String name, String kind, String subject, String content) throws IOException {
            byte[] bytes = (name + content).getBytes(StandardCharsets.UTF_8);
            return new IssuedDocument(
                    name, kind, subject, "application/octet-stream", bytes.length, objects.put(bytes), 1);
        }
    }
}
