package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deadlines on a real database: they outlive the program, and come once whatever happens. */
class DeadlinesInTheHouseTest {
    /** Past the ninth business day. */
    private static final Duration LONG_AFTER = Duration.ofDays(20);

    private static final CloseStep[] NOT_DONE = {
        CloseStep.CUTOFF,
        CloseStep.COMPLETENESS,
        CloseStep.DEAD_LETTERS,
        CloseStep.FREEZE,
        CloseStep.BALANCE,
        CloseStep.ALLOCATE,
        CloseStep.VALUE,
        CloseStep.REVIEW,
        CloseStep.JOURNAL,
        CloseStep.APPROVE,
        CloseStep.POST,
        CloseStep.PUBLISH,
        CloseStep.LOCK
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aDemoCountsFromTheOpeningAndADeadlineSetBeforeAStopIsToldOnceAfterIt() {
        try (House first = House.open(database, directory)) {
            open(first);
            CloseOpened opened = first.await(Example.CLOSE, CloseOpened.class);
            assertThat(opened.dueFrom()).isEqualTo(opened.at());
            first.awaitQuiet();
            assertThat(first.count("scheduled_tasks")).isEqualTo(moments(opened));
            assertThat(first.all(StepsOverdue.class)).isEmpty();
        }
        try (House second = House.open(database, directory)) {
            second.ahead(LONG_AFTER);
            toldOnce(second);
        }
    }

    @Test
    void whatAKilledNodeHadInHandIsTakenUpByAnother() throws SQLException {
        try (House first = House.open(database, directory)) {
            open(first);
            first.await(Example.CLOSE, CloseOpened.class);
            first.awaitQuiet();
        }
        // as a node leaves it that picked the deadline and was killed before it told anyone
        change(
                "update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = now() - interval '1 hour'");
        try (House second = House.open(database, directory)) {
            second.ahead(LONG_AFTER);
            toldOnce(second);
        }
    }

    @Test
    void twoNodesTellItOnceTogether() {
        try (House one = House.open(database, directory.resolve("one"), "one");
                House two = House.open(database, directory.resolve("two"), "two")) {
            open(one);
            CloseOpened opened = one.await(Example.CLOSE, CloseOpened.class);
            one.awaitQuiet();
            assertThat(one.count("scheduled_tasks")).isEqualTo(moments(opened));
            one.ahead(LONG_AFTER);
            two.ahead(LONG_AFTER);
            toldOnce(one);
        }
    }

    /** Moments, not steps: what is due or goes up at the same time shares a deadline. */
    private static int moments(CloseOpened opened) {
        return (int) Arrays.stream(CloseStep.values())
                .map(step -> CloseTemplate.due(step, opened.dueFrom(), Example.GAS_DAY.zone(), List.of()))
                .flatMap(due -> Escalation.moments(due, CloseTerms.standard()).stream())
                .distinct()
                .count();
    }

    private static void open(House house) {
        SmallMonth month = new SmallMonth(house);
        month.setUpSystem();
        month.open();
    }

    private void toldOnce(House house) {
        house.await(Example.CLOSE, StepsOverdue.class);
        house.awaitQuiet();
        house.awaitNo("scheduled_tasks");
        assertThat(house.all(StepsOverdue.class))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.steps()).extracting(DueStep::step).containsExactly(NOT_DONE));
        assertThat(house.all(StepsEscalated.class)).singleElement().satisfies(told -> {
            assertThat(told.level()).isEqualTo(Escalation.MANAGER);
            assertThat(told.steps()).extracting(DueStep::step).containsExactly(NOT_DONE);
        });
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
