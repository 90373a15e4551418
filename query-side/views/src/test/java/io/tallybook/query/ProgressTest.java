package io.tallybook.query;

import static io.tallybook.migrations.jooq.Tables.PROJECTION_PROGRESS;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import io.tallybook.query.ViewProgress.ProjectionProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;

/** A page waits until what its order did is seen, and no longer. */
class ProgressTest extends ViewsTest {
    @Test
    void isThroughOnceEveryProjectionThatListensHasHandledThePosition() {
        Sample sample = sample().system();
        assertThat(progress.await(log.head(), Duration.ofSeconds(30))).isTrue();
        assertThat(db.fetchExists(VIEW_POINT, VIEW_POINT.POINT.eq(sample.north.value())))
                .isTrue();
        assertThat(progress.projections()).hasSize(21).allSatisfy(p -> {
            assertThat(p.name()).startsWith("view-");
            assertThat(p.lag()).as(p.name()).isZero();
            assertThat(p.failure()).as(p.name()).isNull();
        });
        assertThat(progress.projections())
                .filteredOn(p -> p.name().equals("view-network"))
                .singleElement()
                .extracting(ProjectionProgress::position)
                .isNotEqualTo(0L);
    }

    @Test
    void isThroughAtOnceWithWhatNobodyListensTo() {
        seen();
        new Told(store).by("user:x" + log.head(), new AccessRevoked(new UserId("x"), "left", Sample.ANN));
        assertThat(progress.await(log.head(), Duration.ZERO)).isTrue();
    }

    /** Asked for more than there is, it remembers no more than there was: what comes afterwards is waited for. */
    @Test
    void isAskedAheadOfTheLogAndStillWaitsForWhatComes() {
        sample().system();
        seen();
        assertThat(progress.await(log.head() + 1_000, Duration.ZERO)).isTrue();

        db.update(PROJECTION_PROGRESS)
                .set(PROJECTION_PROGRESS.POSITION, 0L)
                .where(PROJECTION_PROGRESS.PROJECTION.eq("view-network"))
                .execute();

        assertThat(progress.await(log.head(), Duration.ZERO))
                .as("a projection that begins anew is waited for")
                .isFalse();
        assertThat(progress.projections())
                .filteredOn(p -> p.name().equals("view-network"))
                .singleElement()
                .satisfies(p -> assertThat(p.lag()).isPositive());
        long before = log.head();
        sample().system();
        seen();
        db.update(PROJECTION_PROGRESS)
                .set(PROJECTION_PROGRESS.POSITION, before)
                .where(PROJECTION_PROGRESS.PROJECTION.eq("view-network"))
                .execute();
        assertThat(progress.await(log.head(), Duration.ZERO))
                .as("what came after it was asked ahead is waited for, too")
                .isFalse();
        sample().system();
        seen();
    }

    @Test
    void waitsAtMostThirtySeconds() {
        assertThatThrownBy(() -> progress.await(1, Duration.ofSeconds(31))).isInstanceOf(Invalid.class);
    }

    @Test
    void tellsEveryBatchOnTheChannelWithTopicAndPosition() throws SQLException {
        try (Connection listening = source.getConnection();
                java.sql.Statement listen = listening.createStatement()) {
            listen.execute("listen tallybook");
            sample().system();
            seen();
            List<String> heard = Stream.of(listening.unwrap(PGConnection.class).getNotifications(1_000))
                    .map(PGNotification::getParameter)
                    .toList();
            assertThat(heard)
                    .anyMatch(word -> word.matches("network:[0-9]+"))
                    .anyMatch(word -> word.matches("price:[0-9]+"));
        }
    }

    @Autowired
    DataSource source;
}
