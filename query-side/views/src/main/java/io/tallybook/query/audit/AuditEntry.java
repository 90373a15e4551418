package io.tallybook.query.audit;

import io.tallybook.messages.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log as an auditor reads it.
 *
 * @param user the account that gave the order; its display name comes from the identity table, never from here
 * @param client {@code web}, {@code api}, {@code cli}, {@code process:…}
 * @param payload the stored JSON
 */
public record AuditEntry(
        long position,
        UUID eventId,
        String stream,
        String streamType,
        long sequence,
        Instant time,
        String type,
        String revision,
        @Nullable UserId user,
        @Nullable String client,
        @Nullable String reason,
        @Nullable String correlation,
        @Nullable String causation,
        Map<String, String> metadata,
        String payload) {}
