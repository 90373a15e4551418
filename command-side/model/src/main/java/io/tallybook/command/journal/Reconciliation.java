package io.tallybook.command.journal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RecordHeld;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.KeyCompared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what was sent with what the ERP has booked: count, amount and key (SOX C9). */
final class Reconciliation {
    private int number;
    private boolean awaited;

    void ask(ReconcileJournal order, Postings postings) {
        JournalPostingRequested request = postings.lastGiven();
        if (!awaited) {
            apply(new JournalReconciliationRequested(order.journal(), request.closeId(), number + 1, order.by()));
        }
    }

    void record(RecordHeld order, Postings postings) {
        JournalPostingRequested request = postings.lastGiven();
        if (!awaited || order.number() != number) {
            return; // it is answered
        }
        Invalid.unless(order.held().size() <= HeldDocument.MOST, "an ERP holds at most 30 documents of a close");
        apply(new JournalReconciled(
                order.journal(), request.closeId(), number, order.erp(), compare(postings, order.held())));
    }

    private static List<KeyCompared> compare(Postings postings, List<HeldDocument> held) {
        Map<String, Booked> theirs = new LinkedHashMap<>();
        held.forEach(document -> theirs.put(document.key(), document.booked()));
        List<KeyCompared> compared = new ArrayList<>();
        for (JournalPostingRequested sent : postings.keys()) {
            Booked booked = theirs.remove(sent.postingKey().value());
            compared.add(compare(sent, postings.booked(sent.key()), booked));
        }
        theirs.forEach((key, booked) -> compared.add(new KeyCompared(key, Comparison.UNEXPECTED, null, booked)));
        return compared;
    }

    private static KeyCompared compare(
            JournalPostingRequested sent, @Nullable JournalPosted posted, @Nullable Booked theirs) {
        boolean acknowledged = posted != null;
        Booked ours = booked(sent, posted == null ? null : posted.documentNumber());
        Comparison result;
        if (theirs == null) {
            result = acknowledged ? Comparison.MISSING : Comparison.NOT_BOOKED;
        } else if (!acknowledged) {
            result = Comparison.UNEXPECTED;
        } else {
            boolean sameNumber = Objects.equals(ours.documentNumber(), theirs.documentNumber());
            result = sameNumber && ours.agrees(theirs) ? Comparison.AGREES : Comparison.DIFFERS;
        }
        return new KeyCompared(sent.postingKey().value(), result, ours, theirs);
    }

    private static Booked booked(JournalPostingRequested sent, @Nullable String documentNumber) {
        return new Booked(
                documentNumber,
                sent.lines().size(),
                sum(sent.lines(), JournalLine::debit),
                sum(sent.lines(), JournalLine::credit),
                sent.contentHash());
    }

    private static Money sum(List<JournalLine> lines, Function<JournalLine, Money> side) {
        return lines.stream().map(side).reduce(Money::plus).orElseGet(() -> Money.zero(Money.NO_CURRENCY));
    }

    void remember(JournalBatchEvent event) {
        switch (event) {
            case JournalReconciliationRequested e -> {
                number = e.number();
                awaited = true;
            }
            case JournalReconciled e -> awaited = false;
            default -> {}
        }
    }
}
