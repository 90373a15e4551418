package io.tallybook.ui.trial;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleEvent.AreaBalanceAdded;
import io.tallybook.messages.close.CloseCycleEvent.FrozenAreaAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.saga.whole.House;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hash of everything the latest attempt of a close came to, under what it is of: {@code pack}, {@code journal},
 * {@code frozen} and {@code balance} of an area, {@code statement}, {@code allocations} and {@code versions} of a shipper,
 * {@code meter} of a point.
 */
record Fingerprint(Map<String, Object> parts) {
    /** Of a close whose pack is ready. */
    static Fingerprint of(House house, GasSystem system) {
        PackReady pack = house.all(system.close(), PackReady.class).getLast();
        Map<String, Object> parts = new TreeMap<>(Map.of("pack", pack.packHash()));
        house.all(system.close(), FrozenAreaAdded.class).stream()
                .filter(e -> e.attempt() == pack.attempt())
                .forEach(e -> parts.put("frozen " + e.area().value(), e.contentHash()));
        house.all(system.close(), AreaBalanceAdded.class).stream()
                .filter(e -> e.attempt() == pack.attempt())
                .forEach(e -> parts.put("balance " + e.area().value(), e.contentHash()));
        house.all(system.close(), StatementAdded.class).stream()
                .filter(e -> e.attempt() == pack.attempt())
                .forEach(e -> {
                    parts.put("statement " + e.shipper().value(), e.contentHash());
                    parts.put("allocations " + e.shipper().value(), e.allocationsHash());
                    parts.put("versions " + e.shipper().value(), e.versions());
                });
        house.all(system.close(), JournalAdded.class).stream()
                .filter(e -> e.attempt() == pack.attempt())
                .forEach(e -> parts.put("journal", e.contentHash()));
        for (int point = 0; point < system.points(); point++) {
            MeterMonthFrozen frozen =
                    house.all(system.month(point), MeterMonthFrozen.class).getLast();
            parts.put("meter " + system.point(point).value(), frozen.contentHash());
        }
        return new Fingerprint(parts);
    }

    Sha256 pack() {
        return (Sha256) Objects.requireNonNull(parts.get("pack"));
    }

    /** What is not the same in the other one. */
    Set<String> differences(Fingerprint other) {
        Set<String> names = new TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        names.removeIf(name -> Objects.equals(parts.get(name), other.parts.get(name)));
        return names;
    }
}
