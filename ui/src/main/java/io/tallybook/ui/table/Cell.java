package io.tallybook.ui.table;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure or word of a table.
 *
 * @param value String, LocalDate, Instant or BigDecimal; null is absent and shows as –
 * @param href the way down, null when there is none
 * @param state given for a state column
 * @param noteKey message key of a remark beside the value
 * @param mark style word: {@code out}, {@code provisional}, {@code wrap}
 */
public record Cell(
        @Nullable Object value,
        @Nullable String href,
        @Nullable State state,
        @Nullable String noteKey,
        @Nullable String mark) {
    public static final Cell ABSENT = new Cell(null, null, null, null, null);

    private static Cell holding(@Nullable Object value) {
        return value == null ? ABSENT : new Cell(value, null, null, null, null);
    }

    public static Cell of(@Nullable String text) {
        return holding(text == null || text.isBlank() ? null : text);
    }

    public static Cell of(@Nullable LocalDate day) {
        return holding(day);
    }

    public static Cell of(@Nullable GasDay day) {
        return holding(day == null ? null : day.date());
    }

    public static Cell of(@Nullable Instant time) {
        return holding(time);
    }

    public static Cell of(@Nullable Energy energy) {
        return holding(energy == null ? null : energy.kwh());
    }

    public static Cell of(@Nullable Money money) {
        return holding(money == null ? null : money.amount());
    }

    public static Cell of(@Nullable BigDecimal figure) {
        return holding(figure);
    }

    public static Cell of(@Nullable Sha256 hash) {
        return holding(hash == null ? null : hash.toString());
    }

    public static Cell of(long count) {
        return holding(BigDecimal.valueOf(count));
    }

    /** The word itself is found by the message key when the table is finished. */
    public static Cell of(State state) {
        return new Cell(null, null, state, null, null);
    }

    public Cell to(@Nullable String way) {
        return new Cell(value, way, state, noteKey, mark);
    }

    public Cell noted(@Nullable String key) {
        return new Cell(value, href, state, key, mark);
    }

    public Cell marked(@Nullable String word) {
        return new Cell(value, href, state, noteKey, word);
    }

    Cell saying(String word) {
        return new Cell(word, href, state, noteKey, mark);
    }

    /** The value as files and the clipboard carry it: no thousands, point as decimal mark, empty when absent. */
    public String plain() {
        return switch (value) {
            case null -> "";
            case BigDecimal figure -> figure.toPlainString();
            default -> value.toString();
        };
    }

    /** Class names of the cell. */
    public String style(Column column) {
        StringBuilder words = new StringBuilder(column.kind().isFigure() ? "n" : "");
        if (value == null && state == null) {
            words.append(" absent");
        }
        if (column.kind() == Kind.HASH) {
            words.append(" mono");
        }
        if (mark != null) {
            words.append(' ').append(mark);
        }
        return words.toString().strip();
    }
}
