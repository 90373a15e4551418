package io.tallybook.messages.change;

/** How many rows of one sheet of the set-up. */
public record SheetRows(String sheet, int rows) {}
