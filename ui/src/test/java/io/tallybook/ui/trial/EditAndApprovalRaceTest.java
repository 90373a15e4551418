package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Aggregates;
import io.tallybook.eventlog.AggregateClasses;
import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventLogConfiguration;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.whole.House;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Eve edits a close and signs it at the same moment, from two threads through the door, on the real log; over and over, each
 * time another close. An edit stands when it is in the log: it makes her a contributor. A signature stands when no later event
 * voids it. In no close may both stand, whichever came first.
 */
@SpringBootTest(
        classes = EditAndApprovalRaceTest.Wiring.class,
        properties = {
            "tallybook.data=target/race-test",
            "spring.main.web-application-type=none",
            // the application's settings name health contributors that only it has
            "management.endpoint.health.validate-group-membership=false"
        })
class EditAndApprovalRaceTest {
    private static final int RACES = Integer.getInteger("tallybook.trial.races", 250);
    private static final int AT_ONCE = 8;
    private static final int LONGEST_HEAD_START_NANOS = 2_000_000;

    /** A decision is two orders, each a commit: a signature comes before, between and after them. */
    private static final int LONGEST_WAIT_FOR_A_DECISION_NANOS = 250_000_000;

    private static final PersonId EVE = new PersonId("eve");
    private static final PersonId BOB = new PersonId("bob");

    /** What eve does beside signing. */
    private enum Edit {
        RESTARTS_BEFORE_ANYBODY_SIGNED,
        RESTARTS_WHEN_BOB_HAS_SIGNED,
        LEAVES_OUT_WHAT_IS_LATE,
        TAKES_IN_WHAT_IS_LATE
    }

    /** How a race ended. */
    private enum End {
        ONLY_THE_SIGNATURE_STANDS,
        ONLY_THE_EDIT_STANDS,
        THE_EDIT_VOIDED_THE_SIGNATURE
    }

    @Autowired
    CommandDoor door;

    @Autowired
    EventReader log;

    @Test
    void noRaceEndsWithBothStanding() throws Exception {
        List<ReadyClose> closes =
                IntStream.range(0, RACES).mapToObj(ReadyClose::new).toList();
        door.sendAll(
                closes.stream().flatMap(close -> close.orders().stream()).toList(),
                caller("house", Role.PROCESS, Role.ACCOUNTANT));
        Map<Edit, Map<End, Integer>> ends = new EnumMap<>(Edit.class);
        try (ExecutorService runners = Executors.newFixedThreadPool(AT_ONCE);
                ExecutorService hands = Executors.newCachedThreadPool()) {
            List<Future<End>> races = closes.stream()
                    .map(close -> runners.submit(() -> race(close, hands)))
                    .toList();
            for (ReadyClose close : closes) {
                ends.computeIfAbsent(editOf(close), edit -> new EnumMap<>(End.class))
                        .merge(races.get(close.number()).get(), 1, Integer::sum);
            }
        }
        System.out.println("edit and approval raced " + RACES + " times: " + ends);
        // where one of them always wins there is no race
        assertThat(ends).containsOnlyKeys(Edit.values());
        assertThat(ends.values()).allSatisfy(ways -> assertThat(ways).hasSizeGreaterThan(1));
    }

    private End race(ReadyClose close, ExecutorService hands) throws Exception {
        Edit edit = editOf(close);
        Sha256 pack = packHash(close.id());
        if (edit == Edit.RESTARTS_WHEN_BOB_HAS_SIGNED) {
            assertThat(approve(close.id(), pack, BOB).done()).isTrue();
        }
        Random random = new Random(close.number());
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Answer> edited =
                hands.submit(from(start, random.nextInt(LONGEST_HEAD_START_NANOS), () -> edit(edit, close.id())));
        Future<Answer> approved = hands.submit(
                from(start, random.nextInt(longestWait(edit)), () -> approveForGood(close.id(), edit, pack)));
        End end = judge(close, edit, edited.get(60, TimeUnit.SECONDS), approved.get(60, TimeUnit.SECONDS));
        if (edit == Edit.LEAVES_OUT_WHAT_IS_LATE && end != End.ONLY_THE_SIGNATURE_STANDS) {
            // only this decision leaves the pack as it is: what refuses her from now on is her own hand, not the want
            // of a pack
            assertThat(approve(close.id(), pack, EVE).rule()).isEqualTo("contributor-may-not-approve");
        }
        return end;
    }

    private static Edit editOf(ReadyClose close) {
        return Edit.values()[close.number() % Edit.values().length];
    }

    private static int longestWait(Edit edit) {
        return switch (edit) {
            case RESTARTS_BEFORE_ANYBODY_SIGNED, RESTARTS_WHEN_BOB_HAS_SIGNED -> LONGEST_HEAD_START_NANOS;
            case LEAVES_OUT_WHAT_IS_LATE, TAKES_IN_WHAT_IS_LATE -> LONGEST_WAIT_FOR_A_DECISION_NANOS;
        };
    }

    /** Neither always wins: each waits for a while of its own. */
    private static Callable<Answer> from(CyclicBarrier start, int waitNanos, Callable<Answer> deed) {
        return () -> {
            start.await(60, TimeUnit.SECONDS);
            LockSupport.parkNanos(waitNanos);
            return deed.call();
        };
    }

    private Answer edit(Edit edit, CloseId close) {
        return switch (edit) {
            case RESTARTS_BEFORE_ANYBODY_SIGNED, RESTARTS_WHEN_BOB_HAS_SIGNED ->
                send(Role.ACCOUNTANT, new RestartClose(close, "a contract was wrong", EVE, House.now()));
            case LEAVES_OUT_WHAT_IS_LATE -> decide(close, LateDecision.LEAVE);
            case TAKES_IN_WHAT_IS_LATE -> decide(close, LateDecision.THAW);
        };
    }

    private Answer decide(CloseId close, LateDecision decision) {
        door.send(
                new NoteLateQuantities(close, ReadyClose.POINT, "late file", House.now()),
                Caller.process("area-figures"));
        return send(
                Role.ACCOUNTANT,
                new DecideLateQuantities(close, ReadyClose.POINT, decision, "as agreed", EVE, House.now()));
    }

    /** When bob has signed hers is the second, and the relays say at once that there is no more news: it counts. */
    private Answer approveForGood(CloseId close, Edit edit, Sha256 pack) {
        Answer answer = approve(close, pack, EVE);
        if (answer.done() && edit == Edit.RESTARTS_WHEN_BOB_HAS_SIGNED) {
            IntStream.rangeClosed(1, 2)
                    .forEach(round -> door.sendAll(
                            Stream.of(NewsRelay.values())
                                    .map(relay -> new ConfirmNoNews(close, 1, round, relay, House.now()))
                                    .toList(),
                            Caller.process("relays")));
        }
        return answer;
    }

    private Answer approve(CloseId close, Sha256 pack, PersonId by) {
        return send(Role.APPROVER, new ApproveClose(close, pack, by, House.now()));
    }

    private End judge(ReadyClose close, Edit edit, Answer edited, Answer approved) {
        String what = close.id() + " " + edit + ": " + edited + ", " + approved;
        Signed signed = Signed.of(log.stream(close.id().toString()).stream()
                .map(StoredEvent::event)
                .toList());
        assertThat(signed.both()).as(what).isEmpty();
        assertThat(signed.complete()).as(what).isEqualTo(signed.standing().size() == 2);
        // what was answered is what is in the log
        assertThat(List.of(edited.outcome(), approved.outcome()))
                .as(what)
                .isSubsetOf(Outcome.ACCEPTED, Outcome.REFUSED);
        assertThat(signed.hands().contains(EVE)).as(what).isEqualTo(edited.done());
        assertThat(signed.everSigned().contains(EVE)).as(what).isEqualTo(approved.done());
        if (signed.standing().contains(EVE)) {
            return End.ONLY_THE_SIGNATURE_STANDS;
        }
        return signed.everSigned().contains(EVE) ? End.THE_EDIT_VOIDED_THE_SIGNATURE : End.ONLY_THE_EDIT_STANDS;
    }

    private Sha256 packHash(CloseId close) {
        return log.stream(close.toString()).stream()
                .map(StoredEvent::event)
                .filter(PackReady.class::isInstance)
                .map(PackReady.class::cast)
                .findFirst()
                .orElseThrow()
                .packHash();
    }

    private Answer send(Role role, Command command) {
        return door.send(command, caller("eve", role));
    }

    private static Caller caller(String user, Role... roles) {
        return Caller.person(new UserId(user), new PersonId(user), Set.of(roles), "test");
    }

    /** The command side alone: here the test gives the processes' orders. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventLogConfiguration.class)
    static class Wiring {
        @Bean
        DataSource database() {
            return TestDatabase.fresh().app();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AggregateClasses aggregateClasses() {
            return new AggregateClasses(Aggregates.ALL);
        }
    }
}
