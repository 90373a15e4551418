package io.tallybook.saga.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractEvent.ContractTermsOutdated;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.AccountMapCommand.TellAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsOutdated;
import io.tallybook.messages.journal.AccountMapEvent.AccountsPinned;
import io.tallybook.messages.journal.AccountMapEvent.AccountsTold;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapOrdered;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.network.AreaEvent.AreaRosterOutdated;
import io.tallybook.messages.price.PriceSeriesEvent.PricesPinned;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementEvent.StatementOutdated;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.Example;
import io.tallybook.saga.WrittenLog;
import io.tallybook.saga.area.Rosters;
import io.tallybook.saga.orders.RecordingDoor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class RelaysTest {
    private static final Instant NOW = RecordingDoor.NOW;
    private static final StatementId STATEMENT = StatementId.of(Example.NORDGAS, Example.PERIOD);
    private static final JournalId JOURNAL = JournalId.ofClose(Example.CLOSE);
    private static final StatementTotals TOTALS = new StatementTotals(
            Energy.ofKwh(1), BigDecimal.ONE, Money.zero("USD"), Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"));

    private final RecordingDoor door = new RecordingDoor();
    private final ValuationRelay valuation = new ValuationRelay(door.orders(), new WrittenLog());
    private final ContractTermsRelay terms = new ContractTermsRelay(
            door.orders(), new Rosters(new WrittenLog().with(Example.AREA.toString(), Example.roster(2))));

    @Test
    void carriesTermsToTheCloseAndTheStatement() {
        var e = new ContractPinned(
                Example.NORD, Example.CLOSE, 2, Example.NORDGAS, Example.AREA, Example.terms(), 3, Example.ANNA);

        terms.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(
                        new AddPinnedContract(
                                Example.CLOSE,
                                2,
                                Example.NORD,
                                3,
                                Example.NORDGAS,
                                Example.HENRY_HUB,
                                7,
                                ContractTermsRelay.hash(Example.terms()),
                                Example.ANNA,
                                NOW),
                        new AddStatementTerms(
                                STATEMENT, Example.CLOSE, 2, Example.NORD, Example.terms(), 3, Example.ANNA, NOW));
    }

    @Test
    void tellsTheStatementNothingOfAPointThatTakesNoPartThisMonth() {
        ContractTerms signed = Example.terms();
        List<PointShare> shares = List.of(
                signed.shares().getFirst(),
                new PointShare(new PointId("not-in-force-yet"), Direction.DELIVERY, Share.of("0.6")),
                new PointShare(Example.STORE, Direction.RECEIPT, Share.of("0.6")));
        var wider = new ContractTerms(
                signed.effectiveFrom(), shares, signed.series(), signed.rule(), signed.lookbackDays(), "USD");
        var e = new ContractPinned(
                Example.NORD, Example.CLOSE, 2, Example.NORDGAS, Example.AREA, wider, 3, Example.ANNA);

        terms.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given(AddStatementTerms.class))
                .extracting(AddStatementTerms::terms)
                .containsExactly(signed);
        assertThat(door.given(AddPinnedContract.class))
                .extracting(AddPinnedContract::termsHash)
                .containsExactly(ContractTermsRelay.hash(wider));
    }

    @Test
    void givesEveryChangeOfTermsAnotherHash() {
        ContractTerms one = Example.terms();
        var other = new ContractTerms(
                one.effectiveFrom(), one.shares(), one.series(), one.rule(), one.lookbackDays() + 1, one.currency());

        assertThat(ContractTermsRelay.hash(other)).isNotEqualTo(ContractTermsRelay.hash(one));
    }

    @Test
    void carriesPricesToEveryStatementTheyValue() {
        var e = new PricesPinned(
                Example.HENRY_HUB,
                Example.CLOSE,
                2,
                List.of(Example.NORDGAS, Example.SUNDGAS),
                7,
                5,
                List.of(),
                List.of());

        valuation.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given(AddStatementPrices.class))
                .extracting(AddStatementPrices::statement)
                .containsExactly(STATEMENT, StatementId.of(Example.SUNDGAS, Example.PERIOD));
    }

    @Test
    void opensTheJournalWithThePinnedAccounts() {
        var e = new AccountsPinned(
                Example.ACCOUNTS, Example.CLOSE, 2, List.of(Example.NORDGAS), Map.of(), 4, Example.ANNA);

        valuation.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new OpenJournal(
                        JOURNAL,
                        Example.CLOSE,
                        2,
                        List.of(Example.NORDGAS),
                        Map.of(),
                        4,
                        Example.ANNA,
                        Example.ACCOUNTS,
                        NOW));
    }

    @Test
    void takesTheAccountsInUseToAJournalTheErpRefused() {
        var ordered =
                new JournalRemapOrdered(JOURNAL, Example.CLOSE, 2, Example.ACCOUNTS, 2, "revenue moves", Example.ANNA);
        var told = new AccountsTold(Example.ACCOUNTS, JOURNAL, Example.CLOSE, 2, 2, Map.of(), 5, Example.ANNA);

        valuation.on(ordered, GenericEventMessage.asEventMessage(ordered));
        valuation.on(told, GenericEventMessage.asEventMessage(told));

        assertThat(door.given())
                .containsExactly(
                        new TellAccounts(Example.ACCOUNTS, JOURNAL, Example.CLOSE, 2, 2, NOW),
                        new TakeAccounts(JOURNAL, 2, Map.of(), 5, Example.ANNA, NOW));
    }

    @Test
    void carriesAPreparedStatementToTheCloseAndTheJournal() {
        var e = new StatementPrepared(
                STATEMENT,
                Example.CLOSE,
                2,
                Example.NORDGAS,
                31,
                TOTALS,
                Example.HASH,
                Example.HASH,
                List.of("prices|v5"),
                List.of(Example.ANNA));

        valuation.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(
                        new AddStatement(
                                Example.CLOSE,
                                2,
                                Example.NORDGAS,
                                TOTALS,
                                Example.HASH,
                                Example.HASH,
                                List.of("prices|v5"),
                                List.of(Example.ANNA),
                                NOW),
                        new AddJournalInput(
                                JOURNAL,
                                Example.CLOSE,
                                2,
                                Example.NORDGAS,
                                TOTALS,
                                Example.HASH,
                                List.of(Example.ANNA),
                                NOW));
    }

    @Test
    void tellsTheCloseThatAStatementIsOutdated() {
        var e = new StatementOutdated(STATEMENT, Example.CLOSE, 2, "price of 2024-10-04 changed");

        valuation.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new ReportStaleResult(Example.CLOSE, 2, "price of 2024-10-04 changed", NOW));
    }

    @Test
    void tellsTheCloseThatWhatItWasGivenHasChanged() {
        OutdatedPins relay = new OutdatedPins(door.orders());
        var roster = new AreaRosterOutdated(Example.AREA, Example.CLOSE, 2, "roster");
        var terms = new ContractTermsOutdated(Example.NORD, Example.CLOSE, 2, "terms");
        var accounts = new AccountsOutdated(Example.ACCOUNTS, Example.CLOSE, 2, "accounts");

        relay.on(roster, GenericEventMessage.asEventMessage(roster));
        relay.on(terms, GenericEventMessage.asEventMessage(terms));
        relay.on(accounts, GenericEventMessage.asEventMessage(accounts));

        assertThat(door.given(ReportStaleResult.class))
                .extracting(ReportStaleResult::reason)
                .containsExactly("roster", "terms", "accounts");
    }

    @Test
    void sayThatTheyHaveNoMoreNewsThanTheyTold() {
        var e = new NewsAwaited(Example.CLOSE, 2, 1);

        valuation.on(e, GenericEventMessage.asEventMessage(e));
        new OutdatedPins(door.orders()).on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(
                        new ConfirmNoNews(Example.CLOSE, 2, 1, NewsRelay.VALUATION, NOW),
                        new ConfirmNoNews(Example.CLOSE, 2, 1, NewsRelay.OUTDATED_PINS, NOW));
    }

    @Test
    void carriesAPreparedJournalToTheClose() {
        var e = new JournalPrepared(
                JOURNAL,
                Example.CLOSE,
                2,
                List.of(),
                Money.zero("USD"),
                Money.zero("USD"),
                4,
                Example.HASH,
                List.of(Example.ANNA));

        valuation.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new AddJournal(Example.CLOSE, 2, Example.HASH, 4, List.of(Example.ANNA), NOW));
    }

    @Test
    void showsAFailedJournalAsABlocker() {
        var e = new JournalFailed(JOURNAL, Example.CLOSE, 2, "account-not-mapped", "REVENUE has no account.");

        valuation.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new ReportBlocker(
                        Example.CLOSE, 2, CloseStep.JOURNAL, "dk/2024-10/CLOSE/1", "REVENUE has no account.", NOW));
    }
}
