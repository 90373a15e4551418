package io.tallybook.messages.close;

import java.time.Instant;

/** A step and the moment by which it had to be done. */
public record DueStep(CloseStep step, Instant due) {}
