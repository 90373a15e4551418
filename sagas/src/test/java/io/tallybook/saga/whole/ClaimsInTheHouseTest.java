package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.Claim;
import io.tallybook.eventlog.Claims;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessEvent.CommandRefused;
import io.tallybook.messages.processing.ClaimEvent.StaleClaimCleared;
import io.tallybook.messages.processing.ClaimId;
import io.tallybook.migrations.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds what, on a real database: what a node left behind is let go by an Admin, what a node works on never is. */
class ClaimsInTheHouseTest {
    private static final ClaimId LIVE = ClaimId.ofSegment("process-close-timetable", 0);
    /** Of a processor that no node of this version runs, so that nobody takes it up by himself. */
    private static final ClaimId LEFT = ClaimId.ofSegment("process-retired", 0);

    private static final ClaimId TASK = ClaimId.ofTask("retired-task", "one");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final TestDatabase database = TestDatabase.fresh();

    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void aNodeThatWorksAndWhatAnotherLeftBehind() throws SQLException {
        house = House.open(database, directory, "one");
        long end = System.nanoTime() + House.PATIENCE.toNanos();
        while (holder(LIVE) == null) {
            assertThat(System.nanoTime()).isLessThan(end);
            House.pause();
        }
        change("insert into token_entry (processor_name, segment, token, token_type, timestamp, owner)"
                + " select 'process-retired', 0, token, token_type, '2024-11-01T06:00:00.000Z', 'killed'"
                + " from token_entry where processor_name = 'process-close-timetable' and segment = 0");
        change("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                + " last_heartbeat, version) values ('retired-task', 'one', now() - interval '2 hours', true,"
                + " 'killed', now() - interval '1 hour', 7)");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void tellsWhoHoldsWhatSinceWhenAndWhetherTheyLive() {
        Instant aMoment = Instant.now().minus(Duration.ofMinutes(5));
        assertThat(claim(LIVE)).satisfies(claim -> {
            assertThat(claim.holder()).isEqualTo("one");
            assertThat(claim.since()).isAfter(aMoment);
            assertThat(claim.lastSign()).isAfter(aMoment);
            assertThat(claim.stale()).isFalse();
        });
        assertThat(claim(LEFT).stale()).isTrue();
        assertThat(claim(TASK).stale()).isTrue();
        assertThat(claims().of("process-retired")).containsExactly(claim(LEFT));
    }

    @Test
    void aNodeThatWorksIsRobbedOfNothingAndTheAttemptIsInTheLog() {
        Answer answer = clear(LIVE, Role.ADMIN);

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.rule()).isEqualTo("claim-is-live");
        assertThat(answer.sentence()).contains("one holds it");
        assertThat(holder(LIVE)).isEqualTo("one");
        assertThat(house.all(CommandRefused.class))
                .extracting(CommandRefused::rule)
                .containsExactly("claim-is-live");
    }

    /** Whatever its time says: somebody is writing the row. */
    @Test
    void aRowThatIsBeingWrittenBelongsToANodeThatWorks() throws SQLException {
        try (Connection other = database.app().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from token_entry where processor_name = 'process-retired' for update");

            assertThat(clear(LEFT, Role.ADMIN).rule()).isEqualTo("claim-is-live");
            other.rollback();
        }
        assertThat(holder(LEFT)).isEqualTo("killed");
    }

    @Test
    void onlyAnAdminClearsAndOnlyWithAReason() {
        assertThat(clear(LEFT, Role.OPERATOR).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThatThrownBy(() -> claims().clear(LEFT, " ", ada(Role.ADMIN))).isInstanceOf(Invalid.class);

        assertThat(holder(LEFT)).as("what is not recorded is not released").isEqualTo("killed");
        assertThat(house.all(StaleClaimCleared.class)).isEmpty();
    }

    @Test
    void whatANodeLeftBehindIsLetGoRecordedAndTakenUpByAnother() {
        TokenStore two = patient("two");
        assertThatThrownBy(() -> take(two)).isInstanceOf(UnableToClaimTokenException.class);

        assertThat(clear(LEFT, Role.ADMIN).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(house.all(LEFT, StaleClaimCleared.class))
                .containsExactly(new StaleClaimCleared(
                        LEFT,
                        "killed",
                        Instant.parse("2024-11-01T06:00:00Z"),
                        "the node is gone",
                        new PersonId("ada")));
        assertThat(clear(LEFT, Role.ADMIN).outcome()).isEqualTo(Outcome.NOT_FOUND);
        take(two);
        assertThat(holder(LEFT)).isEqualTo("two");
    }

    @Test
    void aTaskIsLetGoLikewise() {
        assertThat(clear(TASK, Role.ADMIN).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(house.all(TASK, StaleClaimCleared.class)).hasSize(1);
        assertThat(claims().all()).extracting(Claim::claim).doesNotContain(TASK);
        assertThat(clear(TASK, Role.ADMIN).outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(house.count("scheduled_tasks where task_name = 'retired-task' and not picked and version = 8"))
                .isOne();
    }

    /** Whose claims last a day: it takes nothing that another holds. */
    private TokenStore patient(String node) {
        return JdbcTokenStore.builder()
                .connectionProvider(house.bean(ConnectionProvider.class))
                .serializer(house.bean(Serializer.class))
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .contentType(byte[].class)
                .claimTimeout(Duration.ofDays(100_000))
                .nodeId(node)
                .build();
    }

    private void take(TokenStore store) {
        house.bean(TransactionManager.class).executeInTransaction(() -> store.fetchToken("process-retired", 0));
    }

    private Claims claims() {
        return house.bean(Claims.class);
    }

    private Claim claim(ClaimId id) {
        return claims().all().stream()
                .filter(claim -> claim.claim().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String holder(ClaimId id) {
        return claims().of(id.name()).stream()
                .map(Claim::holder)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Answer clear(ClaimId id, Role role) {
        return claims().clear(id, "the node is gone", ada(role));
    }

    private static Caller ada(Role role) {
        return Caller.person(new UserId("ada"), new PersonId("ada"), Set.of(role), "test");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
