package io.tallybook.messages;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A gas day by its local date, written {@code 2024-10-27}; its hours come from a {@link GasDayRule}. */
public record GasDay(String value) implements Comparable<GasDay> {
    // ten characters, so that texts sort as the days do
    private static final String PATTERN = "0000-00-00";

    public GasDay {
        try {
            Invalid.unless(isWritten(value), "a gas day is written 2024-10-27, was '" + value + "'");
            date(value);
        } catch (DateTimeException e) {
            throw new Invalid("a gas day is written 2024-10-27, was '" + value + "'");
        }
    }

    private static boolean isWritten(String value) {
        boolean written = value.length() == PATTERN.length();
        for (int i = 0; written && i < PATTERN.length(); i++) {
            char letter = value.charAt(i);
            written = PATTERN.charAt(i) == '0' ? letter >= '0' && letter <= '9' : letter == PATTERN.charAt(i);
        }
        return written;
    }

    // a month of 1,000 points reads it a hundred thousand times: the general parser costs ten times as much
    private static LocalDate date(String value) {
        return LocalDate.of(
                Integer.parseInt(value, 0, 4, 10),
                Integer.parseInt(value, 5, 7, 10),
                Integer.parseInt(value, 8, 10, 10));
    }

    public static GasDay of(LocalDate date) {
        return new GasDay(date.toString());
    }

    public LocalDate date() {
        return date(value);
    }

    public GasDay plusDays(int days) {
        return of(date().plusDays(days));
    }

    @Override
    public int compareTo(GasDay other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
