package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;

/**
 * The ERP's document key of one posting: the journal's id; after its accounts were mapped anew also which posting it is, from
 * the second on ({@code group/2024-10/CLOSE/1-2}). An ERP books a key once.
 */
public record PostingKey(String value) {
    public static final int MOST_POSTINGS = 20;

    public PostingKey {
        Invalid.unless(
                value.matches("[a-z0-9][a-z0-9.-]{0,63}/[0-9]{4}-[0-9]{2}/[A-Z]{1,16}/[1-9][0-9]{0,5}"
                        + "(-([2-9]|[1-9][0-9]))?"),
                "a posting's key is written group/2024-10/CLOSE/1 or group/2024-10/CLOSE/1-2, was '" + value + "'");
    }

    /** @param posting from 1 */
    public static PostingKey of(JournalId journal, int posting) {
        return new PostingKey(posting == 1 ? journal.value() : journal.value() + "-" + posting);
    }

    public JournalId journal() {
        int dash = dash();
        return new JournalId(dash < 0 ? value : value.substring(0, dash));
    }

    /** Which posting of its journal, from 1. */
    public int posting() {
        int dash = dash();
        return dash < 0 ? 1 : Integer.parseInt(value.substring(dash + 1));
    }

    // a group's name may hold dashes too, a sequence may not
    private int dash() {
        return value.indexOf('-', value.lastIndexOf('/'));
    }

    @Override
    public String toString() {
        return value;
    }
}
