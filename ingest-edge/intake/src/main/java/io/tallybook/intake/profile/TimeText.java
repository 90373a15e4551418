package io.tallybook.intake.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** How a time is written down. */
@FunctionalInterface
interface TimeText {
    /**
     * A time with its offset, a local time, or a date.
     *
     * @throws DateTimeException when the text is none
     */
    TemporalAccessor read(String text);

    static TimeText of(DateTimeFormatter formatter) {
        return text -> formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    /**
     * Days since 1899-12-30 with a fraction, as spreadsheets count them from March 1900 on; to the nearest second. Whatever is no
     * number is read by the other way of writing.
     */
    static TimeText serialOr(TimeText other) {
        return text -> Serial.NUMBER.matcher(text).matches() ? Serial.read(text) : other.read(text);
    }

    /** Serial numbers of days. */
    final class Serial {
        private static final Pattern NUMBER = Pattern.compile("\\d{2,7}([.,]\\d{0,15})?");
        private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
        // 1900-03-01: before it Excel counts a day that never was
        private static final BigDecimal LEAST = new BigDecimal("61");
        private static final BigDecimal MOST = new BigDecimal("2958466");
        private static final BigDecimal SECONDS = new BigDecimal("86400");

        private Serial() {}

        private static LocalDateTime read(String text) {
            BigDecimal days = new BigDecimal(text.replace(',', '.'));
            if (days.compareTo(LEAST) < 0 || days.compareTo(MOST) >= 0) {
                throw new DateTimeException("no day of a spreadsheet: " + text);
            }
            long seconds =
                    days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
            return ZERO.atStartOfDay().plusSeconds(seconds);
        }
    }
}
