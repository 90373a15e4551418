package io.tallybook.query.close;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calendar and the cockpit. */
public interface CloseQueries {
    /** Every calendar, by group; ≤ 256. */
    List<CalendarView> calendars();

    Optional<CalendarView> calendar(CloseGroup group);

    /**
     * The cockpit of a close.
     *
     * @param now decides what is late
     */
    Optional<CloseOverview> overview(CloseId closeId, Instant now);

    /** The documents issued with a close, by name; empty before publishing. */
    List<IssuedDocumentView> documents(CloseId closeId);

    /** The document of that name. */
    Optional<IssuedDocumentView> document(CloseId closeId, String name);
}
