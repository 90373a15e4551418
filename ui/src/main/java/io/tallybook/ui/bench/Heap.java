package io.tallybook.ui.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** What the heap took: the peaks of its pools, added up, so the true peak is this or less. */
final class Heap {
    private Heap() {}

    static void reset() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static long peakBytes() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
