package io.tallybook.ui.kill;

import java.util.UUID;

/** A row of the log as it can be seen from outside. */
record Fact(long position, UUID eventId, String stream, long sequence, String type) {}
