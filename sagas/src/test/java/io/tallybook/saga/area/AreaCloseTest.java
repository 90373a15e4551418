package io.tallybook.saga.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.allocation.AllocationRunCommand.AddAllocationInput;
import io.tallybook.messages.allocation.AllocationRunCommand.AddContractShares;
import io.tallybook.messages.allocation.AllocationRunCommand.AddNominations;
import io.tallybook.messages.allocation.AllocationRunCommand.StartAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.SupersedeRun;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.SystemBalanceCommand.AddBalanceInput;
import io.tallybook.messages.balance.SystemBalanceCommand.OpenBalance;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractCommand.CloseContractTerms;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.MeterMonthCommand.CloseMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaCommand.CloseAreaConfiguration;
import io.tallybook.messages.network.PointCommand.ClosePointConfiguration;
import io.tallybook.messages.nomination.NominationMonthCommand.CloseNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.PinNominations;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.nomination.NominationUse;
import io.tallybook.saga.Example;
import io.tallybook.saga.WrittenLog;
import io.tallybook.saga.orders.RecordingDoor;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AreaCloseTest {
    private static final NominationMonthId NOMINATED =
            NominationMonthId.of(Example.NORD, Example.ELLUND, Example.PERIOD);

    private final RecordingDoor door = new RecordingDoor();
    private final WrittenLog log = new WrittenLog()
            .with(Example.AREA.toString(), Example.roster(1))
            .with(Example.AREA.toString(), Example.roster(2));
    private final SagaTestFixture<AreaClose> process = new SagaTestFixture<>(AreaClose.class);

    @BeforeEach
    void provide() {
        process.registerResource(door.orders());
        process.registerResource(new Rosters(log));
    }

    @Test
    void opensBalanceAndRunsAndFreezesEveryPoint() {
        process.givenNoPriorActivity()
                .whenPublishingA(Example.roster(1))
                .expectSuccessfulHandlerExecution()
                .expectActiveSagas(1);

        assertThat(door.given(OpenBalance.class)).hasSize(1);
        assertThat(door.given(StartAllocation.class))
                .extracting(StartAllocation::run)
                .containsExactly(run(Example.ELLUND, 1), run(Example.NYBRO, 1));
        assertThat(door.given(FreezeMeterMonth.class))
                .extracting(FreezeMeterMonth::rosterIndex)
                .containsExactly(0, 1, 2);
    }

    @Test
    void startsNothingTwiceWhenTheRosterIsPinnedAgain() {
        after(Example.roster(1));

        assertThat(door.given()).isEmpty();
    }

    @Test
    void tellsEveryRunOfEveryContractWithAnEmptyListWhereItHasNoShare() {
        after(new ContractPinned(
                Example.NORD, Example.CLOSE, 1, Example.NORDGAS, Example.AREA, Example.terms(), 1, Example.ANNA));

        assertThat(door.given(AddContractShares.class))
                .extracting(AddContractShares::run)
                .containsExactly(run(Example.ELLUND, 1), run(Example.NYBRO, 1));
        assertThat(door.given(AddContractShares.class))
                .extracting(order -> order.shares().size())
                .containsExactly(1, 0);
    }

    @Test
    void pinsTheNominationsOfTheFlowPointsWhoseMethodLooksAtThem() {
        after(pinned(1));

        assertThat(door.given(PinNominations.class))
                .containsExactly(new PinNominations(
                        NOMINATED, Example.CLOSE, 1, Example.AREA, new NominationUse(true, null), RecordingDoor.NOW));
    }

    @Test
    void tellsTheRunWhatWasNominatedAlsoThatNothingWas() {
        after(new NominationsPinned(
                NOMINATED, Example.CLOSE, 1, Example.AREA, 0, List.of(), List.of(), List.of(Example.ANNA)));

        assertThat(door.given())
                .containsExactly(new AddNominations(
                        run(Example.ELLUND, 1),
                        Example.CLOSE,
                        Example.NORD,
                        0,
                        List.of(),
                        List.of(),
                        List.of(Example.ANNA),
                        RecordingDoor.NOW));
    }

    @Test
    void closesTheNominationsTheApprovedAttemptWasGiven() {
        log.with(Example.NORD.toString(), pinned(1)).with(Example.NORD.toString(), pinned(2));
        process.givenAPublished(Example.roster(2));
        door.forget();

        process.whenPublishingA(approved(2)).expectSuccessfulHandlerExecution();

        assertThat(door.given(CloseNominations.class))
                .containsExactly(new CloseNominations(NOMINATED, Example.CLOSE, RecordingDoor.NOW));
    }

    @Test
    void freezesAgainWhenAMonthHasBecomeComplete() {
        after(new MeterMonthReady(month(Example.NYBRO), Example.CLOSE, 1, Example.AREA, 1, Example.RULE));

        assertThat(door.given())
                .containsExactly(new FreezeMeterMonth(
                        month(Example.NYBRO), Example.CLOSE, 1, Example.AREA, 1, Example.RULE, RecordingDoor.NOW));
    }

    @Test
    void turnsAFrozenMonthIntoInputsOfBalanceAndAllocation() {
        after(frozen(Example.ELLUND, 0, 1));

        assertThat(door.given())
                .containsExactly(
                        new AddBalanceInput(
                                BalanceId.of(Example.AREA, Example.PERIOD),
                                Example.CLOSE,
                                1,
                                0,
                                Example.ELLUND,
                                31,
                                Example.HASH,
                                31,
                                Example.DAYS,
                                List.of(Example.ANNA),
                                RecordingDoor.NOW),
                        new AddAllocationInput(
                                run(Example.ELLUND, 1),
                                Example.CLOSE,
                                31,
                                Example.HASH,
                                Example.DAYS,
                                List.of(Example.ANNA),
                                RecordingDoor.NOW));
    }

    @Test
    void carriesStorageToTheBalanceAndAllocatesNothingOfIt() {
        after(frozen(Example.STORE, 2, 1));

        assertThat(door.given()).singleElement().isInstanceOf(AddBalanceInput.class);
    }

    @Test
    void hearsNothingOfAnotherAttempt() {
        after(frozen(Example.ELLUND, 0, 2));

        assertThat(door.given()).isEmpty();
    }

    @Test
    void supersedesItsRunsAndEndsWhenANewerAttemptBegins() {
        process.givenAPublished(Example.roster(1));
        door.forget();

        process.whenPublishingA(invalidated(2))
                .expectSuccessfulHandlerExecution()
                .expectActiveSagas(0);

        assertThat(door.given(SupersedeRun.class))
                .extracting(SupersedeRun::run, SupersedeRun::successor)
                .containsExactly(
                        tuple(run(Example.ELLUND, 1), run(Example.ELLUND, 2)),
                        tuple(run(Example.NYBRO, 1), run(Example.NYBRO, 2)));
    }

    @Test
    void closesEveryMonthAndEndsWhenBothHaveApproved() {
        process.givenAPublished(Example.roster(2));
        door.forget();

        process.whenPublishingA(approved(2)).expectSuccessfulHandlerExecution().expectActiveSagas(0);

        assertThat(door.given(CloseMeterMonth.class))
                .extracting(CloseMeterMonth::month)
                .containsExactly(month(Example.ELLUND), month(Example.NYBRO), month(Example.STORE));
    }

    @Test
    void closesTheConfigurationBeforeTheMonths() {
        process.givenAPublished(Example.roster(2));
        door.forget();

        process.whenPublishingA(approved(2)).expectSuccessfulHandlerExecution();

        assertThat(door.given().getFirst())
                .isEqualTo(new CloseAreaConfiguration(Example.AREA, Example.CLOSE, RecordingDoor.NOW));
        assertThat(door.given(CloseContractTerms.class))
                .extracting(CloseContractTerms::contract)
                .containsExactly(Example.NORD, Example.SUND);
        assertThat(door.given(ClosePointConfiguration.class))
                .extracting(ClosePointConfiguration::point)
                .containsExactly(Example.ELLUND, Example.NYBRO, Example.STORE);
        assertThat(door.given().getLast()).isInstanceOf(CloseMeterMonth.class);
    }

    @Test
    void endsWithoutAWordWhenAnotherAttemptWasApproved() {
        process.givenAPublished(Example.roster(1));
        door.forget();

        process.whenPublishingA(approved(2)).expectActiveSagas(0);

        assertThat(door.given()).isEmpty();
    }

    /** Pro rata both ways at a flow point, and at one that no gas is allocated of. */
    private static ContractPinned pinned(int attempt) {
        AllocationRule proRata = AllocationRule.of(AllocationMethod.PRO_RATA);
        ContractTerms terms = Example.terms();
        List<PointShare> shares = List.of(
                new PointShare(Example.ELLUND, Direction.RECEIPT, Share.of("0"), proRata),
                new PointShare(Example.ELLUND, Direction.DELIVERY, Share.of("0"), proRata),
                new PointShare(Example.NYBRO, Direction.DELIVERY, Share.of("0.6")),
                new PointShare(Example.STORE, Direction.RECEIPT, Share.of("0"), proRata));
        ContractTerms byMethod = new ContractTerms(
                terms.effectiveFrom(), shares, terms.series(), terms.rule(), terms.lookbackDays(), terms.currency());
        return new ContractPinned(
                Example.NORD, Example.CLOSE, attempt, Example.NORDGAS, Example.AREA, byMethod, 2, Example.ANNA);
    }

    private void after(Object event) {
        process.givenAPublished(Example.roster(1));
        door.forget();
        process.whenPublishingA(event).expectSuccessfulHandlerExecution();
    }

    private static MeterMonthFrozen frozen(PointId point, int index, int attempt) {
        return new MeterMonthFrozen(
                month(point),
                Example.CLOSE,
                attempt,
                Example.AREA,
                index,
                1,
                31,
                Example.HASH,
                31,
                Example.DAYS,
                List.of(Example.ANNA));
    }

    private static ResultsInvalidated invalidated(int attempt) {
        return new ResultsInvalidated(Example.CLOSE, Example.NETWORK, attempt, "late data", List.of(), 0, Example.ANNA);
    }

    @Test
    void letsEveryPointGoWhenTheCutOffIsTakenBack() {
        after(new CutoffReopened(Example.CLOSE, 2, "a day is to come", Example.ANNA));

        assertThat(door.given()).hasSize(5);
        assertThat(door.given().subList(0, 2)).hasOnlyElementsOfType(SupersedeRun.class);
        assertThat(door.given().subList(2, 5))
                .allSatisfy(order -> assertThat(order)
                        .isInstanceOfSatisfying(
                                ThawMeterMonth.class,
                                thaw -> assertThat(thaw.attempt()).isEqualTo(2)));
        door.forget();
        process.whenPublishingA(frozen(Example.NYBRO, 1, 1)).expectActiveSagas(0);
        assertThat(door.given()).isEmpty();
    }

    private static ApprovalsComplete approved(int attempt) {
        return new ApprovalsComplete(
                Example.CLOSE, attempt, Example.HASH, List.of(Example.AREA), List.of(Example.HENRY_HUB));
    }

    private static AllocationRunId run(PointId point, int attempt) {
        return AllocationRunId.of(point, Example.PERIOD, attempt);
    }

    private static MeterMonthId month(PointId point) {
        return MeterMonthId.of(point, Example.PERIOD);
    }
}
