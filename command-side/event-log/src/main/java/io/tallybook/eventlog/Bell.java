package io.tallybook.eventlog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes the event processors of this program when there is something to read, so that none has to look again and again. */
final class Bell {
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();

    void add(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    void remove(Runnable sleeper) {
        sleepers.remove(sleeper);
    }

    void ring() {
        sleepers.forEach(Runnable::run);
    }
}
