package io.tallybook.saga.monthend;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.journal.AccountMapCommand.TellAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsPinned;
import io.tallybook.messages.journal.AccountMapEvent.AccountsTold;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapOrdered;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.price.PriceSeriesEvent.PricesPinned;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementEvent.StatementOutdated;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Carries prices to statements, statements to the journal, and both to the close. */
@DisallowReplay
@ProcessingGroup(ValuationRelay.PROCESSOR)
class ValuationRelay {
    static final String PROCESSOR = "relay-valuation";

    private static final String NAME = "valuation";
    private static final String NOT_REMAPPED = " Not posted on other accounts: ";

    private final Orders orders;
    private final EventReader log;

    ValuationRelay(Orders orders, EventReader log) {
        this.orders = orders;
        this.log = log;
    }

    @EventHandler
    void on(PricesPinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        List<AddStatementPrices> prices = e.shippers().stream()
                .map(shipper -> StatementId.of(shipper, close.period()))
                .map(statement -> new AddStatementPrices(
                        statement,
                        close,
                        e.attempt(),
                        e.series(),
                        e.version(),
                        e.prices(),
                        e.contributors(),
                        errand.at()))
                .toList();
        errand.giveFor(close, e.attempt(), CloseStep.VALUE, prices);
    }

    @EventHandler
    void on(AccountsPinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command open = new OpenJournal(
                JournalId.ofClose(e.closeId()),
                e.closeId(),
                e.attempt(),
                e.shippers(),
                e.map(),
                e.version(),
                e.author(),
                e.accounts(),
                errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.JOURNAL, open);
    }

    /** The ERP refused its accounts: the map now in use is asked for, and given to the journal for its next posting. */
    @EventHandler
    void on(JournalRemapOrdered e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command tell = new TellAccounts(e.map(), e.journal(), e.closeId(), e.attempt(), e.posting(), errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.POST, tell);
    }

    @EventHandler
    void on(AccountsTold e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command take = new TakeAccounts(e.journal(), e.posting(), e.map(), e.version(), e.author(), errand.at());
        if (e.journal().belongsToClose()) {
            errand.giveFor(e.closeId(), e.attempt(), CloseStep.POST, take);
            return;
        }
        // no step of the close waits for it: why it stays refused stands with the journal itself
        String refused = errand.tell(List.of(take)).getFirst();
        if (!refused.isEmpty()) {
            stayRefused(e.journal(), refused, errand);
        }
    }

    private void stayRefused(JournalId journal, String why, Errand errand) {
        log.stream(journal.toString()).reversed().stream()
                .map(StoredEvent::event)
                .filter(JournalPostingFailed.class::isInstance)
                .map(JournalPostingFailed.class::cast)
                .findFirst()
                .ifPresent(failed -> errand.give(new RejectPosting(
                        journal,
                        failed.reason().split(NOT_REMAPPED, 2)[0] + NOT_REMAPPED + why,
                        failed.key() == null ? PostingKey.of(journal, 1) : failed.key(),
                        failed.refused() == null ? List.of() : failed.refused(),
                        errand.at())));
    }

    @EventHandler
    void on(StatementPrepared e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        CloseId close = e.closeId();
        Command statement = new AddStatement(
                close,
                e.attempt(),
                e.shipper(),
                e.totals(),
                e.allocationsHash(),
                e.contentHash(),
                e.versions(),
                e.contributors(),
                errand.at());
        Command input = new AddJournalInput(
                JournalId.ofClose(close),
                close,
                e.attempt(),
                e.shipper(),
                e.totals(),
                e.contentHash(),
                e.contributors(),
                errand.at());
        errand.giveFor(close, e.attempt(), CloseStep.VALUE, List.of(statement, input));
    }

    @EventHandler
    void on(StatementOutdated e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command stale = new ReportStaleResult(e.closeId(), e.attempt(), e.reason(), errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.VALUE, stale);
    }

    @EventHandler
    void on(NewsAwaited e, EventMessage<?> message) {
        orders.because(message, NAME).confirmNoNews(e, NewsRelay.VALUATION);
    }

    @EventHandler
    void on(JournalPrepared e, EventMessage<?> message) {
        if (!e.journal().belongsToClose()) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        Command journal = new AddJournal(
                e.closeId(), e.attempt(), e.contentHash(), e.accountsVersion(), e.contributors(), errand.at());
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.JOURNAL, journal);
    }

    @EventHandler
    void on(JournalFailed e, EventMessage<?> message) {
        if (!e.journal().belongsToClose()) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        errand.give(new ReportBlocker(
                e.closeId(), e.attempt(), CloseStep.JOURNAL, e.journal().value(), e.sentence(), errand.at()));
    }
}
