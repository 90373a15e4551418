package io.tallybook.query.close;

import io.tallybook.messages.close.CertificationRule;
import java.time.Instant;

/**
 * By what rule a step was certified without a person's word.
 *
 * @param version of the rule, as the event keeps it
 * @param items how many areas, statements or contracts it looked at
 */
public record Certified(CertificationRule rule, int version, int items, Instant at) {}
