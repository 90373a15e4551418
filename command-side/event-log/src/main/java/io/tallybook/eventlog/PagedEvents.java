package io.tallybook.eventlog;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Events page by page, so that neither a long stream nor the whole log is ever in memory at once. */
final class PagedEvents implements Iterator<StoredEvent> {
    private final LongFunction<List<StoredEvent>> page;
    private final ToLongFunction<StoredEvent> place;
    private final Queue<StoredEvent> ready = new ArrayDeque<>();
    private final Runnable taken;
    private long after;
    private boolean last;
    private boolean given;

    private PagedEvents(
            LongFunction<List<StoredEvent>> page, ToLongFunction<StoredEvent> place, long after, Runnable taken) {
        this.page = page;
        this.place = place;
        this.after = after;
        this.taken = taken;
    }

    /**
     * @param page gives up to {@link LogReader#PAGE} events after a place
     * @param place an event's place in that order
     */
    static Stream<StoredEvent> of(LongFunction<List<StoredEvent>> page, ToLongFunction<StoredEvent> place, long after) {
        return of(page, place, after, () -> {});
    }

    /** @param taken called when the reader has taken a page and asks for more */
    static Stream<StoredEvent> of(
            LongFunction<List<StoredEvent>> page, ToLongFunction<StoredEvent> place, long after, Runnable taken) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new PagedEvents(page, place, after, taken), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    static List<StoredEvent> all(LongFunction<List<StoredEvent>> page, ToLongFunction<StoredEvent> place, long after) {
        return of(page, place, after).toList();
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && given) {
            given = false;
            taken.run();
        }
        if (ready.isEmpty() && !last) {
            List<StoredEvent> next = page.apply(after);
            last = next.size() < LogReader.PAGE;
            ready.addAll(next);
        }
        return !ready.isEmpty();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StoredEvent event = ready.remove();
        given = true;
        after = place.applyAsLong(event);
        return event;
    }
}
