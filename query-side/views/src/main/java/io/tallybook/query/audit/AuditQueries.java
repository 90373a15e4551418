package io.tallybook.query.audit;

import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.List;
import java.util.Optional;

/** The log, read-only. */
public interface AuditQueries {
    /** Newest first. */
    Page<AuditEntry> events(AuditFilter filter, PageRequest page);

    Optional<AuditEvent> event(long position);

    /** The event and what it caused or was caused by: same correlation, in order; ≤ 1,000. */
    List<AuditEntry> chain(String correlation);

    /** Every logical event name there is, by name. */
    List<String> types();
}
