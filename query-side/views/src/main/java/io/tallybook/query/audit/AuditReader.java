package io.tallybook.query.audit;

import static io.tallybook.migrations.jooq.Tables.EVENTS;

import io.tallybook.eventlog.EventTypes;
import io.tallybook.messages.UserId;
import io.tallybook.migrations.jooq.tables.records.EventsRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log itself, by indexes of its own on event, user and correlation; a time is looked up among positions. */
final class AuditReader implements AuditQueries {
    /** How far apart the clocks of two writing nodes may be: within it, a later position may have an earlier time. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;

    AuditReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public Page<AuditEntry> events(AuditFilter filter, PageRequest page) {
        List<AuditEntry> rows = db.selectFrom(EVENTS)
                .where(where(filter))
                .and(EVENTS.POSITION.lt(Cursor.position(page, Long.MAX_VALUE)))
                .orderBy(filter.stream() == null ? EVENTS.POSITION.desc() : EVENTS.SEQUENCE.desc())
                .limit(page.limit() + 1)
                .fetch(AuditReader::entry);
        return Cursor.page(rows, page, e -> Cursor.of(e.position()));
    }

    private Condition where(AuditFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, filter.stream(), EVENTS.STREAM::eq);
        add(conditions, filter.type(), EVENTS.TYPE::eq);
        add(conditions, filter.user(), user -> word("user").eq(user.value()));
        add(conditions, filter.from(), EVENTS.TIME::ge);
        add(conditions, filter.to(), EVENTS.TIME::lt);
        add(conditions, filter.from(), from -> EVENTS.POSITION.ge(positionAt(from.minus(CLOCKS_DIFFER))));
        add(conditions, filter.to(), to -> EVENTS.POSITION.lt(positionAt(to.plus(CLOCKS_DIFFER))));
        add(conditions, filter.fromPosition(), EVENTS.POSITION::ge);
        add(conditions, filter.toPosition(), EVENTS.POSITION::lt);
        return DSL.and(conditions);
    }

    private static <T> void add(List<Condition> conditions, @Nullable T value, Function<T, Condition> condition) {
        if (value != null) {
            conditions.add(condition.apply(value));
        }
    }

    /** Where the log stood at that time: positions are dense and follow the clock, so halving finds it. */
    private long positionAt(Instant time) {
        long low = 1;
        long high = db.select(DSL.coalesce(DSL.max(EVENTS.POSITION), 0L))
                        .from(EVENTS)
                        .fetchSingle()
                        .value1()
                + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Instant there = db.select(EVENTS.TIME)
                    .from(EVENTS)
                    .where(EVENTS.POSITION.eq(middle))
                    .fetchSingle()
                    .value1();
            if (there.isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A word of the metadata, written as its index has it. */
    private static Field<String> word(String key) {
        return DSL.field("metadata_word({0}, {1})", String.class, EVENTS.METADATA, DSL.inline(key));
    }

    @Override
    public Optional<AuditEvent> event(long position) {
        return db.selectFrom(EVENTS).where(EVENTS.POSITION.eq(position)).fetchOptional(AuditReader::event);
    }

    @Override
    public List<AuditEntry> chain(String correlation) {
        return db.selectFrom(EVENTS)
                .where(word("correlation").eq(correlation))
                .orderBy(EVENTS.POSITION)
                .limit(MOST_IN_CHAIN)
                .fetch(AuditReader::entry);
    }

    @Override
    public List<String> types() {
        return EventTypes.all().stream()
                .map(EventTypes.EventType::name)
                .sorted()
                .toList();
    }

    private static AuditEvent event(EventsRecord row) {
        return new AuditEvent(entry(row), metadata(row), new String(row.getPayload(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> metadata(EventsRecord row) {
        return new TreeMap<>(JSON.readValue(row.getMetadata(), WORDS));
    }

    private static AuditEntry entry(EventsRecord row) {
        Map<String, String> words = metadata(row);
        return new AuditEntry(
                row.getPosition(),
                row.getEventId(),
                row.getStream(),
                row.getStreamType(),
                row.getSequence(),
                row.getTime(),
                row.getType(),
                row.getRevision(),
                Columns.maybe(words.get("user"), UserId::new),
                words.get("client"),
                words.get("reason"),
                words.get("correlation"),
                words.get("causation"));
    }
}
