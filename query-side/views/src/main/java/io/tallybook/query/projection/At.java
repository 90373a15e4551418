package io.tallybook.query.projection;

import java.time.Instant;
import java.util.UUID;

/** Where in the log an event stands, and when it was written. */
public record At(long position, UUID eventId, String stream, long sequence, Instant time) {}
