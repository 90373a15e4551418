package io.tallybook.messages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** A production month, written {@code 2024-10}. */
public record AccountingPeriod(String value) implements Comparable<AccountingPeriod> {
    public AccountingPeriod {
        try {
            Invalid.unless(
                    YearMonth.parse(value).toString().equals(value),
                    "a period is written 2024-10, was '" + value + "'");
        } catch (DateTimeException e) {
            throw new Invalid("a period is written 2024-10, was '" + value + "'");
        }
    }

    public static AccountingPeriod of(YearMonth month) {
        return new AccountingPeriod(month.toString());
    }

    /** The period a gas day belongs to: the month of its local date. */
    public static AccountingPeriod of(GasDay day) {
        return of(YearMonth.from(day.date()));
    }

    public YearMonth month() {
        return YearMonth.parse(value);
    }

    public AccountingPeriod next() {
        return of(month().plusMonths(1));
    }

    public AccountingPeriod previous() {
        return of(month().minusMonths(1));
    }

    public GasDay firstDay() {
        return GasDay.of(month().atDay(1));
    }

    public GasDay lastDay() {
        return GasDay.of(month().atEndOfMonth());
    }

    /** All gas days of the period in order. */
    public List<GasDay> days() {
        LocalDate first = month().atDay(1);
        return IntStream.range(0, month().lengthOfMonth())
                .mapToObj(i -> GasDay.of(first.plusDays(i)))
                .toList();
    }

    public boolean contains(GasDay day) {
        return YearMonth.from(day.date()).equals(month());
    }

    @Override
    public int compareTo(AccountingPeriod other) {
        return month().compareTo(other.month());
    }

    @Override
    public String toString() {
        return value;
    }
}
