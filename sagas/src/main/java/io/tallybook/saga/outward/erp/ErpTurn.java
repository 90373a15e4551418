package io.tallybook.saga.outward.erp;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchCommand.BeginSending;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.NoteUnknownOutcome;
import io.tallybook.messages.journal.JournalBatchCommand.RecordHeld;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.outward.erp.ErpAnswer.Holds;
import io.tallybook.saga.outward.erp.ErpAnswer.HoldsNot;
import io.tallybook.saga.outward.erp.ErpAnswer.Refuses;
import io.tallybook.saga.outward.erp.ErpAnswer.Unknown;
import io.tallybook.saga.outward.erp.HttpErp.PeriodState;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look after a journal (ADR 17). What is to be done is read from the log, never remembered: the ERP is asked by key, and only
 * when it does not know the key, and its period is open, the sending is written down and then sent, always with the same key.
 */
final class ErpTurn {
    static final String NAME = "erp-posting";
    private static final Logger LOG = LoggerFactory.getLogger(ErpTurn.class);

    private final Erps erps;
    private final EventReader log;
    private final ObjectDirectory objects;
    private final Orders orders;
    private final Clock clock;

    ErpTurn(Erps erps, EventReader log, ObjectDirectory objects, Orders orders, Clock clock) {
        this.erps = erps;
        this.log = log;
        this.objects = objects;
        this.orders = orders;
        this.clock = clock;
    }

    /** @return how long until the next look; empty when nothing is left to do */
    Optional<Duration> take(JournalId journal) throws IOException, InterruptedException {
        Duration asked = Duration.ZERO;
        StoredEvent awaited = story(journal).awaited();
        if (awaited != null) {
            JournalPostingRequested request = (JournalPostingRequested) awaited.event();
            Optional<HttpErp> erp = erps.http(request.closeId().group());
            if (erp.isPresent()) {
                asked = look(erp.get(), awaited, request);
            }
        }
        StoredEvent reconciling = story(journal).reconciling();
        if (reconciling != null) {
            compare(reconciling);
        }
        return next(story(journal), asked);
    }

    /** Waits half as long again as it has waited already, so that looks come rarer, up to the longest; no count is kept. */
    private Optional<Duration> next(PostingStory story, Duration asked) {
        StoredEvent since = story.awaited();
        if (since != null && erps.http(group(since)).isEmpty()) {
            since = null; // its answer comes as a file
        }
        since = since == null ? story.reconciling() : since;
        if (since == null) {
            return Optional.empty();
        }
        Duration half = Duration.between(since.time(), clock.instant()).dividedBy(2);
        Duration wait = half.compareTo(asked) < 0 ? asked : half;
        return Optional.of(erps.bounded(wait));
    }

    private static CloseGroup group(StoredEvent request) {
        return ((JournalPostingRequested) request.event()).closeId().group();
    }

    private PostingStory story(JournalId journal) {
        return PostingStory.of(log.stream(journal.toString()));
    }

    private Duration look(HttpErp erp, StoredEvent awaited, JournalPostingRequested request)
            throws IOException, InterruptedException {
        PostingStory story = story(request.journal());
        Attempt attempt = new Attempt(erp, awaited, request, story);
        ErpAnswer answer = erp.ask(request.postingKey());
        // what it refused before it was asked for again is an old answer
        boolean isNews = !(answer instanceof Refuses) || story.isSentSinceAsked();
        if (answer instanceof HoldsNot || !isNews) {
            return mayBeSent(attempt) ? settle(attempt, erp.post(request)) : Duration.ZERO;
        }
        return settle(attempt, answer);
    }

    /** One request for the ERP's word, and what is known of it. */
    private record Attempt(HttpErp erp, StoredEvent awaited, JournalPostingRequested request, PostingStory story) {
        PostingKey key() {
            return request.postingKey();
        }
    }

    /** No earlier key booked after all, the period open, and the sending written down. */
    private boolean mayBeSent(Attempt attempt) throws InterruptedException {
        for (PostingKey earlier : attempt.story().earlierKeys()) {
            ErpAnswer answer = attempt.erp().ask(earlier);
            if (answer instanceof Unknown unknown) {
                note(attempt, unknown.sentence());
                return false;
            }
            if (answer instanceof Holds holds) {
                reject(
                        attempt,
                        "The ERP has booked the earlier key " + earlier + " as "
                                + holds.booked().documentNumber() + " after all; nothing was sent under "
                                + attempt.key() + ".",
                        List.of());
                return false;
            }
        }
        AccountingPeriod period = attempt.request().bookedIn();
        PeriodState state = attempt.erp().period(attempt.request().closeId().group(), period);
        if (state == PeriodState.UNKNOWN) {
            note(attempt, "The ERP did not say whether its period " + period + " is open; nothing was sent.");
            return false;
        }
        if (state == PeriodState.CLOSED) {
            reject(
                    attempt,
                    "The ERP's period " + period
                            + " is closed; nothing was sent. Have it opened there, then post the journal again.",
                    List.of());
            return false;
        }
        int number = attempt.story().sendings() + 1;
        return give(
                attempt,
                at -> new BeginSending(
                        attempt.request().journal(),
                        attempt.key(),
                        number,
                        attempt.erp().name(),
                        at));
    }

    private Duration settle(Attempt attempt, ErpAnswer answer) throws IOException {
        switch (answer) {
            case Holds holds -> settle(attempt, holds);
            case Refuses no -> reject(attempt, no.reason(), no.lines());
            case HoldsNot no -> note(attempt, "The ERP took the batch and does not know its key.");
            case Unknown unknown -> {
                note(attempt, unknown.sentence());
                return unknown.pause();
            }
        }
        return Duration.ZERO;
    }

    private void settle(Attempt attempt, Holds holds) throws IOException {
        var ours = ErpWords.booked(attempt.request());
        var theirs = holds.booked();
        String number = theirs.documentNumber();
        if (number == null || !ours.agrees(theirs)) {
            reject(
                    attempt,
                    "The ERP has booked something else under " + attempt.key() + ": " + theirs.lines()
                            + " lines, debit "
                            + theirs.debits() + ", credit " + theirs.credits() + ", document " + number + "; ours has "
                            + ours.lines() + " lines, debit " + ours.debits() + ". Nothing is sent until a person has "
                            + "looked.",
                    List.of());
            return;
        }
        Sha256 stored = objects.put(holds.bytes());
        give(attempt, at -> new ConfirmPosting(attempt.request().journal(), number, stored, attempt.key(), at));
    }

    private void note(Attempt attempt, String sentence) {
        give(attempt, at -> new NoteUnknownOutcome(attempt.request().journal(), attempt.key(), sentence, at));
    }

    private void reject(Attempt attempt, String reason, List<RefusedLine> lines) {
        give(attempt, at -> new RejectPosting(attempt.request().journal(), reason, attempt.key(), lines, at));
    }

    private boolean give(Attempt attempt, Function<Instant, Command> order) {
        return done(orders.ask(attempt.awaited(), NAME, order));
    }

    /** What was not taken is looked at anew next time, from the log. */
    private static boolean done(Answer answer) {
        if (!answer.done()) {
            LOG.warn("A word of the ERP waits: {} ({})", answer.sentence(), answer.traceId());
        }
        return answer.done();
    }

    private void compare(StoredEvent reconciling) throws IOException, InterruptedException {
        JournalReconciliationRequested request = (JournalReconciliationRequested) reconciling.event();
        ErpBooks books = erps.books(request.closeId().group());
        try {
            List<HeldDocument> held = books.held(request.closeId()).stream()
                    .filter(document -> !isOfAnother(document, request.journal()))
                    .toList();
            done(orders.ask(
                    reconciling,
                    NAME,
                    at -> new RecordHeld(request.journal(), request.number(), books.name(), held, at)));
        } catch (IOException e) {
            LOG.warn("The books of {} could not be read; they are asked again: {}", books.name(), e.getMessage());
        }
    }

    /** A close has more than one journal: adjustments booked in it and accruals are compared for themselves. */
    private boolean isOfAnother(HeldDocument document, JournalId compared) {
        try {
            JournalId journal = new PostingKey(document.key()).journal();
            return !journal.equals(compared) && !log.stream(journal.toString()).isEmpty();
        } catch (Invalid e) {
            return false; // nobody here has given it that key
        }
    }
}
