package io.tallybook.saga.monthend;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Event;
import io.tallybook.messages.close.CloseCycleCommand.FailAccrual;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Carries a released accrual to its journal and the ERP, and once it is booked there to its reversal in the next period. It is
 * no step of the close and holds up none.
 */
@DisallowReplay
@ProcessingGroup(AccrualRelay.PROCESSOR)
class AccrualRelay {
    static final String PROCESSOR = "relay-accruals";

    private static final String NAME = "accruals";
    private static final int ONLY_ATTEMPT = 1;
    /** The first is what was booked; as this one it is taken back. */
    private static final int TAKEN_BACK = 2;

    private final Orders orders;
    private final EventReader log;

    AccrualRelay(Orders orders, EventReader log) {
        this.orders = orders;
        this.log = log;
    }

    /** The accounts as they are mapped now: the close has not pinned any. */
    @EventHandler
    void on(AccrualReleased e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Optional<AccountsMapped> accounts = accounts(e.accounts());
        if (accounts.isEmpty()) {
            errand.give(new FailAccrual(
                    e.closeId(), e.number(), "No accounts are mapped in " + e.accounts() + ".", errand.at()));
            return;
        }
        JournalId journal = JournalId.ofAccrual(e.closeId(), e.number());
        List<Command> parts = new ArrayList<>();
        parts.add(new OpenJournal(
                journal,
                e.closeId(),
                ONLY_ATTEMPT,
                e.shippers().stream().map(of -> of.shipper()).toList(),
                accounts.get().map(),
                accounts.get().version(),
                accounts.get().by(),
                e.accounts(),
                errand.at()));
        e.shippers()
                .forEach(of -> parts.add(new AddJournalInput(
                        journal,
                        e.closeId(),
                        ONLY_ATTEMPT,
                        of.shipper(),
                        of.totals().asStatement(),
                        e.contentHash(),
                        e.contributors(),
                        errand.at())));
        errand.give(parts);
    }

    @EventHandler
    void on(JournalPrepared e, EventMessage<?> message) {
        if (e.journal().belongsToAccruals()) {
            Errand errand = orders.because(message, NAME);
            JournalInputAdded approved = last(e.journal().toString(), JournalInputAdded.class)
                    .orElseThrow(() -> new IllegalStateException("a journal without input was prepared"));
            errand.give(new PostJournal(e.journal(), e.closeId(), e.attempt(), approved.statementHash(), errand.at()));
        }
    }

    @EventHandler
    void on(JournalFailed e, EventMessage<?> message) {
        if (e.journal().belongsToAccruals()) {
            Errand errand = orders.because(message, NAME);
            errand.give(new FailAccrual(e.closeId(), e.journal().number(), e.sentence(), errand.at()));
        }
    }

    /** Booked, it is taken back at once, dated into the next period: nobody has to remember it. */
    @EventHandler
    void on(JournalPosted e, EventMessage<?> message) {
        if (e.journal().belongsToAccruals() && e.reverses() == null) {
            Errand errand = orders.because(message, NAME);
            errand.give(new ReverseJournal(
                    e.journal(),
                    e.closeId(),
                    TAKEN_BACK,
                    e.closeId().period().next(),
                    "An accrual is taken back in the next period.",
                    errand.at()));
        }
    }

    private Optional<AccountsMapped> accounts(AccountMapId accounts) {
        return last(accounts.toString(), AccountsMapped.class);
    }

    private <E extends Event> Optional<E> last(String stream, Class<E> type) {
        return log.stream(stream).reversed().stream()
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
