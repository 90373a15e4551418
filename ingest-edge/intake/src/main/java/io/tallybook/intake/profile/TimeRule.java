package io.tallybook.intake.profile;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its times.
 *
 * @param offsetField a column with the UTC offset of a local time; null when there is none
 * @param day zone of local times, and when a gas day starts in this file
 */
public record TimeRule(
        String field,
        TimeText text,
        Means means,
        GasDayRule day,
        Ambiguous ambiguous,
        @Nullable String offsetField) {

    /** What a time stands for. */
    public enum Means {
        GAS_DAY,
        INTERVAL_START,
        /** Hour ending, as flow computers and markets of power stamp. */
        INTERVAL_END
    }

    /** Which of the two hours is meant when a local time comes twice in autumn. */
    public enum Ambiguous {
        /** Neither: the row is refused with a reason. */
        REFUSE,
        /** Rows run forward in time: the first is the earlier one. */
        ASCENDING,
        /** Newest first: the first is the later one. */
        DESCENDING
    }

    /** Whether only the order of rows tells which of two hours of an autumn night is meant. */
    public boolean isByOrderOfRows() {
        return ambiguous != Ambiguous.REFUSE && offsetField == null;
    }

    /** The gas day a text names. */
    GasDay gasDay(String text) throws BadValue {
        return switch (parse(text)) {
            case LocalDate date -> GasDay.of(date);
            case LocalDateTime time -> dayAt(text, time);
            case OffsetDateTime time -> dayFrom(text, time.toInstant());
            default -> throw unreadable(text);
        };
    }

    TemporalAccessor parse(String text) throws BadValue {
        try {
            return this.text.read(text.strip());
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    List<ZoneOffset> offsets(LocalDateTime local) {
        return day.zone().getRules().getValidOffsets(local);
    }

    static BadValue unreadable(String text) {
        return new BadValue(Category.BAD_TIME, BadValue.quoted(text) + " is not a time as the profile writes it");
    }

    private GasDay dayAt(String text, LocalDateTime time) throws BadValue {
        LocalTime clock = time.toLocalTime();
        if (!clock.equals(LocalTime.MIDNIGHT) && !clock.equals(day.startsAt())) {
            throw new BadValue(
                    Category.BAD_TIME, BadValue.quoted(text) + " is neither a date nor the start of a gas day");
        }
        return GasDay.of(time.toLocalDate());
    }

    private GasDay dayFrom(String text, Instant instant) throws BadValue {
        GasDay found = day.dayOf(instant);
        if (!day.start(found).equals(instant)) {
            throw new BadValue(Category.BAD_TIME, BadValue.quoted(text) + " is not the start of a gas day");
        }
        return found;
    }
}
