package io.tallybook.ui.close;

import io.tallybook.messages.close.Holiday;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long the closes of a group took. */
@Component
public class CloseTimes {
    /** Two years and the month in work. */
    private static final int MOST_MONTHS = 25;

    private final CloseQueries closes;
    private final Clock clock;

    CloseTimes(CloseQueries closes, Clock clock) {
        this.closes = closes;
        this.clock = clock;
    }

    /** The latest 25 months of a calendar, latest first. */
    public List<CloseTime> of(CalendarView calendar) {
        List<LocalDate> holidays =
                calendar.holidays().stream().map(Holiday::date).toList();
        return calendar.periods().reversed().stream()
                .limit(MOST_MONTHS)
                .flatMap(period -> closes.overview(period.closeId(), clock.instant()).stream())
                .map(close -> CloseTime.of(close, holidays))
                .toList();
    }
}
