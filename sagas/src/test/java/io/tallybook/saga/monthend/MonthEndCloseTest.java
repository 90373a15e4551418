package io.tallybook.saga.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Money;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmJournalPosted;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmLock;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.LockRequested;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.SeriesUse;
import io.tallybook.messages.close.CloseCycleEvent.ShipperContracts;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.messages.journal.AccountMapCommand.PinAccounts;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.NetworkCommand.PinRoster;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.network.NetworkEvent.RosterPinned;
import io.tallybook.messages.price.PriceSeriesCommand.PinPrices;
import io.tallybook.messages.price.PriceSeriesCommand.UnpinPrices;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.RecordingDoor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthEndCloseTest {
    private static final CloseTerms TERMS = new CloseTerms(
            Example.PERIOD, new Money(new BigDecimal("1.00"), "USD"), new Money(new BigDecimal("2.00"), "USD"), 37, 91);
    private static final PeriodOpened OPENED = new PeriodOpened(
            Example.GROUP,
            Example.NETWORK,
            Example.PERIOD,
            Example.GAS_DAY.zone(),
            RecordingDoor.NOW,
            true,
            null,
            Example.ANNA,
            List.of(LocalDate.of(2024, 11, 5)),
            TERMS);

    private final RecordingDoor door = new RecordingDoor();
    private final SagaTestFixture<MonthEndClose> process = new SagaTestFixture<>(MonthEndClose.class);

    @BeforeEach
    void provide() {
        process.registerResource(door.orders());
    }

    @Test
    void opensTheCloseOfAnOpenedPeriod() {
        process.givenNoPriorActivity().whenPublishingA(OPENED).expectActiveSagas(1);

        assertThat(door.given())
                .containsExactly(new OpenClose(
                        Example.CLOSE,
                        Example.NETWORK,
                        RecordingDoor.NOW,
                        List.of(LocalDate.of(2024, 11, 5)),
                        true,
                        Example.ANNA,
                        RecordingDoor.NOW,
                        TERMS));
    }

    @Test
    void leavesThePeriodToTheNextTryWhenTheCloseCannotBeOpened() {
        door.answering(OpenClose.class, Outcome.BUSY);

        var result = process.givenNoPriorActivity().whenPublishingA(OPENED);

        assertThatThrownBy(result::expectSuccessfulHandlerExecution).hasMessageContaining("(BUSY, trace)");
    }

    @Test
    void asksForTheRosterAtCutOff() {
        after(new CutoffDeclared(Example.CLOSE, Example.NETWORK, 1, Example.ANNA));

        assertThat(door.given()).containsExactly(new PinRoster(Example.NETWORK, Example.CLOSE, 1, RecordingDoor.NOW));
    }

    @Test
    void asksAreasFirstAndThenTheirContracts() {
        cutOff();
        tell(roster(1, 1));

        assertThat(door.given())
                .containsExactly(
                        new AddRoster(
                                Example.CLOSE, 1, Example.ACCOUNTS, roster(1, 1).areas(), RecordingDoor.NOW),
                        new PinAreaRoster(
                                new AreaId("area-0"),
                                Example.CLOSE,
                                1,
                                List.of(new ContractId("contract-0")),
                                RecordingDoor.NOW),
                        new PinContract(new ContractId("contract-0"), Example.CLOSE, 1, RecordingDoor.NOW));
    }

    @Test
    void hearsNothingOfAnAttemptItHasNotBegun() {
        cutOff();
        tell(roster(2, 1));

        assertThat(door.given()).isEmpty();
    }

    @Test
    void reachesEveryAreaAndContractOfTheLargestNetwork() {
        cutOff();
        tell(roster(1, 256));

        assertThat(door.given(PinAreaRoster.class)).hasSize(256);
        assertThat(door.given(PinContract.class)).hasSize(256);
        assertThat(door.batches()).containsExactly(1, 64, 64, 64, 64, 64, 64, 64, 64);
    }

    @Test
    void opensStatementsAndAsksForPricesAndAccountsWhenAllContractsAreKnown() {
        after(new ContractsComplete(
                Example.CLOSE,
                1,
                Example.ACCOUNTS,
                List.of(new ShipperContracts(Example.NORDGAS, List.of(Example.NORD))),
                List.of(new SeriesUse(Example.HENRY_HUB, List.of(Example.NORDGAS), 7))));

        assertThat(door.given())
                .containsExactly(
                        new OpenStatement(
                                StatementId.of(Example.NORDGAS, Example.PERIOD),
                                Example.CLOSE,
                                1,
                                List.of(Example.NORD),
                                RecordingDoor.NOW),
                        new PinPrices(
                                Example.HENRY_HUB, Example.CLOSE, 1, List.of(Example.NORDGAS), 7, RecordingDoor.NOW),
                        new PinAccounts(
                                Example.ACCOUNTS, Example.CLOSE, 1, List.of(Example.NORDGAS), RecordingDoor.NOW));
    }

    @Test
    void thawsTheNamedPointsAndStartsAnewWhenResultsAreInvalid() {
        after(invalidated(2));

        assertThat(door.given())
                .containsExactly(
                        new ThawMeterMonth(
                                MeterMonthId.of(Example.ELLUND, Example.PERIOD), Example.CLOSE, 2, RecordingDoor.NOW),
                        new PinRoster(Example.NETWORK, Example.CLOSE, 2, RecordingDoor.NOW));
    }

    @Test
    void ignoresTheRosterOfAnAttemptThatWasReplaced() {
        process.givenAPublished(OPENED).andThenAPublished(invalidated(2));
        door.forget();

        process.whenPublishingA(roster(1, 1));

        assertThat(door.given()).isEmpty();
    }

    @Test
    void postsTheJournalAndLetsGoOfThePricesWhenBothHaveApproved() {
        after(new ApprovalsComplete(Example.CLOSE, 1, Example.HASH, List.of(Example.AREA), List.of(Example.HENRY_HUB)));

        assertThat(door.given())
                .containsExactly(
                        new UnpinPrices(Example.HENRY_HUB, Example.CLOSE, RecordingDoor.NOW),
                        new PostJournal(
                                JournalId.ofClose(Example.CLOSE), Example.CLOSE, 1, Example.HASH, RecordingDoor.NOW));
    }

    @Test
    void tellsTheCloseThatItsJournalIsPosted() {
        after(new JournalPosted(JournalId.ofClose(Example.CLOSE), Example.CLOSE, "4711", Example.HASH));

        assertThat(door.given()).containsExactly(new ConfirmJournalPosted(Example.CLOSE, "4711", RecordingDoor.NOW));
    }

    @Test
    void showsARejectedPostingAsABlocker() {
        process.givenAPublished(OPENED).andThenAPublished(invalidated(2));
        door.forget();

        process.whenPublishingA(
                new JournalPostingFailed(JournalId.ofClose(Example.CLOSE), Example.CLOSE, "account 5010 is closed"));

        assertThat(door.given())
                .containsExactly(new ReportBlocker(
                        Example.CLOSE,
                        2,
                        CloseStep.POST,
                        "dk/2024-10/CLOSE/1",
                        "account 5010 is closed",
                        RecordingDoor.NOW));
    }

    @Test
    void sealsThePeriodWhoseLockIsRequested() {
        after(new LockRequested(Example.CLOSE, Example.HASH, Example.ANNA));

        assertThat(door.given())
                .containsExactly(
                        new SealPeriod(Example.GROUP, Example.PERIOD, Example.HASH, Example.ANNA, RecordingDoor.NOW));
    }

    @Test
    void tellsTheCloseThatItsPeriodIsLocked() {
        after(new PeriodLocked(Example.GROUP, Example.PERIOD, Example.HASH, Example.HASH, Example.ANNA));

        assertThat(door.given()).containsExactly(new ConfirmLock(Example.CLOSE, Example.HASH, RecordingDoor.NOW));
    }

    @Test
    void hearsNothingOfAnotherPeriod() {
        after(new PeriodLocked(
                Example.GROUP, new AccountingPeriod("2024-09"), Example.HASH, Example.HASH, Example.ANNA));

        assertThat(door.given()).isEmpty();
    }

    @Test
    void endsWhenTheCloseIsLocked() {
        process.givenAPublished(OPENED)
                .whenPublishingA(new CloseLocked(Example.CLOSE, Example.HASH, Example.HASH))
                .expectActiveSagas(0);
    }

    private void cutOff() {
        process.givenAPublished(OPENED)
                .andThenAPublished(new CutoffDeclared(Example.CLOSE, Example.NETWORK, 1, Example.ANNA));
        door.forget();
    }

    private void tell(Object event) {
        process.whenPublishingA(event).expectSuccessfulHandlerExecution();
    }

    private void after(Object event) {
        process.givenAPublished(OPENED);
        door.forget();
        process.whenPublishingA(event).expectSuccessfulHandlerExecution();
    }

    private static ResultsInvalidated invalidated(int attempt) {
        return new ResultsInvalidated(
                Example.CLOSE, Example.NETWORK, attempt, "late data", List.of(Example.ELLUND), 1, Example.ANNA);
    }

    private static RosterPinned roster(int attempt, int areas) {
        var named = IntStream.range(0, areas)
                .mapToObj(i -> new RosterArea(new AreaId("area-" + i), List.of(new ContractId("contract-" + i))))
                .toList();
        return new RosterPinned(Example.NETWORK, Example.CLOSE, attempt, Example.ACCOUNTS, named);
    }
}
