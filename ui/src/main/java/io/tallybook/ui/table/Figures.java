package io.tallybook.ui.table;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Figures, times and words as this person reads them: thousands by locale, a true minus, times in the site's zone. */
public final class Figures {
    /** Where the request keeps the figures of its person. */
    public static final String REQUEST = "tallybook.figures";

    private static final String ABSENT = "–";
    private static final int BRIEF = 12;

    private final Locale locale;
    private final ZoneId zone;
    private final MessageSource words;

    public Figures(Locale locale, ZoneId zone, MessageSource words) {
        this.locale = locale;
        this.zone = zone;
        this.words = words;
    }

    public ZoneId zone() {
        return zone;
    }

    public Locale locale() {
        return locale;
    }

    /** The text of a message key; the key itself when there is none, so that a test finds it. */
    public String word(String key, @Nullable Object... fillings) {
        Object[] shown = Stream.of(fillings)
                .map(f -> Objects.requireNonNullElse(f, ABSENT))
                .toArray();
        return String.valueOf(words.getMessage(key, shown, key, locale));
    }

    /** What stands in a cell. */
    public String text(Column column, Cell cell) {
        return switch (cell.value()) {
            case null -> ABSENT;
            case BigDecimal figure
            when column.kind() == Kind.DIFFERENCE && figure.signum() > 0 -> "+" + decimal(figure, column.decimals());
            case BigDecimal figure -> decimal(figure, column.decimals());
            case Instant time -> column.unit() == null ? time(time) : formatted(time, "yyyy-MM-dd HH:mm");
            case String text when column.kind() == Kind.HASH && text.length() > BRIEF -> text.substring(0, BRIEF) + "…";
            case Object other -> other.toString();
        };
    }

    /** Full precision for hovering; null where the cell shows it already. */
    public @Nullable String full(Column column, Cell cell) {
        if (cell.value() instanceof BigDecimal figure) {
            return figure.scale() > column.decimals() ? decimal(figure, figure.scale()) : null;
        }
        return cell.value() != null && (column.kind() == Kind.HASH || "short".equals(cell.mark()))
                ? cell.plain()
                : null;
    }

    public String count(long count) {
        return decimal(BigDecimal.valueOf(count), 0);
    }

    public String energy(@Nullable Energy energy) {
        return energy == null
                ? ABSENT
                : decimal(energy.kwh(), Math.clamp(energy.kwh().scale(), 0, 3));
    }

    /** With its sign even when positive: a difference. */
    public String difference(@Nullable Energy energy) {
        return energy == null ? ABSENT : (energy.signum() > 0 ? "+" : "") + energy(energy);
    }

    public String money(@Nullable Money money) {
        return money == null ? ABSENT : decimal(money.amount(), Money.SCALE);
    }

    public String number(@Nullable BigDecimal figure, int decimals) {
        return figure == null ? ABSENT : decimal(figure, decimals);
    }

    /** To the minute, with the zone named. */
    public String time(@Nullable Instant time) {
        return formatted(time, "yyyy-MM-dd HH:mm z");
    }

    /** To the millisecond, with the zone named. */
    public String exactTime(@Nullable Instant time) {
        return formatted(time, "yyyy-MM-dd HH:mm:ss.SSS z");
    }

    public String day(@Nullable Instant time) {
        return formatted(time, "yyyy-MM-dd");
    }

    /** The zone's name where all these times have the same, as before and after a clock change they have not. */
    @Nullable String commonZone(List<Instant> times) {
        List<String> names =
                times.stream().map(time -> formatted(time, "z")).distinct().toList();
        return names.size() == 1 ? names.getFirst() : null;
    }

    private String formatted(@Nullable Instant time, String pattern) {
        return time == null
                ? ABSENT
                : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time.atZone(zone));
    }

    private String decimal(BigDecimal figure, int decimals) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign('−');
        format.setDecimalFormatSymbols(symbols);
        format.setNegativePrefix("−");
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(figure);
    }
}
