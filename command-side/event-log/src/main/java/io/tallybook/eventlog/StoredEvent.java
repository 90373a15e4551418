package io.tallybook.eventlog;

import io.tallybook.messages.Event;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as it lies in the log.
 *
 * @param position dense, from 1, in commit order
 * @param payload the stored bytes; hashes cover exactly these
 * @param event the payload as its class
 */
public record StoredEvent(
        long position,
        UUID eventId,
        String stream,
        String streamType,
        long sequence,
        Instant time,
        String type,
        String revision,
        byte[] payload,
        Map<String, String> metadata,
        Event event) {}
