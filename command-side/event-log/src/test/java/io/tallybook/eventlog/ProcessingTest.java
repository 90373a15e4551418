package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import io.tallybook.migrations.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Processes, deadlines and projections as this module wires them: nothing is skipped, everything is in the database. */
@SpringBootTest(
        classes = ProcessingTest.Wiring.class,
        properties = {"tallybook.data=target/processing-test", "spring.main.web-application-type=none"})
class ProcessingTest {
    private static final Instant AT = Instant.parse("2024-11-01T06:00:00Z");
    private static final PersonId ANN = new PersonId("ann");

    private static final AtomicBoolean brokenCommits = new AtomicBoolean();
    private static final AtomicInteger tries = new AtomicInteger();

    @Autowired
    CommandDoor door;

    @Autowired
    EventReader log;

    @Autowired
    Standstills standstills;

    @Autowired
    Stubborn stubborn;

    @Autowired
    DSLContext database;

    @Test
    void aProcessGivesItsOrderWhenItsDeadlineComesAndEnds() {
        UserId user = new UserId("guest");
        assertThat(grant(user).outcome()).isEqualTo(Outcome.ACCEPTED);
        await(() -> log.stream(user.toString()).size() == 2);
        assertThat(log.stream(user.toString()).getLast().event())
                .isEqualTo(new AccessRevoked(user, "guests stay for a moment", PersonId.HOUSE));
        assertThat(log.stream(user.toString()).getLast().metadata())
                .containsEntry("client", "process:guests")
                .containsEntry("user", "tallybook");
        await(() -> count("association_value_entry", "association_value = 'user:guest'") == 0);
        await(() -> count("scheduled_tasks", "execution_time < now() + interval '1 day'") == 0);
    }

    @Test
    void aBatchThatIsRolledBackLeavesNeitherProcessNorDeadlineNorAMovedToken() {
        int deadlines = count("scheduled_tasks", "true");
        brokenCommits.set(true);
        assertThat(grant(new UserId("lodger")).outcome()).isEqualTo(Outcome.ACCEPTED);
        long position = log.head();
        await(() -> tries.get() >= 2);
        assertThat(standstills.now()).anySatisfy(standstill -> {
            assertThat(standstill.processor()).isEqualTo("process-guests");
            assertThat(standstill.failure()).isEqualTo("the commit fails");
        });
        assertThat(count("scheduled_tasks", "true")).isEqualTo(deadlines);
        assertThat(count("association_value_entry", "association_value = 'user:lodger'"))
                .isZero();
        assertThat(token()).isLessThan(position);

        brokenCommits.set(false);

        await(() -> token() >= position);
        assertThat(count("scheduled_tasks", "true")).isEqualTo(deadlines + 1);
        assertThat(count("association_value_entry", "association_value = 'user:lodger'"))
                .isOne();
    }

    private long token() {
        return database.select(DSL.field("(convert_from(token, 'UTF8')::json->>'globalIndex')::bigint", Long.class))
                .from("token_entry")
                .where("processor_name = 'process-guests'")
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    @Test
    void aProjectionThatFailsStopsAndTriesAgainAndSkipsNothing() {
        List<String> users = List.of("first", "trouble", "last");
        users.forEach(user -> grant(new UserId(user)));
        await(() -> stubborn.handled().contains("last"));
        assertThat(stubborn.handled().stream().filter(users::contains)).containsExactlyElementsOf(users);
        assertThat(stubborn.failures()).isEqualTo(2);
        assertThat(standstills.now())
                .as("what has passed stands still no more")
                .noneMatch(standstill -> standstill.processor().equals("view-stubborn"));
    }

    private Answer grant(UserId user) {
        return door.send(
                new GrantAccess(user, ANN, Set.of(Role.VIEWER), 0, ANN, AT),
                Caller.person(new UserId("ann"), ANN, Set.of(Role.ADMIN), "api"));
    }

    private int count(String table, String condition) {
        return database.fetchCount(DSL.table(table), DSL.condition(condition));
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it did not happen in time").isBefore(end);
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a guest's rights away again after a moment. */
    @ProcessingGroup("process-guests")
    public static class GuestVisit {
        private @Nullable UserId guest;
        private int seen;

        // Axon calls it from its own package
        public GuestVisit() {}

        @StartSaga
        @SagaEventHandler(associationProperty = "user")
        void on(AccessGranted event, DeadlineManager deadlines) {
            guest = event.user();
            seen++;
            if (event.user().value().equals("guest")) {
                deadlines.schedule(Duration.ofMillis(300), "guest-leaves");
            }
            if (event.user().value().equals("lodger")) {
                deadlines.schedule(Duration.ofDays(300), "guest-leaves");
                // after rows, token and deadline are written, before they are committed
                CurrentUnitOfWork.get().root().onCommit(unit -> breakIfAsked());
            }
        }

        private static void breakIfAsked() {
            if (brokenCommits.get()) {
                tries.incrementAndGet();
                throw new IllegalStateException("the commit fails");
            }
        }

        // the first parameter must be the message: Axon takes any other for the payload and passes the deadline by in
        // silence
        @DeadlineHandler(deadlineName = "guest-leaves")
        void leave(DeadlineMessage<?> deadline, CommandDoor door) {
            Answer answer = door.send(
                    new RevokeAccess(Objects.requireNonNull(guest), "guests stay for a moment", PersonId.HOUSE, AT),
                    Caller.process("guests"));
            assertThat(answer.done()).isTrue();
        }

        @EndSaga
        @SagaEventHandler(associationProperty = "user")
        void on(AccessRevoked event) {
            seen++;
        }
    }

    /** Fails twice on one event, as a projection with a passing trouble does. */
    @ProcessingGroup("view-stubborn")
    static class Stubborn {
        // a set, because a rolled-back batch comes again
        private final Set<String> handled = new LinkedHashSet<>();
        private int failures;

        @EventHandler
        synchronized void on(AccessGranted event) {
            if (event.user().value().equals("trouble") && failures < 2) {
                failures++;
                throw new IllegalStateException("not yet");
            }
            handled.add(event.user().value());
        }

        synchronized List<String> handled() {
            return List.copyOf(handled);
        }

        synchronized int failures() {
            return failures;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventLogConfiguration.class)
    static class Wiring {
        @Bean(destroyMethod = "close")
        DataSource database() {
            HikariConfig config = new HikariConfig();
            config.setDataSource(TestDatabase.fresh().app());
            return new HikariDataSource(config);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AggregateClasses aggregateClasses() {
            return new AggregateClasses(List.of(Grant.class));
        }

        @Bean
        Stubborn stubborn() {
            return new Stubborn();
        }

        @Bean
        ConfigurerModule guests() {
            return configurer -> configurer.eventProcessing().registerSaga(GuestVisit.class);
        }
    }
}
