package io.tallybook.query.audit;

import java.util.Map;

/**
 * One event of the log whole.
 *
 * @param payload the stored JSON
 */
public record AuditEvent(AuditEntry entry, Map<String, String> metadata, String payload) {}
