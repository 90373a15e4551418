package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.AccessEvent.CommandRefused;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.migrations.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole module wired as the application wires it, on a real database; long, for each answer of the door is one test. */
@SpringBootTest(
        classes = DoorTest.Wiring.class,
        properties = {"tallybook.data=target/door-test", "spring.main.web-application-type=none"})
class DoorTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final Instant AT = Instant.parse("2024-11-01T06:00:00Z");
    private static final PersonId ANN = new PersonId("ann");
    private static final Caller ADMIN = Caller.person(new UserId("ann"), ANN, Set.of(Role.ADMIN), "api");

    @Autowired
    CommandDoor door;

    @Autowired
    EventReader log;

    @Autowired
    Listener listener;

    @Autowired
    TestDatabase database;

    private final UserId user = new UserId("user-" + USERS.incrementAndGet());

    @Test
    void acceptsAndSaysWhereTheEventStands() {
        Answer answer = door.send(grant(Role.VIEWER), ADMIN);
        assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(answer.stream()).isEqualTo(user.toString());
        assertThat(answer.sequence()).isZero();
        assertThat(answer.events()).isEqualTo(1);
        assertThat(log.at(answer.position()))
                .get()
                .extracting(StoredEvent::stream)
                .isEqualTo(user.toString());
    }

    @Test
    void writesBesideTheEventWhoSentItAndHow() {
        Caller caller = ADMIN.because("new colleague").causedBy("chain", "cause");
        Answer answer = door.send(grant(Role.VIEWER), caller);
        assertThat(log.at(answer.position()).orElseThrow().metadata())
                .containsEntry("commandId", answer.commandId())
                .containsEntry("user", "ann")
                .containsEntry("role", "ADMIN")
                .containsEntry("client", "api")
                .containsEntry("reason", "new colleague")
                .containsEntry("correlation", "chain")
                .containsEntry("causation", "cause")
                .containsEntry("tenant", "default")
                .containsEntry("build", "dev");
    }

    @Test
    void saysUnchangedAndWhereTheStreamStandsWhenNothingIsNew() {
        door.send(grant(Role.VIEWER), ADMIN);
        Answer again = door.send(grant(Role.VIEWER), ADMIN);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.sequence()).isZero();
        assertThat(again.position()).isEqualTo(-1);
        assertThat(again.events()).isZero();
    }

    @Test
    void refusesByARuleAndWritesTheRefusalOncePerCommand() {
        door.send(grant(Role.VIEWER), ADMIN);
        door.send(revoke("left"), ADMIN);
        UUID id = TimeOrderedIds.next();
        Answer first = door.send(revoke("again"), withId(id));
        Answer second = door.send(revoke("again"), withId(id));
        assertThat(List.of(first.outcome(), second.outcome())).containsOnly(Outcome.REFUSED);
        assertThat(first.rule()).isEqualTo("nothing-granted");
        assertThat(first.evidence()).containsEntry("user", user.value());
        assertThat(log.stream("refusal:" + id))
                .singleElement()
                .extracting(StoredEvent::event)
                .isEqualTo(new CommandRefused(
                        id.toString(),
                        "RevokeAccess",
                        user.toString(),
                        "nothing-granted",
                        first.evidence(),
                        ANN,
                        "api"));
        assertThat(log.stream(user.toString())).hasSize(2);
    }

    @Test
    void forbidsWhoHasNoneOfTheRolesAndWritesItDown() {
        Caller viewer = Caller.person(new UserId("bob"), new PersonId("bob"), Set.of(Role.VIEWER), "web");
        Answer answer = door.send(grant(Role.ADMIN), viewer);
        assertThat(answer.outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(answer.sentence()).contains("ADMIN");
        assertThat(log.stream("refusal:" + answer.commandId())).hasSize(1);
        assertThat(log.stream(user.toString())).isEmpty();
    }

    @Test
    void saysInvalidWithTheSentence() {
        door.send(grant(Role.VIEWER), ADMIN);
        Answer answer = door.send(revoke(" "), ADMIN);
        assertThat(answer.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(answer.sentence()).isEqualTo("a reason is needed");
    }

    @Test
    void saysNotFoundWhenThereIsNoSuchAggregate() {
        assertThat(door.send(revoke("left"), ADMIN).outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void saysStaleWhenTheCallerSawAnotherSequence() {
        door.send(grant(Role.VIEWER), ADMIN);
        assertThat(door.send(grant(Role.AUDITOR), ADMIN.expecting(7L)).outcome())
                .isEqualTo(Outcome.STALE);
        assertThat(door.send(grant(Role.AUDITOR), ADMIN.expecting(0L)).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(door.send(grant(Role.VIEWER), ADMIN.expecting(0L)).outcome()).isEqualTo(Outcome.STALE);
    }

    @Test
    void saysFaultWithATraceAndNothingElseWhenTheProgramIsWrong() {
        door.send(grant(Role.VIEWER), ADMIN);
        Answer answer = door.send(revoke(Grant.BROKEN), ADMIN);
        assertThat(answer.outcome()).isEqualTo(Outcome.FAULT);
        assertThat(answer.traceId()).isNotBlank();
        assertThat(answer.sentence()).doesNotContain("programming");
    }

    @Test
    void reachesNobodyWithACommandThatHasNoHandler() {
        Command command = new PinContract(
                new io.tallybook.messages.ContractId("c"),
                new io.tallybook.messages.close.CloseId("dk/2024-10"),
                1,
                AT);
        assertThat(door.send(command, Caller.process("test")).outcome()).isEqualTo(Outcome.FAULT);
    }

    @Test
    void triesAgainWhenAnotherNodeWroteToTheStreamFirst() throws Exception {
        door.send(grant(Role.VIEWER), ADMIN);
        Answer answer = whileAnotherNodeWrites(() -> door.send(grant(Role.AUDITOR), ADMIN));
        assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(answer.sequence()).isEqualTo(2);
    }

    @Test
    void saysStaleWhenAnotherNodeWroteFirstAndTheCallerNamedASequence() throws Exception {
        door.send(grant(Role.VIEWER), ADMIN);
        Answer answer = whileAnotherNodeWrites(() -> door.send(grant(Role.AUDITOR), ADMIN.expecting(0L)));
        assertThat(answer.outcome()).isEqualTo(Outcome.STALE);
        assertThat(log.stream(user.toString())).hasSize(2);
    }

    /** Holds the head, lets the order load its aggregate and wait, writes the stream's next event, and lets go. */
    private Answer whileAnotherNodeWrites(Callable<Answer> order) throws Exception {
        try (Connection node = database.app().getConnection();
                Statement statement = node.createStatement();
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            node.setAutoCommit(false);
            statement.execute("SELECT position FROM log_head FOR UPDATE");
            Future<Answer> answer = caller.submit(order);
            Thread.sleep(500);
            statement.execute("UPDATE log_head SET position = position + 1");
            statement.execute("INSERT INTO events SELECT h.position, gen_random_uuid(), e.stream, e.stream_type,"
                    + " e.sequence + 1, e.time, e.type, e.revision, e.payload, e.metadata"
                    + " FROM log_head h, events e WHERE e.stream = '" + user + "' AND e.sequence = 0");
            node.commit();
            return answer.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysStorageFullWhenTheDiskIsFullAndGoesOnWhenThereIsRoomAgain() throws Exception {
        asOwner("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$");
        asOwner("CREATE TRIGGER full_disk BEFORE INSERT ON events EXECUTE FUNCTION full_disk()");
        Answer answer = door.send(grant(Role.VIEWER), ADMIN);
        asOwner("DROP TRIGGER full_disk ON events");
        assertThat(answer.outcome()).isEqualTo(Outcome.STORAGE_FULL);
        assertThat(door.send(grant(Role.VIEWER), ADMIN).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsTheOrderOfEachAggregateInAMixedCrowd() {
        List<Command> commands = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (int who = 0; who < 20; who++) {
                UserId target = new UserId(user.value() + "-" + who);
                commands.add(
                        new GrantAccess(target, ANN, Set.of(round % 2 == 0 ? Role.VIEWER : Role.AUDITOR), 0, ANN, AT));
            }
        }
        List<Answer> answers = door.sendAll(commands, ADMIN.on(Lane.IMPORT));
        assertThat(answers).extracting(Answer::outcome).containsOnly(Outcome.ACCEPTED);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).stream()).isEqualTo("user:" + user.value() + "-" + i % 20);
            assertThat(answers.get(i).sequence()).isEqualTo(i / 20);
        }
    }

    @Test
    void bringsEveryEventToAProcessorInOrder() throws InterruptedException {
        Answer last = door.send(grant(Role.VIEWER), ADMIN);
        for (int tries = 0; tries < 100 && listener.streams().stream().noneMatch(user.toString()::equals); tries++) {
            Thread.sleep(50);
        }
        assertThat(listener.streams()).contains(user.toString());
        assertThat(log.head()).isGreaterThanOrEqualTo(last.position());
    }

    private Caller withId(UUID id) {
        return new Caller(
                ADMIN.user(), ADMIN.person(), ADMIN.roles(), null, "api", Lane.PEOPLE, null, id, null, null, null);
    }

    private GrantAccess grant(Role role) {
        return new GrantAccess(user, ANN, Set.of(role), 0, ANN, AT);
    }

    private RevokeAccess revoke(String reason) {
        return new RevokeAccess(user, reason, ANN, AT);
    }

    @ProcessingGroup("view-test")
    static class Listener {
        private final List<String> streams = new ArrayList<>();

        @EventHandler
        synchronized void on(io.tallybook.messages.access.AccessEvent.AccessGranted event) {
            streams.add(event.user().toString());
        }

        synchronized List<String> streams() {
            return List.copyOf(streams);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventLogConfiguration.class)
    static class Wiring {
        @Bean
        TestDatabase testDatabase() {
            return TestDatabase.fresh();
        }

        @Bean
        DataSource database(TestDatabase database) {
            return database.app();
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
        Listener listener() {
            return new Listener();
        }
    }
}
