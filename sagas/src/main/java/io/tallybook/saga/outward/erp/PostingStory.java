package io.tallybook.saga.outward.erp;

import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalSendingBegun;
import io.tallybook.messages.journal.PostingKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a journal's stream says of its way to the ERP; whoever was killed reads here what was in hand. */
final class PostingStory {
    private final SequencedSet<PostingKey> keys = new LinkedHashSet<>();
    private final Set<PostingKey> booked = new HashSet<>();
    private @Nullable StoredEvent asked;
    private @Nullable StoredEvent reconciling;
    private @Nullable Instant sentAt;
    private boolean answered;
    private int sendings;
    private boolean sentSinceAsked;

    static PostingStory of(List<StoredEvent> stream) {
        PostingStory story = new PostingStory();
        stream.forEach(story::read);
        return story;
    }

    private void read(StoredEvent stored) {
        switch (stored.event()) {
            case JournalPostingRequested e -> request(stored, e.postingKey());
            case JournalSendingBegun e -> {
                sendings = e.number();
                sentSinceAsked = true;
                sentAt = stored.time();
            }
            case JournalPosted e -> {
                answered = true;
                booked.add(Objects.requireNonNullElse(e.key(), PostingKey.of(e.journal(), 1)));
            }
            case JournalPostingFailed e -> answered = true;
            case JournalReconciliationRequested e -> reconciling = stored;
            case JournalReconciled e -> reconciling = null;
            default -> {}
        }
    }

    private void request(StoredEvent stored, PostingKey key) {
        if (keys.add(key)) {
            sendings = 0;
        }
        asked = stored;
        answered = false;
        sentSinceAsked = false;
    }

    /** The request that waits for the ERP's word; null when none does. */
    @Nullable StoredEvent awaited() {
        return answered ? null : asked;
    }

    /** The comparison that waits for the ERP's books; null when none does. */
    @Nullable StoredEvent reconciling() {
        return reconciling;
    }

    /** Keys given to the ERP before the current one that it has not acknowledged: what it has may be reversed by this one. */
    List<PostingKey> earlierKeys() {
        return keys.stream()
                .limit(Math.max(0, keys.size() - 1))
                .filter(key -> !booked.contains(key))
                .toList();
    }

    /** Under the current key. */
    int sendings() {
        return sendings;
    }

    /** Since a person or the close asked for it last. */
    boolean isSentSinceAsked() {
        return sentSinceAsked;
    }

    /** When it was last sent under any key; null before the first time. */
    @Nullable Instant sentAt() {
        return sentAt;
    }
}
