package io.tallybook.command.network;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.AreaCommand.CloseAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaCommand.ReopenAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.SetTolerance;
import io.tallybook.messages.network.AreaEvent.AreaConfigurationClosed;
import io.tallybook.messages.network.AreaEvent.AreaConfigurationReopened;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.AreaEvent.AreaRosterOutdated;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.AreaEvent.ToleranceSet;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaTest {
    private static final AreaId DK = new AreaId("dk");
    private static final NetworkId NETWORK = new NetworkId("dk");
    private static final CloseId OCTOBER = new CloseId("dk/2024-10");
    private static final List<ContractId> CONTRACTS = List.of(new ContractId("c-1"));
    private static final Tolerance FROM_2019 = tolerance("2019-01", "10");
    private static final AreaEstablished ESTABLISHED =
            new AreaEstablished(DK, NETWORK, "Denmark", FROM_2019, Story.ENGINEER);
    private static final PointPlaced ELLUND = placed("ellund", rule("2019-01-01", 1));
    private static final AreaConfigurationClosed CLOSED = new AreaConfigurationClosed(DK, OCTOBER);

    private final Story story = Story.of(Area.class);

    @Test
    void isEstablishedOnceAndNotAsSomethingElse() {
        story.given().when(establish("Denmark")).then(ESTABLISHED);
        story.given(ESTABLISHED).when(establish("Denmark")).thenNothing();
        story.given(ESTABLISHED).when(establish("Sweden")).thenRefused("area-exists");
    }

    @Test
    void isNotFoundBeforeItIsEstablished() {
        story.given().when(set(FROM_2019)).thenRefused("not-found");
        story.given().when(place(ELLUND)).thenRefused("not-found");
        story.given().when(pin(1)).thenRefused("not-found");
    }

    @Test
    void aToleranceHoldsFromALaterPeriodOn() {
        Tolerance later = tolerance("2025-01", "5");
        story.given(ESTABLISHED).when(set(later)).then(new ToleranceSet(DK, later, Story.ENGINEER));
        story.given(ESTABLISHED, new ToleranceSet(DK, later, Story.ENGINEER))
                .when(pin(1))
                .then(pinned(1, FROM_2019));
        story.given(ESTABLISHED, new ToleranceSet(DK, later, Story.ENGINEER))
                .when(set(later))
                .thenNothing();
        story.given(ESTABLISHED, new ToleranceSet(DK, later, Story.ENGINEER))
                .when(set(tolerance("2024-12", "5")))
                .thenRefused("tolerance-not-later");
    }

    @Test
    void aToleranceIsReplacedUntilACloseOfItsPeriodIsApproved() {
        Tolerance tighter = tolerance("2019-01", "5");
        story.given(ESTABLISHED).when(set(tighter)).then(new ToleranceSet(DK, tighter, Story.ENGINEER));
        story.given(ESTABLISHED, pinned(1, FROM_2019), CLOSED)
                .when(set(tighter))
                .thenRefused("period-is-closed");
        Tolerance next = tolerance("2024-11", "5");
        story.given(ESTABLISHED, pinned(1, FROM_2019), CLOSED)
                .when(set(next))
                .then(new ToleranceSet(DK, next, Story.ENGINEER));
    }

    @Test
    void tellsARunningCloseThatItsToleranceHasChanged() {
        Tolerance tighter = tolerance("2024-10", "5");
        story.given(ESTABLISHED, pinned(3, FROM_2019))
                .when(set(tighter))
                .then(
                        new ToleranceSet(DK, tighter, Story.ENGINEER),
                        new AreaRosterOutdated(DK, OCTOBER, 3, "a tolerance was set after the roster was taken"));
        Tolerance later = tolerance("2024-11", "5");
        story.given(ESTABLISHED, pinned(3, FROM_2019))
                .when(set(later))
                .then(new ToleranceSet(DK, later, Story.ENGINEER));
    }

    @Test
    void tellsARunningCloseThatItsRosterHasChanged() {
        PointPlaced corrected = placed("ellund", rule("2019-01-01", 2));
        story.given(ESTABLISHED, ELLUND, pinned(1, FROM_2019, ELLUND))
                .when(place(corrected))
                .then(
                        corrected,
                        new AreaRosterOutdated(
                                DK, OCTOBER, 1, "the point ellund was placed anew after the roster was taken"));
        PointPlaced later = placed("ellund", rule("2024-11-01", 2));
        story.given(ESTABLISHED, ELLUND, pinned(1, FROM_2019, ELLUND))
                .when(place(later))
                .then(later);
    }

    @Test
    void refusesAPointOrConfigurationThatBeginsInAClosedPeriod() {
        PointPlaced corrected = placed("ellund", rule("2019-01-01", 2));
        PointPlaced onTheLastDay = placed("poland", rule("2024-10-31", 1));
        PointPlaced dayAfter = placed("poland", rule("2024-11-01", 1));
        story.given(ESTABLISHED, ELLUND, CLOSED).when(place(corrected)).thenRefused("period-is-closed");
        story.given(ESTABLISHED, ELLUND, CLOSED).when(place(onTheLastDay)).thenRefused("period-is-closed");
        story.given(ESTABLISHED, ELLUND, CLOSED).when(place(dayAfter)).then(dayAfter);
        story.given(ESTABLISHED, ELLUND, CLOSED).when(place(ELLUND)).thenNothing();
    }

    @Test
    void closesAPeriodOnceAndEveryOneBeforeIt() {
        CloseAreaConfiguration close = new CloseAreaConfiguration(DK, OCTOBER, Story.AT);
        CloseId september = new CloseId("dk/2024-09");
        story.given().when(close).thenRefused("not-found");
        story.given(ESTABLISHED).when(close).then(CLOSED);
        story.given(ESTABLISHED, CLOSED).when(close).thenNothing();
        story.given(ESTABLISHED, CLOSED)
                .when(new CloseAreaConfiguration(DK, september, Story.AT))
                .thenNothing();
    }

    @Test
    void opensTheLastClosedPeriodAgainOncePerRevision() {
        CloseId september = new CloseId("dk/2024-09");
        AreaConfigurationReopened reopened = new AreaConfigurationReopened(DK, OCTOBER, 2);
        story.given(ESTABLISHED).when(reopen(OCTOBER, 2)).thenNothing();
        story.given(ESTABLISHED, CLOSED).when(reopen(OCTOBER, 1)).thenNothing();
        story.given(ESTABLISHED, CLOSED).when(reopen(september, 2)).thenRefused("later-period-closed");
        story.given(ESTABLISHED, CLOSED).when(reopen(OCTOBER, 2)).then(reopened);
        story.given(ESTABLISHED, CLOSED, reopened).when(reopen(OCTOBER, 2)).thenNothing();
        story.given(ESTABLISHED, CLOSED, reopened, CLOSED)
                .when(reopen(OCTOBER, 2))
                .thenNothing();
        story.given(ESTABLISHED, CLOSED, reopened, CLOSED)
                .when(reopen(OCTOBER, 3))
                .then(new AreaConfigurationReopened(DK, OCTOBER, 3));
    }

    private static ReopenAreaConfiguration reopen(CloseId close, int revision) {
        return new ReopenAreaConfiguration(DK, close, revision, Story.AT);
    }

    @Test
    void theTradesDefaultHoldsBeforeTheFirstTolerance() {
        story.given(new AreaEstablished(DK, NETWORK, "Denmark", tolerance("2025-01", "5"), Story.ENGINEER))
                .when(pin(1))
                .then(pinned(1, Tolerance.standard(OCTOBER.period())));
    }

    @Test
    void placesAPointOnce() {
        story.given(ESTABLISHED).when(place(ELLUND)).then(ELLUND);
        story.given(ESTABLISHED, ELLUND).when(place(ELLUND)).thenNothing();
    }

    @Test
    void takesOnlyANewerConfigurationThatBeginsWithAMonthOrWhereTheOlderOneBegan() {
        PointPlaced newer = placed("ellund", rule("2025-01-01", 2));
        PointPlaced corrected =
                new PointPlaced(DK, new PointId("ellund"), PointRole.STORAGE, rule("2019-01-01", 2), Story.ENGINEER);
        story.given(ESTABLISHED, ELLUND).when(place(newer)).then(newer);
        story.given(ESTABLISHED, ELLUND).when(place(corrected)).then(corrected);
        story.given(ESTABLISHED, newer).when(place(ELLUND)).thenRefused("configuration-not-newer");
        story.given(ESTABLISHED, ELLUND)
                .when(place(placed("ellund", rule("2025-01-15", 2))))
                .thenRefused("configuration-within-a-month");
    }

    @Test
    void holds256PointsAndNotOneMore() {
        List<Object> facts = new ArrayList<>(List.of(ESTABLISHED));
        IntStream.range(0, 255).forEach(i -> facts.add(placed("p-" + i, rule("2019-01-01", 1))));
        story.given(facts).when(place(ELLUND)).then(ELLUND);
        facts.add(ELLUND);
        story.given(facts)
                .when(place(placed("one-more", rule("2019-01-01", 1))))
                .thenRefused("too-many-points");
        PointPlaced newer = placed("ellund", rule("2025-01-01", 2));
        story.given(facts).when(place(newer)).then(newer);
    }

    @Test
    void refusesThePointWithWhichItsRosterWouldNoLongerFitAnEvent() {
        PointRule wordy = new PointRule(
                new GasDayRule(ZoneId.of("America/Argentina/ComodRivadavia"), LocalTime.of(6, 0)),
                MeasuringInterval.QUARTER_HOUR,
                new GasDay("2019-01-01"),
                999_999);
        List<Object> facts = new ArrayList<>(List.of(ESTABLISHED));
        IntStream.range(0, 255).forEach(i -> facts.add(placed("p".repeat(61) + "%03d".formatted(i), wordy)));
        story.given(facts).when(place(ELLUND)).thenRefused("roster-too-large");
    }

    @Test
    void pinsThePointsInForceInOrderEachByTheConfigurationThatHoldsThen() {
        PointPlaced later = placed("ellund", rule("2024-11-01", 2));
        PointPlaced corrected = placed("dragor", rule("2019-01-01", 2));
        PointPlaced poland = placed("poland", rule("2024-10-31", 1));
        PointPlaced next = placed("next", rule("2024-11-01", 1));
        story.given(ESTABLISHED, poland, ELLUND, later, next, placed("dragor", rule("2019-01-01", 1)), corrected)
                .when(pin(1))
                .then(pinned(1, FROM_2019, corrected, ELLUND, poland));
    }

    @Test
    void answersTheSameAttemptTheSameAndAHigherOneAnew() {
        AreaRosterPinned first = pinned(1, FROM_2019);
        story.given(ESTABLISHED, first, ELLUND).when(pin(1)).then(first);
        story.given(ESTABLISHED, first, ELLUND).when(pin(2)).then(pinned(2, FROM_2019, ELLUND));
        story.given(ESTABLISHED, pinned(2, FROM_2019), ELLUND).when(pin(1)).thenNothing();
    }

    private static EstablishArea establish(String name) {
        return new EstablishArea(DK, NETWORK, name, FROM_2019, Story.ENGINEER, Story.AT);
    }

    private static SetTolerance set(Tolerance tolerance) {
        return new SetTolerance(DK, tolerance, Story.ENGINEER, Story.AT);
    }

    private static PlacePoint place(PointPlaced wanted) {
        return new PlacePoint(DK, wanted.point(), wanted.role(), wanted.rule(), wanted.by(), Story.AT);
    }

    private static PinAreaRoster pin(int attempt) {
        return new PinAreaRoster(DK, OCTOBER, attempt, CONTRACTS, Story.AT);
    }

    private static AreaRosterPinned pinned(int attempt, Tolerance tolerance, PointPlaced... points) {
        List<RosterPoint> roster = List.of(points).stream()
                .map(point -> new RosterPoint(point.point(), point.role(), point.rule()))
                .toList();
        return new AreaRosterPinned(DK, OCTOBER, attempt, roster, CONTRACTS, tolerance);
    }

    private static PointPlaced placed(String point, PointRule rule) {
        return new PointPlaced(DK, new PointId(point), PointRole.FLOW, rule, Story.ENGINEER);
    }

    static PointRule rule(String from, int version) {
        return new PointRule(
                new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0)),
                MeasuringInterval.GAS_DAY,
                new GasDay(from),
                version);
    }

    private static Tolerance tolerance(String from, String percent) {
        return new Tolerance(
                new AccountingPeriod(from), new BigDecimal(percent), new BigDecimal("5"), Energy.ofKwh(1000));
    }
}
