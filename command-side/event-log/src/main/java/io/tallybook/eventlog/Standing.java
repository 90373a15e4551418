package io.tallybook.eventlog;

import static io.tallybook.migrations.jooq.Tables.ASSOCIATION_VALUE_ENTRY;
import static io.tallybook.migrations.jooq.Tables.LOG_HEAD;
import static io.tallybook.migrations.jooq.Tables.SAGA_ENTRY;
import static io.tallybook.migrations.jooq.Tables.TOKEN_ENTRY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jooq.DSLContext;

/**
 * Where all processes stood at one moment: the head of the log, the place of each processor, the running processes. A process,
 * its place and its row are written in one transaction, so one look at all three is whole.
 */
final class Standing {
    private record Place(String processor, int segment, TrackingToken token) {}

    private record Process(String id, Class<?> type, Object process, Set<AssociationValue> associations) {}

    private final long head;
    private final List<Place> places;
    private final List<Process> processes;

    private Standing(long head, List<Place> places, List<Process> processes) {
        this.head = head;
        this.places = places;
        this.processes = processes;
    }

    /** @param database within a transaction that sees one moment (REPEATABLE READ) */
    static Standing read(DSLContext database, Serializer serializer) {
        long head = database.selectFrom(LOG_HEAD).fetchSingle().getPosition();
        List<Place> places = database.selectFrom(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.TOKEN.isNotNull())
                .fetch(row -> new Place(
                        row.getProcessorName(),
                        row.getSegment(),
                        read(serializer, row.getToken(), row.getTokenType())));
        Map<String, Set<AssociationValue>> associations = database.selectFrom(ASSOCIATION_VALUE_ENTRY).fetch().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getSagaId(),
                        Collectors.mapping(
                                row -> new AssociationValue(row.getAssociationKey(), row.getAssociationValue()),
                                Collectors.toSet())));
        List<Process> processes = database.selectFrom(SAGA_ENTRY).fetch(row -> {
            Object process = read(serializer, row.getSerializedSaga(), row.getSagaType());
            return new Process(
                    row.getSagaId(), process.getClass(), process, associations.getOrDefault(row.getSagaId(), Set.of()));
        });
        return new Standing(head, places, processes);
    }

    private static <T> T read(Serializer serializer, byte[] bytes, String type) {
        return serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, type, null));
    }

    long head() {
        return head;
    }

    /** A store in memory in which every processor stands where it stood. */
    InMemoryTokenStore tokens() {
        InMemoryTokenStore store = new InMemoryTokenStore();
        Map<String, List<Place>> byProcessor =
                places.stream().collect(Collectors.groupingBy(Place::processor, TreeMap::new, Collectors.toList()));
        byProcessor.forEach((processor, segments) -> {
            store.initializeTokenSegments(processor, segments.size());
            segments.forEach(place -> store.storeToken(place.token(), processor, place.segment()));
        });
        return store;
    }

    /** A store in memory with every process as it was. */
    InMemorySagaStore sagas() {
        InMemorySagaStore store = new InMemorySagaStore();
        processes.forEach(one -> store.insertSaga(one.type(), one.id(), one.process(), Set.copyOf(one.associations())));
        return store;
    }
}
