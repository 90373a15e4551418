package io.tallybook.query.audit;

import io.tallybook.messages.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log as a line of the event browser.
 *
 * @param user the account that gave the order; its display name comes from the identity table, never from here
 * @param client {@code web}, {@code api}, {@code cli}, {@code process:…}
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
        @Nullable String causation) {}
