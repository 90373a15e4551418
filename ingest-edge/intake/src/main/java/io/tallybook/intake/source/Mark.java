package io.tallybook.intake.source;

import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.WatermarkType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** A watermark as the source wrote it, and its place in the order of its type. */
record Mark(String text, Comparable<?> order) implements Comparable<Mark> {
    private static final int LONGEST = 200;

    /** @throws PullStopped when the text is no watermark of that type */
    static Mark of(String text, WatermarkType type) throws PullStopped {
        if (text.length() > LONGEST) {
            throw new PullStopped(PullFault.UNREADABLE, "A watermark has more than " + LONGEST + " characters.");
        }
        try {
            return new Mark(text, order(text, type));
        } catch (DateTimeException | NumberFormatException e) {
            throw new PullStopped(
                    PullFault.UNREADABLE,
                    "The watermark '" + text + "' is no "
                            + (type == WatermarkType.TIME ? "time with an offset (ISO 8601)" : "number")
                            + "; check the pointer and the type of the watermark.");
        }
    }

    private static Comparable<?> order(String text, WatermarkType type) {
        return switch (type) {
            case TIME -> OffsetDateTime.parse(text).toInstant();
            case NUMBER -> new BigDecimal(text);
            case TEXT -> text;
        };
    }

    /** As the next request gives it: earlier by the overlap. */
    String asked(int overlapSeconds) {
        return overlapSeconds == 0
                ? text
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.parse(text).minus(Duration.ofSeconds(overlapSeconds)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compareTo(Mark other) {
        return ((Comparable<Object>) order).compareTo(other.order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mark mark && compareTo(mark) == 0;
    }

    @Override
    public int hashCode() {
        return order.hashCode();
    }
}
