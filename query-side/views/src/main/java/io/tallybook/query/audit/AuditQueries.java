package io.tallybook.query.audit;

import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.List;
import java.util.Optional;

/** The log, read-only. */
public interface AuditQueries {
    /** Events of a chain that are told; an import's may be far longer. */
    int MOST_IN_CHAIN = 1_000;

    /** Newest first. */
    Page<AuditEntry> events(AuditFilter filter, PageRequest page);

    Optional<AuditEvent> event(long position);

    /** The event and what it caused or was caused by: same correlation, in order; at most the first {@link #MOST_IN_CHAIN}. */
    List<AuditEntry> chain(String correlation);

    /** Every logical event name there is, by name. */
    List<String> types();
}
