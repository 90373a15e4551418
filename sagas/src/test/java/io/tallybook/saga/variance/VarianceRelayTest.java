package io.tallybook.saga.variance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractEvent.ContractTermsClosed;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdsCommand.PinThresholds;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceReviewCommand.AddValuedLines;
import io.tallybook.messages.variance.VarianceReviewCommand.CloseReview;
import io.tallybook.messages.variance.VarianceReviewCommand.CompleteFigures;
import io.tallybook.messages.variance.VarianceReviewCommand.NoteNominations;
import io.tallybook.messages.variance.VarianceReviewCommand.OpenReview;
import io.tallybook.messages.variance.VarianceReviewCommand.TellFigures;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewOutdated;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.RecordingDoor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class VarianceRelayTest {
    private static final Instant NOW = RecordingDoor.NOW;
    private static final VarianceReviewId REVIEW = VarianceReviewId.of(Example.NORD, Example.PERIOD);
    private static final StatementId STATEMENT = StatementId.of(Example.NORDGAS, Example.PERIOD);

    private final RecordingDoor door = new RecordingDoor();
    private final VarianceRelay relay = new VarianceRelay(door.orders());

    @Test
    void asksForTheThresholdsOfEveryContractOnTheRosterAtOnce() {
        var e = new RosterAdded(
                Example.CLOSE,
                2,
                Example.ACCOUNTS,
                List.of(new RosterArea(Example.AREA, List.of(Example.NORD, Example.SUND))));

        relay.on(e, message(e));

        assertThat(door.given())
                .containsExactly(new PinThresholds(
                        ThresholdsId.of(Example.GROUP), Example.CLOSE, 2, List.of(Example.NORD, Example.SUND), NOW));
    }

    @Test
    void opensAContractsReviewAndAsksTheMonthBeforeAndTheSameMonthLastYear() {
        var e = new ContractPinned(
                Example.NORD, Example.CLOSE, 2, Example.NORDGAS, Example.AREA, Example.terms(), 1, Example.ANNA);

        relay.on(e, message(e));

        assertThat(door.given())
                .containsExactly(
                        new OpenReview(REVIEW, Example.CLOSE, 2, Example.AREA, Example.NORDGAS, NOW),
                        tell("2024-09", VarianceBasis.PRIOR_MONTH),
                        tell("2023-10", VarianceBasis.SAME_MONTH_LAST_YEAR));
    }

    private static TellFigures tell(String month, VarianceBasis basis) {
        return new TellFigures(
                VarianceReviewId.of(Example.NORD, new AccountingPeriod(month)), REVIEW, Example.CLOSE, 2, basis, NOW);
    }

    @Test
    void addsUpThePointsValuedLinesEachWay() {
        var e = new VolumesValued(
                STATEMENT,
                Example.CLOSE,
                2,
                AllocationRunId.of(Example.ELLUND, Example.PERIOD, 2),
                Example.NORD,
                Example.ELLUND,
                Example.HENRY_HUB,
                1,
                List.of(
                        line("2024-10-01", Direction.RECEIPT, 10, "1.10"),
                        line("2024-10-01", Direction.DELIVERY, 4, "0.40"),
                        line("2024-10-02", Direction.RECEIPT, 20, "2.20")));

        relay.on(e, message(e));

        assertThat(door.given())
                .containsExactly(new AddValuedLines(
                        REVIEW,
                        Example.CLOSE,
                        2,
                        Example.ELLUND,
                        List.of(figures(Direction.RECEIPT, 30, "3.30"), figures(Direction.DELIVERY, 4, "0.40")),
                        NOW));
    }

    private static LineFigures figures(Direction direction, long kwh, String money) {
        return new LineFigures(
                Example.ELLUND,
                direction,
                new LineAmounts(Energy.ofKwh(kwh), new Money(new BigDecimal(money), "USD"), null));
    }

    private static ValuedLine line(String day, Direction direction, long kwh, String money) {
        GasDay of = new GasDay(day);
        return new ValuedLine(
                of,
                direction,
                Energy.ofKwh(kwh),
                BigDecimal.ONE,
                new Price(BigDecimal.ONE, "USD"),
                of.date(),
                null,
                new Money(new BigDecimal(money), "USD"));
    }

    @Test
    void completesTheReviewsOfThePreparedStatementsContracts() {
        StatementTotals none = new StatementTotals(
                Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"), Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"));
        var e = new StatementPrepared(
                STATEMENT,
                Example.CLOSE,
                2,
                Example.NORDGAS,
                3,
                none,
                Example.HASH,
                Example.HASH,
                List.of("calculation|statement|1", "contract|nord-1|v2", "contract|nord-2|v1", "prices|hub|" + "a"),
                List.of(Example.ANNA));

        relay.on(e, message(e));

        assertThat(door.given(CompleteFigures.class))
                .extracting(order -> order.review().value())
                .containsExactly("nord-1/2024-10", "nord-2/2024-10");
        assertThat(door.given(CompleteFigures.class))
                .allSatisfy(order -> assertThat(order.contributors()).containsExactly(Example.ANNA));
    }

    @Test
    void notesNominationsButNotOperatorsValues() {
        nominated(NominationKind.OPERATOR_VALUE);
        assertThat(door.given()).isEmpty();

        nominated(NominationKind.NOMINATED);
        assertThat(door.given()).containsExactly(new NoteNominations(REVIEW, Example.ELLUND, 3, List.of(), NOW));
    }

    private void nominated(NominationKind kind) {
        var e = new NominationsRecorded(
                NominationMonthId.of(Example.NORD, Example.ELLUND, Example.PERIOD),
                kind,
                List.of(),
                3,
                Example.source(),
                Example.ANNA);
        relay.on(e, message(e));
    }

    @Test
    void tellsTheCloseWhatNoLongerStandsAndThenThatThereIsNoMoreNews() {
        var outdated = new VarianceReviewOutdated(REVIEW, Example.CLOSE, 2, "looked at again");
        var awaited = new NewsAwaited(Example.CLOSE, 2, 1);

        relay.on(outdated, message(outdated));
        relay.on(awaited, message(awaited));

        assertThat(door.given())
                .containsExactly(
                        new ReportStaleResult(Example.CLOSE, 2, "looked at again", NOW),
                        new ConfirmNoNews(Example.CLOSE, 2, 1, NewsRelay.VARIANCES, NOW));
    }

    @Test
    void closesAReviewWithTheTermsOfItsContract() {
        var e = new ContractTermsClosed(Example.NORD, Example.CLOSE);

        relay.on(e, message(e));

        assertThat(door.given()).containsExactly(new CloseReview(REVIEW, Example.CLOSE, NOW));
    }

    private static EventMessage<?> message(Object event) {
        return GenericEventMessage.asEventMessage(event);
    }
}
