package io.tallybook.messages.change;

/**
 * A row of a change that a rule refused.
 *
 * @param line as the change counts its rows, from 1
 * @param what the row's first cell
 */
public record RefusedRow(String sheet, int line, String what, String sentence) {}
