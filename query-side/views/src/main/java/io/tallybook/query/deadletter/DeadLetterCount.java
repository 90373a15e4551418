package io.tallybook.query.deadletter;

/** How many of one category and status. */
public record DeadLetterCount(String category, DeadLetterStatus status, int count) {}
