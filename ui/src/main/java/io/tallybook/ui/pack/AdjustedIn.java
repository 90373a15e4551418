package io.tallybook.ui.pack;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Event;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookingAsked;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.report.pack.JournalMonth.Adjustment;
import java.util.List;
import java.util.stream.Stream;

/** The adjustments to earlier months booked in a period, from the log as it stood at a position. */
final class AdjustedIn {
    private AdjustedIn() {}

    /** By number; without those the ERP has not been given by then. */
    static List<Adjustment> of(EventReader log, CloseId close, long through) {
        return events(log, AdjustmentBookId.of(close.group()).toString(), through, BookingAsked.class)
                .filter(asked -> asked.period().equals(close.period()))
                .map(BookingAsked::journal)
                .distinct()
                .flatMap(journal -> journal(log, journal, through))
                .toList();
    }

    private static Stream<Adjustment> journal(EventReader log, JournalId journal, long through) {
        String document = events(log, journal.toString(), through, JournalPosted.class)
                .map(JournalPosted::documentNumber)
                .reduce("", (earlier, later) -> later);
        return events(log, journal.toString(), through, JournalPostingRequested.class)
                .reduce((earlier, later) -> later)
                .map(request -> new Adjustment(journal, request.told(), document))
                .stream();
    }

    private static <E extends Event> Stream<E> events(EventReader log, String stream, long through, Class<E> type) {
        return log.stream(stream).stream()
                .filter(stored -> stored.position() <= through)
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
