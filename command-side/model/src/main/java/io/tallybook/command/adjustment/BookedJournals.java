package io.tallybook.command.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentsPrepared;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookingAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.adjustment.MonthEffect;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the book has given out, so that nothing is taken or given twice: adjustments in, journals out. */
final class BookedJournals {
    private final Set<AdjustmentId> collected = new HashSet<>();
    private final Map<AccountingPeriod, Integer> numbers = new HashMap<>();

    void collected(AdjustmentId adjustment) {
        collected.add(adjustment);
    }

    boolean isCollected(AdjustmentId adjustment) {
        return collected.contains(adjustment);
    }

    void ask(BookingAsked event) {
        if (event.attempt() == 1) {
            numbers.merge(event.period(), 1, Integer::sum);
        }
    }

    static BookingAsked again(BookingAsked last) {
        return new BookingAsked(
                last.book(),
                last.preview(),
                last.period(),
                last.journal(),
                last.attempt() + 1,
                last.booking(),
                last.previewHash(),
                last.closeId(),
                last.effects(),
                last.contributors());
    }

    /** The next journal of the open period, without a gap. */
    BookingAsked asked(
            AdjustmentBookId book,
            PackageState of,
            AdjustmentsPrepared prepared,
            AccountingPeriod open,
            CloseId production,
            List<MonthEffect> effects) {
        PpaCalculated calculated = Objects.requireNonNull(of.calculated());
        return new BookingAsked(
                book,
                prepared.preview(),
                open,
                JournalId.ofAdjustments(CloseId.of(book.group(), open), numbers.getOrDefault(open, 0) + 1),
                1,
                prepared.booking(),
                calculated.previewHash(),
                production,
                List.copyOf(effects),
                calculated.contributors());
    }
}
