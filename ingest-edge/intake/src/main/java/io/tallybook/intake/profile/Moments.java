package io.tallybook.intake.profile;

import io.tallybook.messages.GasDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times of one delivery; remembers which ambiguous local times it has met, for files that rely on order. */
public final class Moments {
    /** Ambiguous local times one delivery may hold: 1,000 points, quarter hours, 25 years. */
    static final int MAX_AMBIGUOUS = 100_000;

    /** The end of a day's last hour as some write it; its midnight is the next day's. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?<![\\d:.])24:00(:00)?(?![\\d:.])");

    private final TimeRule rule;
    private final Set<Met> met = new HashSet<>();

    private record Met(String series, LocalDateTime local) {}

    public Moments(TimeRule rule) {
        this.rule = rule;
    }

    /**
     * @param series what the order of rows is kept by: the point in a long file, empty in a wide one
     * @param offset the offset column's text; null when the profile names none or the row has none
     */
    public Moment read(String series, String text, @Nullable String offset) throws BadValue {
        if (rule.means() == TimeRule.Means.GAS_DAY) {
            GasDay day = rule.gasDay(text);
            return new Moment.OfDay(day, rule.day().start(day));
        }
        Matcher lastHour = MIDNIGHT.matcher(text);
        if (ends() && lastHour.find()) {
            return moment(series, lastHour.replaceFirst("00:00$1"), offset, 1);
        }
        return moment(series, text, offset, 0);
    }

    private Moment moment(String series, String text, @Nullable String offset, int laterDays) throws BadValue {
        return switch (rule.parse(text)) {
            case OffsetDateTime time -> at(time.plusDays(laterDays).toInstant());
            case LocalDateTime time -> {
                LocalDateTime local = time.plusDays(laterDays);
                yield offset == null ? local(series, local) : at(local.toInstant(offset(local, offset)));
            }
            default -> throw TimeRule.unreadable(text);
        };
    }

    private boolean ends() {
        return rule.means() == TimeRule.Means.INTERVAL_END;
    }

    private Moment at(Instant instant) {
        return ends() ? new Moment.Until(instant) : new Moment.At(instant);
    }

    /** The calendar day a text names, for prices. */
    public LocalDate day(String text) throws BadValue {
        return rule.gasDay(text).date();
    }

    private Moment local(String series, LocalDateTime time) throws BadValue {
        List<ZoneOffset> offsets = rule.offsets(time);
        if (offsets.isEmpty()) {
            return new Moment.Unclear(
                    time,
                    null,
                    ends(),
                    time + " does not exist in " + rule.day().zone() + ": the clock went forward");
        }
        if (offsets.size() == 1) {
            return at(time.toInstant(offsets.getFirst()));
        }
        return ambiguous(series, time, time.toInstant(offsets.getFirst()), time.toInstant(offsets.getLast()));
    }

    private Moment ambiguous(String series, LocalDateTime time, Instant earlier, Instant later) throws BadValue {
        if (rule.ambiguous() == TimeRule.Ambiguous.REFUSE) {
            return new Moment.Unclear(
                    time,
                    earlier,
                    ends(),
                    time + " came twice in " + rule.day().zone()
                            + " (the clock went back) and the profile does not say which is meant");
        }
        if (met.size() >= MAX_AMBIGUOUS) {
            throw new BadValue(Category.BAD_TIME, "more than " + MAX_AMBIGUOUS + " ambiguous local times in one file");
        }
        boolean first = met.add(new Met(series, time));
        return at(first == (rule.ambiguous() == TimeRule.Ambiguous.ASCENDING) ? earlier : later);
    }

    private ZoneOffset offset(LocalDateTime time, String text) throws BadValue {
        try {
            ZoneOffset offset = ZoneOffset.of(text.strip());
            if (rule.offsets(time).contains(offset)) {
                return offset;
            }
        } catch (DateTimeException e) {
            // told below, with the text
        }
        throw new BadValue(
                Category.BAD_TIME,
                BadValue.quoted(text) + " is not the UTC offset of " + time + " in "
                        + rule.day().zone());
    }
}
