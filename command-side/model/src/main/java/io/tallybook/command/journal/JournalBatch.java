package io.tallybook.command.journal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.EventSize;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRepostOrdered;
import io.tallybook.messages.journal.JournalId;
import java.util.List;
import java.util.Map;
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
    private static final int LONGEST_REASON = 2000;

    @AggregateIdentifier
    private @Nullable JournalId id;

    private @Nullable JournalAttempt current;
    private @Nullable JournalPostingRequested requested;
    private @Nullable JournalPostingFailed rejected;
    private @Nullable JournalPosted posted;

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
                order.author()));
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
                order.contributors()));
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
        Refused.when(
                requested != null && !requested.packHash().equals(order.packHash()),
                "pack-hash-not-current",
                "The journal is being posted for another pack.");
        if (posted == null && (requested == null || rejected != null)) {
            apply(new JournalPostingRequested(
                    order.journal(),
                    now.closeId,
                    now.number,
                    order.packHash(),
                    prepared.contentHash(),
                    prepared.lines()));
        }
    }

    /** The batch that was approved and handed over, not a line otherwise: what must change is changed by adjustment. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void repost(RepostJournal order) {
        JournalPostingRequested request = requested(order.journal());
        Invalid.unless(
                !order.reason().isBlank() && order.reason().length() <= LONGEST_REASON,
                "a reason has 1 to 2,000 characters");
        Refused.when(posted != null, "already-posted", "The journal is posted.");
        if (rejected != null) {
            apply(new JournalRepostOrdered(order.journal(), request.closeId(), order.reason(), order.by()));
            apply(request);
        }
    }

    /** The ERP's word counts even after it said no before: what it has posted is posted. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmPosting order) {
        JournalPostingRequested request = requested(order.journal());
        if (posted == null) {
            apply(new JournalPosted(
                    order.journal(), request.closeId(), order.documentNumber(), order.acknowledgement()));
            return;
        }
        Refused.when(
                !posted.documentNumber().equals(order.documentNumber()),
                "already-posted",
                "The journal is posted under another document number.",
                Map.of("documentNumber", posted.documentNumber()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reject(RejectPosting order) {
        JournalPostingRequested request = requested(order.journal());
        Refused.when(posted != null, "already-posted", "The journal is posted.");
        if (rejected == null || !rejected.reason().equals(order.reason())) {
            apply(new JournalPostingFailed(order.journal(), request.closeId(), order.reason()));
        }
    }

    private JournalPostingRequested requested(JournalId journal) {
        Refused.unlessFound(current, journal);
        if (requested == null) {
            throw new Refused("posting-not-requested", "The journal has not been given to the ERP.");
        }
        return requested;
    }

    private void refuseNewAttemptOncePosting(int attempt) {
        Refused.when(
                requested != null && current != null && attempt > current.number,
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
    void on(JournalPostingRequested event) {
        requested = event;
        rejected = null;
    }

    @EventSourcingHandler
    void on(JournalPosted event) {
        posted = event;
    }

    @EventSourcingHandler
    void on(JournalPostingFailed event) {
        rejected = event;
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
