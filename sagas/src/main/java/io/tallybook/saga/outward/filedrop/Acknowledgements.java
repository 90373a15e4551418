package io.tallybook.saga.outward.filedrop;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.saga.orders.Orders;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the ERP answered. "Posted" needs the acknowledgement of exactly this batch: its key, hash, line count and total.
 * Its bytes are stored first; the file moves away only when the answer is in the log, so a crash in between repeats it.
 */
final class Acknowledgements {
    private static final String NAME = "erp-acknowledgement";
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final Inbox inbox;
    private final EventReader log;
    private final ObjectDirectory objects;
    private final Orders orders;

    Acknowledgements(Inbox inbox, EventReader log, ObjectDirectory objects, Orders orders) {
        this.inbox = inbox;
        this.log = log;
        this.objects = objects;
        this.orders = orders;
    }

    /** Deals with what lies in the inbox; a file that cannot be dealt with now is left for the next time. */
    void read() throws IOException {
        for (Path file : inbox.waiting()) {
            try {
                if (take(file)) {
                    inbox.done(file);
                }
            } catch (Unmatched e) {
                LOG.warn("Acknowledgement {} posts nothing: {}", file.getFileName(), e.getMessage());
                inbox.unmatched(file);
            } catch (NoSuchFileException e) {
                LOG.debug("Another node has taken {}", file.getFileName());
            }
        }
    }

    private boolean take(Path file) throws IOException, Unmatched {
        byte[] bytes = inbox.read(file);
        String name = file.getFileName().toString();
        String key = name.substring(0, name.length() - Inbox.ENDING.length());
        StoredEvent request = request(key);
        Acknowledgement acknowledgement = Acknowledgement.parse(bytes);
        acknowledgement.match(BatchFile.of((JournalPostingRequested) request.event()));
        Sha256 stored = objects.put(bytes);
        return settled(orders.ask(request, NAME, at -> order(BatchFile.posting(key), acknowledgement, stored, at)));
    }

    private StoredEvent request(String key) throws Unmatched {
        try {
            PostingKey posting = BatchFile.posting(key);
            return log.stream(posting.journal().toString()).stream()
                    .filter(stored -> stored.event() instanceof JournalPostingRequested request
                            && request.postingKey().equals(posting))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new Unmatched("no journal " + key + " was handed to the ERP"));
        } catch (Invalid e) {
            throw new Unmatched("its name is no key: " + e.getMessage());
        }
    }

    private static Command order(PostingKey key, Acknowledgement said, Sha256 stored, Instant at) {
        return switch (said.status()) {
            case POSTED -> new ConfirmPosting(key.journal(), said.reference(), stored, key, at);
            case REJECTED -> new RejectPosting(key.journal(), said.reference(), key, List.of(), at);
        };
    }

    private static boolean settled(Answer answer) throws Unmatched {
        return switch (answer.outcome()) {
            case ACCEPTED, UNCHANGED -> true;
            case REFUSED, INVALID, NOT_FOUND -> throw new Unmatched(answer.sentence());
            case FORBIDDEN, STALE, BUSY, STORAGE_FULL, FAULT -> {
                LOG.warn("An acknowledgement waits: {} ({})", answer.sentence(), answer.traceId());
                yield false;
            }
        };
    }
}
