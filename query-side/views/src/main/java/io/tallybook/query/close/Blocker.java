package io.tallybook.query.close;

import io.tallybook.messages.close.CloseStep;

/**
 * Something that stands in the way of a step.
 *
 * @param subject whom it concerns, by name: a point, a day, a series
 * @param sentence what is wrong, for people
 * @param count how many: missing intervals, dead letters, days
 * @param link where it can be put right
 */
public record Blocker(BlockerKind kind, CloseStep step, String subject, String sentence, int count, BlockerLink link) {}
