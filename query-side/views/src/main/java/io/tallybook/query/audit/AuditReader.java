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

/** Reads the log itself; what a filter asks of the metadata is looked for event by event. */
final class AuditReader implements AuditQueries {
    private static final int MOST_IN_CHAIN = 1_000;
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
                .orderBy(EVENTS.POSITION.desc())
                .limit(page.limit() + 1)
                .fetch(AuditReader::entry);
        return Cursor.page(rows, page, e -> Cursor.of(e.position()));
    }

    private static Condition where(AuditFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, filter.stream(), EVENTS.STREAM::eq);
        add(conditions, filter.streamType(), EVENTS.STREAM_TYPE::eq);
        add(conditions, filter.type(), EVENTS.TYPE::eq);
        add(conditions, filter.user(), user -> word("user").eq(user.value()));
        add(conditions, filter.from(), EVENTS.TIME::ge);
        add(conditions, filter.to(), EVENTS.TIME::lt);
        return DSL.and(conditions);
    }

    private static <T> void add(List<Condition> conditions, @Nullable T value, Function<T, Condition> condition) {
        if (value != null) {
            conditions.add(condition.apply(value));
        }
    }

    /** A word of the metadata. */
    private static Field<String> word(String key) {
        return DSL.field("convert_from({0}, 'UTF8')::jsonb ->> {1}", String.class, EVENTS.METADATA, DSL.inline(key));
    }

    @Override
    public Optional<AuditEntry> event(long position) {
        return db.selectFrom(EVENTS).where(EVENTS.POSITION.eq(position)).fetchOptional(AuditReader::entry);
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

    private static AuditEntry entry(EventsRecord row) {
        Map<String, String> words = new TreeMap<>(JSON.readValue(row.getMetadata(), WORDS));
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
                words.get("causation"),
                words,
                new String(row.getPayload(), StandardCharsets.UTF_8));
    }
}
