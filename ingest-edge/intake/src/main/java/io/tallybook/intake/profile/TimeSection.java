package io.tallybook.intake.profile;

import io.tallybook.messages.GasDayRule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** The {@code time} and {@code day} sections of a profile. */
final class TimeSection {
    /** A date; or a local date and time; or one with Z or an offset. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeSection() {}

    static TimeRule read(Section section, FileFormat format) {
        TimeRule.Means means = section.oneOf(
                "means",
                "interval-start",
                Map.of(
                        "gas-day", TimeRule.Means.GAS_DAY,
                        "interval-start", TimeRule.Means.INTERVAL_START,
                        "interval-end", TimeRule.Means.INTERVAL_END));
        TimeRule rule = new TimeRule(
                section.text("field"),
                section.value("pattern", "iso", pattern -> text(pattern, format)),
                means,
                new GasDayRule(
                        section.value("zone", ZoneId::of), section.value("day-starts", "00:00", LocalTime::parse)),
                section.oneOf(
                        "ambiguous",
                        "refuse",
                        Map.of(
                                "refuse", TimeRule.Ambiguous.REFUSE,
                                "ascending", TimeRule.Ambiguous.ASCENDING,
                                "descending", TimeRule.Ambiguous.DESCENDING)),
                section.optional("offset-field").orElse(null));
        if (means == TimeRule.Means.GAS_DAY) {
            section.text("day-starts");
        }
        section.done();
        return rule;
    }

    /** A calendar day: neither zone nor gas day matters. */
    static TimeRule readDay(Section section, FileFormat format) {
        TimeRule rule = new TimeRule(
                section.text("field"),
                section.value("pattern", "iso", pattern -> text(pattern, format)),
                TimeRule.Means.GAS_DAY,
                new GasDayRule(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                TimeRule.Ambiguous.REFUSE,
                null);
        section.done();
        return rule;
    }

    private static TimeText text(String pattern, FileFormat format) {
        return pattern.equals("serial") ? TimeText.serialOr(TimeText.of(ISO)) : TimeText.of(formatter(pattern, format));
    }

    /** A workbook's cells may be dates of their own beside texts in the pattern. */
    private static DateTimeFormatter formatter(String pattern, FileFormat format) {
        DateTimeFormatter written = formatter(pattern);
        return format instanceof FileFormat.Excel
                ? new DateTimeFormatterBuilder()
                        .appendOptional(written)
                        .appendOptional(ISO)
                        .toFormatter(Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT)
                : written;
    }

    private static DateTimeFormatter formatter(String pattern) {
        if (pattern.equals("iso")) {
            return ISO;
        }
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        OffsetDateTime probe = OffsetDateTime.parse("2024-10-26T00:00:00Z");
        try {
            LocalDate read = formatter.parse(formatter.format(probe), LocalDate::from);
            if (read.getLong(ChronoField.EPOCH_DAY) == probe.getLong(ChronoField.EPOCH_DAY)) {
                return formatter;
            }
        } catch (RuntimeException e) {
            // told below: the commonest cause is yyyy (year of an era) for uuuu (year)
        }
        throw new IllegalArgumentException(
                "pattern '" + pattern + "' cannot read the dates it writes; a year is written uuuu");
    }
}
