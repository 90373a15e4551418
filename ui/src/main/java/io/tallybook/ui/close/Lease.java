package io.tallybook.ui.close;

import io.tallybook.eventlog.Claim;
import io.tallybook.eventlog.Claims;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who works on the closes at the moment: their processes run on one node each.
 *
 * @param holders the nodes by name; empty while none does
 * @param stale whether one of them has given no sign of life for too long
 */
record Lease(String holders, boolean stale) {
    private static final List<String> PROCESSES = List.of("process-month-end-close", "process-area-close");

    static Lease of(Claims claims) {
        List<Claim> all = PROCESSES.stream()
                .flatMap(process -> claims.of(process).stream())
                .toList();
        Stream<String> holders = all.stream().map(Claim::holder).filter(Objects::nonNull);
        return new Lease(
                holders.distinct().sorted().collect(Collectors.joining(", ")),
                all.stream().anyMatch(Claim::stale));
    }

    /** Message key of the sentence that names them. */
    public String key() {
        return holders.isEmpty() ? "close.lease.none" : stale ? "close.lease.stale" : "close.lease.held";
    }
}
