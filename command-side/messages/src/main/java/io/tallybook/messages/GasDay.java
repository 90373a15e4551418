package io.tallybook.messages;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A gas day by its local date, written {@code 2024-10-27}; its hours come from a {@link GasDayRule}. */
public record GasDay(String value) implements Comparable<GasDay> {
    private static final int LENGTH = "2024-10-27".length();

    public GasDay {
        try {
            // ten characters: such texts sort as the days do
            Invalid.unless(
                    value.length() == LENGTH
                            && LocalDate.parse(value).toString().equals(value),
                    "a gas day is written 2024-10-27, was '" + value + "'");
        } catch (DateTimeException e) {
            throw new Invalid("a gas day is written 2024-10-27, was '" + value + "'");
        }
    }

    public static GasDay of(LocalDate date) {
        return new GasDay(date.toString());
    }

    public LocalDate date() {
        return LocalDate.parse(value);
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
