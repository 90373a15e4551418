package io.tallybook.messages.close;

import io.tallybook.messages.Invalid;
import java.time.LocalDate;

/** A day on which nobody closes books: no business day of its calendar. */
public record Holiday(LocalDate date, String name) {
    public static final int LONGEST_NAME = 80;

    public Holiday {
        Invalid.unless(!name.isBlank() && name.length() <= LONGEST_NAME, "a holiday's name has 1 to 80 characters");
    }
}
