package io.tallybook.command.journal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Refused;
import io.tallybook.messages.journal.JournalBatchCommand.BeginSending;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.NoteUnknownOutcome;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOutcomeUnknown;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapOrdered;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapped;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRepostOrdered;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversalOrdered;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalSendingBegun;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.PostingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a journal at the ERP: every key it was given, the sendings, its word. One key is posted once; a journal is
 * posted under one key (ADR 17). A little long: what the ERP may answer is decided in one place.
 */
final class Postings {
    private static final int LONGEST_REASON = 2000;

    private final List<JournalPostingRequested> keys = new ArrayList<>();
    private @Nullable JournalPostingFailed rejected;
    private final List<JournalPosted> booked = new ArrayList<>();
    private @Nullable JournalPosted posted;
    private @Nullable JournalReversalOrdered reversing;
    private @Nullable JournalPosted reversed;
    private int revision = 1;
    private boolean fresh;
    private @Nullable JournalOutcomeUnknown unknown;
    private int sendings;
    private int remappedVersion;

    /** Every key there is with the lines it was sent with, in order. */
    List<JournalPostingRequested> keys() {
        return keys;
    }

    /** Not before the first posting, nor once what was posted is taken back. */
    boolean isRequested() {
        return current() != null;
    }

    boolean isAwaited() {
        return isRequested() && posted == null && rejected == null;
    }

    @Nullable JournalPostingRequested current() {
        return keys.isEmpty() || fresh ? null : keys.getLast();
    }

    /** The ERP's word on a key; null when it has booked nothing under it. */
    @Nullable JournalPosted booked(@Nullable PostingKey key) {
        return booked.stream()
                .filter(document -> Objects.equals(document.key(), key))
                .findFirst()
                .orElse(null);
    }

    /** The key of a batch that begins anew; null for the very first, whose key is the journal's id. */
    @Nullable PostingKey nextKey(JournalId journal) {
        return keys.isEmpty()
                ? null
                : PostingKey.of(journal, keys.getLast().postingKey().posting() + 1);
    }

    /** What was posted, the other way round and under a key of its own; asked again only after the ERP said no. */
    void reverse(ReverseJournal order) {
        if (order.revision() <= revision) {
            return;
        }
        JournalPostingRequested request = requested();
        if (reversing != null) {
            if (rejected != null) {
                apply(request);
            }
            return;
        }
        Refused.when(posted == null, "not-posted", "The ERP has not posted the journal: there is nothing to reverse.");
        Refused.when(
                request.postingKey().posting() >= PostingKey.MOST_POSTINGS,
                "too-many-postings",
                "A journal has at most 20 postings.");
        List<JournalLine> lines = Lines.reversed(request.lines());
        apply(new JournalReversalOrdered(order.journal(), request.closeId(), order.revision(), order.reason()));
        apply(new JournalPostingRequested(
                order.journal(),
                request.closeId(),
                request.attempt(),
                request.packHash(),
                Lines.contentHash(lines),
                lines,
                nextKey(order.journal()),
                order.bookIn() == null ? request.bookIn() : order.bookIn(),
                request.postingKey()));
    }

    /** The ERP said no, or was never asked. */
    boolean mayRequest() {
        return posted == null && reversing == null && (current() == null || rejected != null);
    }

    JournalPostingRequested requested() {
        return given(current());
    }

    /** The last the ERP was given, also when it is taken back since. */
    JournalPostingRequested lastGiven() {
        return given(keys.isEmpty() ? null : keys.getLast());
    }

    private static JournalPostingRequested given(@Nullable JournalPostingRequested posting) {
        if (posting == null) {
            throw new Refused("posting-not-requested", "The journal has not been given to the ERP.");
        }
        return posting;
    }

    /** The batch that was approved and handed over, not a line otherwise: what must change is changed by adjustment. */
    void repost(RepostJournal order) {
        JournalPostingRequested request = requested();
        requireReason(order.reason());
        Refused.when(posted != null, "already-posted", "The journal is posted.");
        if (rejected != null) {
            apply(new JournalRepostOrdered(order.journal(), request.closeId(), order.reason(), order.by()));
            apply(request);
        }
    }

    void remap(RemapJournal order, JournalAttempt now) {
        JournalPostingRequested request = requested();
        requireReason(order.reason());
        Refused.when(posted != null, "already-posted", "The journal is posted.");
        Refused.when(rejected == null, "posting-awaited", "The ERP's word on the journal is still awaited.");
        if (now.map() == null) {
            throw new Refused("accounts-unknown", "The journal does not say which map its accounts are from.");
        }
        int posting = request.postingKey().posting() + 1;
        Refused.when(posting > PostingKey.MOST_POSTINGS, "too-many-postings", "A journal has at most 20 postings.");
        apply(new JournalRemapOrdered(
                order.journal(), request.closeId(), now.number, now.map(), posting, order.reason(), order.by()));
    }

    void take(TakeAccounts order, JournalAttempt now) {
        JournalPostingRequested request = requested();
        if (posted != null || order.posting() <= request.postingKey().posting()) {
            return; // it is answered, or needs no answer any more
        }
        Refused.when(rejected == null, "posting-awaited", "The ERP's word on the journal is still awaited.");
        List<JournalLine> lines = Lines.onAccounts(request.lines(), order.accounts());
        Refused.when(
                lines.equals(request.lines()),
                "accounts-not-changed",
                "The accounts in use (version " + order.accountsVersion()
                        + ") are those the ERP refused: have the map changed first.");
        PostingKey key = PostingKey.of(order.journal(), order.posting());
        apply(new JournalRemapped(order.journal(), request.closeId(), key, order.accountsVersion(), order.author()));
        apply(new JournalPostingRequested(
                order.journal(),
                request.closeId(),
                now.number,
                request.packHash(),
                Lines.contentHash(lines),
                lines,
                key,
                request.bookIn(),
                request.reverses()));
    }

    void begin(BeginSending order) {
        JournalPostingRequested request = awaited(order.key());
        Refused.when(order.number() != sendings + 1, "sending-begun", "Another sending has begun.");
        apply(new JournalSendingBegun(order.journal(), request.closeId(), order.key(), order.number(), order.erp()));
    }

    void note(NoteUnknownOutcome order) {
        JournalPostingRequested request = awaited(order.key());
        if (unknown == null || !unknown.sentence().equals(order.sentence())) {
            apply(new JournalOutcomeUnknown(order.journal(), request.closeId(), order.key(), order.sentence()));
        }
    }

    /** The ERP's word counts even after it said no before: what it has posted is posted. */
    void confirm(ConfirmPosting order) {
        JournalPostingRequested request = requested();
        if (posted == null) {
            requireCurrent(order.key());
            apply(new JournalPosted(
                    order.journal(),
                    request.closeId(),
                    order.documentNumber(),
                    order.acknowledgement(),
                    request.key(),
                    reversed == null ? null : reversed.documentNumber()));
            reversedWhenDue(order);
            return;
        }
        Refused.when(
                !posted.documentNumber().equals(order.documentNumber()),
                "already-posted",
                "The journal is posted under another document number.",
                Map.of("documentNumber", posted.documentNumber()));
    }

    private void reversedWhenDue(ConfirmPosting order) {
        if (reversing != null && reversed != null) {
            apply(new JournalReversed(
                    order.journal(),
                    reversing.closeId(),
                    reversing.revision(),
                    order.documentNumber(),
                    reversed.documentNumber()));
        }
    }

    void reject(RejectPosting order) {
        JournalPostingRequested request = requested();
        Refused.when(posted != null, "already-posted", "The journal is posted.");
        requireCurrent(order.key());
        if (rejected == null || !rejected.reason().equals(order.reason())) {
            apply(new JournalPostingFailed(
                    order.journal(),
                    request.closeId(),
                    order.reason(),
                    request.key(),
                    order.lines().isEmpty() ? null : order.lines()));
        }
    }

    private JournalPostingRequested awaited(PostingKey key) {
        JournalPostingRequested request = requested();
        requireCurrent(key);
        Refused.when(posted != null, "already-posted", "The journal is posted.");
        Refused.when(rejected != null, "posting-refused", "The ERP has said no; a person decides what comes next.");
        return request;
    }

    private void requireCurrent(@Nullable PostingKey key) {
        Refused.when(
                key != null && !key.equals(requested().postingKey()),
                "not-the-current-key",
                "The journal is being posted under another key.");
    }

    private static void requireReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 2,000 characters");
    }

    /** Version of the accounts the last posting was made with, if not the one of the attempt; else 0. */
    int remappedVersion() {
        return remappedVersion;
    }

    void remember(JournalBatchEvent event) {
        switch (event) {
            case JournalPostingRequested e -> request(e);
            case JournalSendingBegun e -> {
                sendings = e.number();
                unknown = null;
            }
            case JournalOutcomeUnknown e -> unknown = e;
            case JournalPosted e -> {
                posted = e;
                booked.add(e);
            }
            case JournalReversalOrdered e -> {
                reversing = e;
                reversed = posted;
                posted = null;
            }
            case JournalReversed e -> {
                revision = e.revision();
                reversing = null;
                reversed = null;
                posted = null;
                fresh = true;
                remappedVersion = 0;
            }
            case JournalPostingFailed e -> rejected = e;
            case JournalRemapped e -> remappedVersion = e.accountsVersion();
            default -> {}
        }
    }

    private void request(JournalPostingRequested event) {
        boolean again = isRequested() && requested().postingKey().equals(event.postingKey());
        fresh = false;
        if (!again) {
            keys.add(event);
            sendings = 0;
        }
        rejected = null;
        unknown = null;
    }
}
