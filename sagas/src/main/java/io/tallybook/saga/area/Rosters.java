package io.tallybook.saga.area;

import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pinned rosters, read from the log: a process of at most 4 KiB cannot carry 256 points. The first roster of an attempt
 * is the one its process runs on. What is kept is a cache of written facts.
 */
public class Rosters {
    static final int MOST_KEPT = 32;

    private record Key(AreaId area, CloseId close, int attempt) {}

    private final EventReader log;
    private final Map<Key, AreaRosterPinned> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, AreaRosterPinned> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public Rosters(EventReader log) {
        this.log = log;
    }

    /** @throws IllegalStateException when the attempt was never pinned, which only a damaged log can cause */
    synchronized AreaRosterPinned of(AreaId area, CloseId close, int attempt) {
        return kept.computeIfAbsent(new Key(area, close, attempt), this::read);
    }

    /** The points whose gas is allocated in that attempt: in force in the period and no storage. */
    public Set<PointId> flowPoints(AreaId area, CloseId close, int attempt) {
        return AreaOrders.flowPoints(of(area, close, attempt)).collect(Collectors.toSet());
    }

    /** The terms that attempt was given of every contract on the roster that has answered it. */
    List<ContractPinned> terms(AreaRosterPinned roster) {
        return roster.contracts().stream()
                .flatMap(contract -> log.stream(contract.toString()).stream()
                        .map(stored -> stored.event())
                        .filter(ContractPinned.class::isInstance)
                        .map(ContractPinned.class::cast)
                        .filter(e -> e.closeId().equals(roster.closeId()) && e.attempt() == roster.attempt())
                        .limit(1))
                .toList();
    }

    private AreaRosterPinned read(Key key) {
        return log.stream(key.area().toString()).stream()
                .map(stored -> stored.event())
                .filter(AreaRosterPinned.class::isInstance)
                .map(AreaRosterPinned.class::cast)
                .filter(e -> e.closeId().equals(key.close()) && e.attempt() == key.attempt())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no roster was pinned for " + key));
    }
}
