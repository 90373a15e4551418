package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.StoredEvent;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However the events are cut into batches, and even if each comes twice, the rows are the same. */
class RepeatTest extends ViewsTest {
    @Autowired
    List<Projection> projections;

    @Test
    void makesTheSameRowsOfEveryBatchingAndOfRepeats() throws SQLException {
        sample().wholeMonth().reopened(2);
        seen();
        List<StoredEvent> events = events();
        Map<String, List<String>> once = rows(events, events.size(), 1);
        long seed = System.nanoTime();
        RandomGenerator random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            int batch = 1 + random.nextInt(60);
            int times = 1 + round % 2;
            assertThat(rows(events, batch, times))
                    .as("seed %d, batches of %d, each event %d times", seed, batch, times)
                    .isEqualTo(once);
        }
    }

    private List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>();
        List<StoredEvent> next = log.after(0, 1_000);
        while (!next.isEmpty()) {
            events.addAll(next);
            next = log.after(next.getLast().position(), 1_000);
        }
        return events;
    }

    /** The rows of every table of a database of its own. */
    private Map<String, List<String>> rows(List<StoredEvent> events, int size, int times) throws SQLException {
        try (Connection connection = TestDatabase.fresh().app().getConnection()) {
            return rows(DSL.using(connection, SQLDialect.POSTGRES), events, size, times);
        }
    }

    private Map<String, List<String>> rows(DSLContext fresh, List<StoredEvent> events, int size, int times) {
        for (Projection projection : projections) {
            for (int from = 0; from < events.size(); from += size) {
                List<StoredEvent> batch = events.subList(from, Math.min(events.size(), from + size));
                fresh.transaction(work -> feed(projection, projection.begin().apply(work.dsl()), batch, times));
            }
        }
        return projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .collect(Collectors.toMap(
                        Table::getName,
                        table -> fresh.fetch(table).stream()
                                .map(Record::toString)
                                .sorted()
                                .toList()));
    }

    private static void feed(Projection projection, Projection.Batch batch, List<StoredEvent> events, int times) {
        for (StoredEvent event : events) {
            for (int i = 0; i < times && projection.listensTo(event.event().getClass()); i++) {
                batch.on(
                        event.event(),
                        new At(event.position(), event.eventId(), event.stream(), event.sequence(), event.time()));
            }
        }
        batch.end();
    }
}
