package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;

/** What the ERP has booked under a key, which may be one we never sent. */
public record HeldDocument(String key, Booked booked) {
    /** Of one close. */
    public static final int MOST = 30;

    public static final int LONGEST_KEY = 120;

    public HeldDocument {
        Invalid.unless(!key.isBlank() && key.length() <= LONGEST_KEY, "a key has 1 to 120 characters");
    }
}
