package io.tallybook.query.projection;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How value types lie in columns, and back. */
public final class Columns {
    private Columns() {}

    public static Energy energy(BigDecimal kwh) {
        return new Energy(kwh);
    }

    public static BigDecimal kwh(Energy energy) {
        return energy.kwh();
    }

    public static Money money(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    public static Source source(String importId, String fileHash, String fileName) {
        return new Source(new ImportId(importId), new Sha256(fileHash), fileName);
    }

    /** An import's counts as columns of their own names. */
    public static Map<String, Integer> counts(ImportCounts counts) {
        return Map.of(
                "rows", counts.rows(),
                "accepted", counts.accepted(),
                "unchanged", counts.unchanged(),
                "corrected", counts.corrected(),
                "late", counts.late(),
                "duplicate", counts.duplicate(),
                "absent", counts.absent(),
                "rejected", counts.rejected());
    }

    /** What {@link #counts(ImportCounts)} took apart. */
    public static ImportCounts counts(Record row) {
        return new ImportCounts(
                row.get("rows", int.class),
                row.get("accepted", int.class),
                row.get("unchanged", int.class),
                row.get("corrected", int.class),
                row.get("late", int.class),
                row.get("duplicate", int.class),
                row.get("absent", int.class),
                row.get("rejected", int.class));
    }

    /** The value type of a column that may be null. */
    public static <C, T> @Nullable T maybe(@Nullable C column, Function<C, T> type) {
        return column == null ? null : type.apply(column);
    }

    public static @Nullable Sha256 hash(@Nullable String hex) {
        return hex == null ? null : new Sha256(hex);
    }

    /** The text of a value that may be null. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public static GasDay day(LocalDate date) {
        return GasDay.of(date);
    }

    public static @Nullable LocalDate firstDay(List<DayTotal> days) {
        return days.isEmpty() ? null : days.getFirst().day().date();
    }

    /** One figure per day from the first to the last; a day left out is zero. */
    public static BigDecimal[] figures(List<DayTotal> days, Function<DayTotal, Energy> figure) {
        if (days.isEmpty()) {
            return new BigDecimal[0];
        }
        LocalDate first = days.getFirst().day().date();
        int length = Math.toIntExact(days.getLast().day().date().toEpochDay() - first.toEpochDay()) + 1;
        BigDecimal[] figures = new BigDecimal[length];
        Arrays.fill(figures, BigDecimal.ZERO);
        for (DayTotal day : days) {
            figures[Math.toIntExact(day.day().date().toEpochDay() - first.toEpochDay())] =
                    figure.apply(day).kwh();
        }
        return figures;
    }

    /** What {@link #figures} took apart. */
    public static List<DayTotal> days(@Nullable LocalDate first, BigDecimal[] receipts, BigDecimal[] deliveries) {
        List<DayTotal> days = new ArrayList<>();
        for (int i = 0; first != null && i < receipts.length; i++) {
            days.add(new DayTotal(GasDay.of(first.plusDays(i)), new Energy(receipts[i]), new Energy(deliveries[i])));
        }
        return days;
    }

    /** The sum of figures. */
    public static Energy sum(BigDecimal[] figures) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal figure : figures) {
            sum = sum.add(figure);
        }
        return new Energy(sum);
    }
}
