package io.tallybook.messages.journal;

/**
 * The line a reversal's line takes back.
 *
 * @param key the posting it was booked under
 * @param line of that posting, from 1
 */
public record ReversedLine(PostingKey key, int line) {}
