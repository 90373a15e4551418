package io.tallybook.eventlog;

import java.time.Instant;
import java.util.UUID;

/** An event on its way into the log: everything but its position. */
record LogRow(
        UUID eventId,
        String stream,
        String streamType,
        long sequence,
        Instant time,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {}
