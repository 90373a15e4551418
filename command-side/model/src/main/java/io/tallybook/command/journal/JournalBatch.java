package io.tallybook.command.journal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.EventSize;
import io.tallybook.messages.Money;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.BeginSending;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.NoteUnknownOutcome;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RecordHeld;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a close: it collects the statements' totals, writes balanced lines, and is posted once. Its id is its ERP
 * document key, so that asking the ERP again posts nothing twice.
 */
public final class JournalBatch {
    @AggregateIdentifier
    private @Nullable JournalId id;

    private @Nullable JournalAttempt current;
    private final Postings postings = new Postings();
    private final Reconciliation reconciliation = new Reconciliation();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenJournal order) {
        JournalAttempt now = same(order.attempt());
        if (isOlder(order.attempt()) || (now != null && now.isOpened())) {
            return;
        }
        refuseNewAttemptOncePosting(order.attempt());
        apply(new JournalOpened(
                order.journal(),
                order.closeId(),
                order.attempt(),
                order.shippers(),
                order.accounts(),
                order.accountsVersion(),
                order.author(),
                order.map()));
        prepareWhenDue();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddJournalInput order) {
        JournalAttempt now = same(order.attempt());
        JournalInputAdded known = now == null ? null : now.input(order.shipper());
        Refused.when(
                known != null && !known.statementHash().equals(order.statementHash()),
                "input-already-given",
                "The statement has answered this attempt with other figures.");
        if (isOlder(order.attempt()) || known != null) {
            return;
        }
        refuseNewAttemptOncePosting(order.attempt());
        apply(new JournalInputAdded(
                order.journal(),
                order.closeId(),
                order.attempt(),
                order.shipper(),
                order.totals(),
                order.statementHash(),
                order.contributors(),
                order.adjusts()));
        prepareWhenDue();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void post(PostJournal order) {
        JournalAttempt now = Refused.unlessFound(current, order.journal());
        Refused.when(order.attempt() != now.number, "not-the-current-attempt", "The journal is of another attempt.");
        JournalPrepared prepared = now.prepared();
        if (prepared == null) {
            throw new Refused("journal-not-prepared", "The journal is not prepared yet.");
        }
        JournalPostingRequested requested = postings.current();
        Refused.when(
                requested != null && !requested.packHash().equals(order.packHash()),
                "pack-hash-not-current",
                "The journal is being posted for another pack.");
        if (postings.mayRequest()) {
            apply(
                    requested != null
                            ? requested
                            : new JournalPostingRequested(
                                    order.journal(),
                                    now.closeId,
                                    now.number,
                                    order.packHash(),
                                    prepared.contentHash(),
                                    prepared.lines(),
                                    postings.nextKey(order.journal()),
                                    order.bookIn(),
                                    null));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void repost(RepostJournal order) {
        found(order.journal());
        postings.repost(order);
    }

    /** A month that was locked is open again: the ERP takes back what it posted, then the next attempt writes it anew. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reverse(ReverseJournal order) {
        found(order.journal());
        postings.reverse(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void remap(RemapJournal order) {
        postings.remap(order, found(order.journal()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(TakeAccounts order) {
        postings.take(order, found(order.journal()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void begin(BeginSending order) {
        found(order.journal());
        postings.begin(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteUnknownOutcome order) {
        found(order.journal());
        postings.note(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmPosting order) {
        found(order.journal());
        postings.confirm(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reject(RejectPosting order) {
        found(order.journal());
        postings.reject(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reconcile(ReconcileJournal order) {
        found(order.journal());
        reconciliation.ask(order, postings);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordHeld order) {
        found(order.journal());
        reconciliation.record(order, postings);
    }

    private JournalAttempt found(JournalId journal) {
        return Refused.unlessFound(current, journal);
    }

    private void refuseNewAttemptOncePosting(int attempt) {
        Refused.when(
                postings.isRequested() && current != null && attempt > current.number,
                "journal-is-posting",
                "The journal has been given to the ERP; it is not written anew.");
    }

    private void prepareWhenDue() {
        JournalAttempt now = current;
        if (now == null || !now.isDue()) {
            return;
        }
        List<String> currencies = now.currencies();
        if (now.shippers() > JournalAttempt.MOST_SHIPPERS) {
            fail(now, "too-many-shippers", "A journal holds at most 64 shippers, there are " + now.shippers() + ".");
        } else if (currencies.size() > 1) {
            fail(now, "currencies-differ", "A journal is in one currency, the statements are in " + currencies + ".");
        } else {
            // no shipper, no lines, no currency
            prepare(now, now.lines(currencies.isEmpty() ? Money.NO_CURRENCY : currencies.getFirst()));
        }
    }

    private static void prepare(JournalAttempt now, Lines.Builder gathered) {
        if (!gathered.unmapped().isEmpty()) {
            String uses = gathered.unmapped().stream().map(AccountUse::name).collect(Collectors.joining(", "));
            fail(now, "account-not-mapped", "No account is mapped for " + uses + ".");
            return;
        }
        Lines lines = gathered.build();
        int bytes = lines.bytes() + now.contributors().size() * EventSize.ID_BYTES;
        if (bytes > Lines.MOST_BYTES) {
            fail(now, "journal-too-large", "The journal's lines do not fit one batch: " + bytes + " bytes.");
            return;
        }
        if (!lines.debits().equals(lines.credits())) {
            throw new IllegalStateException("debits " + lines.debits() + " are not credits " + lines.credits());
        }
        apply(new JournalPrepared(
                now.journal,
                now.closeId,
                now.number,
                lines.lines(),
                lines.debits(),
                lines.credits(),
                now.accountsVersion(),
                lines.contentHash(),
                now.contributors()));
    }

    private static void fail(JournalAttempt now, String rule, String sentence) {
        apply(new JournalFailed(now.journal, now.closeId, now.number, rule, sentence));
    }

    private boolean isOlder(int attempt) {
        return current != null && attempt < current.number;
    }

    private @Nullable JournalAttempt same(int attempt) {
        return current != null && current.number == attempt ? current : null;
    }

    @EventSourcingHandler
    void on(JournalOpened event) {
        attempt(event.journal(), event.closeId(), event.attempt()).open(event);
    }

    @EventSourcingHandler
    void on(JournalInputAdded event) {
        attempt(event.journal(), event.closeId(), event.attempt()).add(event);
    }

    @EventSourcingHandler
    void on(JournalPrepared event) {
        attempt(event.journal(), event.closeId(), event.attempt()).prepared(event);
    }

    @EventSourcingHandler
    void on(JournalFailed event) {
        attempt(event.journal(), event.closeId(), event.attempt()).fail();
    }

    @EventSourcingHandler
    void on(JournalBatchEvent event) {
        postings.remember(event);
        reconciliation.remember(event);
    }

    /** A higher attempt starts anew, whichever of its parts comes first. */
    private JournalAttempt attempt(JournalId journal, CloseId closeId, int number) {
        id = journal;
        JournalAttempt known = current;
        if (known == null || number > known.number) {
            known = new JournalAttempt(journal, closeId, number);
            current = known;
        }
        return known;
    }
}
