package io.tallybook.command.metering;

import static io.tallybook.command.metering.Months.AREA;
import static io.tallybook.command.metering.Months.CLOSE;
import static io.tallybook.command.metering.Months.FIRST;
import static io.tallybook.command.metering.Months.OCTOBER;
import static io.tallybook.command.metering.Months.SECOND;
import static io.tallybook.command.metering.Months.day;
import static io.tallybook.command.metering.Months.quantity;
import static io.tallybook.command.metering.Months.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.WithdrawEstimate;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateBasis;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateInput;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWeight;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.MeterMonthEvent.SupersededEstimate;
import io.tallybook.messages.metering.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Step 3 of the close (domain: month-end close); long, for one subject has all these rules. */
class EstimatingTest {
    private static final PersonId MARA = new PersonId("mara");
    private static final PersonId CAROL = new PersonId("carol");
    /** 250 MMBtu by the exact definitions of Btu and kWh, at 6 decimals. */
    private static final Energy FLOOR = new Energy(new BigDecimal("73267.767543"));

    private static final String REASON = "meter was out for calibration";

    private final Months daily = Months.daily();

    @Test
    void theSmallestMaterialEnergyIsExactly250MMBtuAndHalfAPercentOfTheMonthWhereThatIsMore() {
        assertThat(EstimateLimit.standard().of(Energy.ofKwh(14_000_000))).isEqualTo(FLOOR);
        assertThat(EstimateLimit.standard().of(Energy.ofKwh(20_000_001)))
                .isEqualTo(new Energy(new BigDecimal("100000.005")));
    }

    @Test
    void fillsAMissingDayWithTheMeanOfTheMonthAndItStandsAtOnceWhenImmaterial() {
        upTo(3).when(estimate(EstimateMethod.AVERAGE_OF_MONTH, 4))
                .then(new GapEstimated(
                        daily.id(),
                        1,
                        daily.rule(),
                        EstimateMethod.AVERAGE_OF_MONTH,
                        // 100, 200, 300
                        List.of(figure(4, 200, 1)),
                        new EstimateBasis(3, Energy.ofKwh(600), List.of()),
                        new EstimateWeight(Energy.ofKwh(200), FLOOR),
                        REASON,
                        MARA));
    }

    @Test
    void roundsAMeanHalfUpToAsManyDecimalsAsTheReadingsHave() {
        Story.Given two = daily.empty().and(daily.record(1, 100, FIRST)).and(daily.record(2, 101, FIRST));
        assertThat(estimated(two.when(estimate(EstimateMethod.AVERAGE_OF_MONTH, 3))))
                .containsExactly(Energy.ofKwh(101));
        Quantity tenths =
                new Quantity(start(3), new Energy(new BigDecimal("100.4")), Direction.RECEIPT, "GOOD", 1, null);
        Story.Given three = two.and(daily.record(day(3), FIRST, Story.ACCOUNTANT, List.of(tenths)));
        assertThat(estimated(three.when(estimate(EstimateMethod.AVERAGE_OF_MONTH, 4))))
                .containsExactly(new Energy(new BigDecimal("100.5")));
    }

    @Test
    void drawsALineThroughAWeekAndNamesItsTwoEnds() {
        Story.Given gap = daily.empty().and(daily.record(1, 100, FIRST)).and(daily.record(5, 301, FIRST));
        GapEstimated event = gap.when(estimate(EstimateMethod.LINEAR, 4, 2, 3)).only(GapEstimated.class);
        assertThat(event.quantities()).containsExactly(figure(2, 150, 1), figure(3, 201, 1), figure(4, 251, 1));
        assertThat(event.basis())
                .isEqualTo(new EstimateBasis(
                        2,
                        Energy.ofKwh(401),
                        List.of(
                                new EstimateInput(start(1), Energy.ofKwh(100)),
                                new EstimateInput(start(5), Energy.ofKwh(301)))));
    }

    @Test
    void drawsTheLineBetweenActualReadingsAcrossADayThatIsEstimatedAlready() {
        Story.Given gap = daily.empty()
                .and(daily.record(1, 100, FIRST))
                .and(daily.record(4, 400, FIRST))
                .and(stated(2, 7));
        assertThat(estimated(gap.when(estimate(EstimateMethod.LINEAR, 3)))).containsExactly(Energy.ofKwh(300));
    }

    @Test
    void takesTheLastActualReadingAgainWithItsDirection() {
        Quantity out = new Quantity(start(2), Energy.ofKwh(40), Direction.DELIVERY, "GOOD", 1, null);
        Story.Given gap = daily.empty()
                .and(daily.record(1, 100, FIRST))
                .and(daily.record(day(2), FIRST, Story.ACCOUNTANT, List.of(out)));
        GapEstimated event = gap.when(estimate(EstimateMethod.LAST_GOOD, 3, 4)).only(GapEstimated.class);
        assertThat(event.quantities()).containsExactly(figure(3, -40, 1), figure(4, -40, 1));
        assertThat(event.basis().inputs()).containsExactly(new EstimateInput(start(2), Energy.ofKwh(-40)));
    }

    @Test
    void aPersonMayStateTheFigureAlsoOfAMonthWithoutAnyReading() {
        GapEstimated event = daily.empty().when(stated(1, 7)).only(GapEstimated.class);
        assertThat(event.quantities()).containsExactly(figure(1, 7, 1));
        assertThat(event.basis()).isEqualTo(new EstimateBasis(0, Energy.ZERO, List.of()));
    }

    @Test
    void saysWhatAMethodLacks() {
        daily.empty().when(estimate(EstimateMethod.AVERAGE_OF_MONTH, 1)).thenRefused("nothing-to-estimate-from");
        upTo(3).when(estimate(EstimateMethod.LINEAR, 4)).thenRefused("no-neighbour");
        daily.empty()
                .and(daily.record(2, 5, FIRST))
                .when(estimate(EstimateMethod.LAST_GOOD, 1))
                .thenRefused("no-neighbour");
    }

    @Test
    void fillsOnlyWhatIsMissing() {
        upTo(3).when(estimate(EstimateMethod.AVERAGE_OF_MONTH, 3)).thenRefused("interval-has-a-figure");
        upTo(3).and(stated(4, 5)).when(stated(4, 6)).thenRefused("interval-has-a-figure");
        upTo(3).and(stated(4, 90_000)).when(stated(4, 6)).thenRefused("estimate-waits");
        upTo(3).when(gap(EstimateMethod.LAST_GOOD, null, MARA, List.of(start(4).plusSeconds(1))))
                .thenRefused("interval-not-expected");
    }

    @Test
    void whatIsNotOverIsNotMissing() {
        EstimateGap early = new EstimateGap(
                daily.id(),
                daily.rule(),
                List.of(start(4)),
                EstimateMethod.LAST_GOOD,
                null,
                EstimateLimit.standard(),
                REASON,
                MARA,
                start(5).minusMillis(1));
        upTo(3).when(early).thenRefused("interval-not-over");
        assertThat(upTo(3).when(estimate(EstimateMethod.LAST_GOOD, 4)).events()).hasSize(1);
    }

    @Test
    void takesUpTo256IntervalsInOneOrder() {
        Months hourly = Months.hourly(OCTOBER);
        List<Instant> hours = OCTOBER.days().stream()
                .flatMap(each -> hourly.starts(each).stream())
                .toList();
        assertThat(hourly.empty()
                        .when(gap(hourly, hours.subList(0, Estimates.MOST)))
                        .only(GapEstimated.class)
                        .quantities())
                .hasSize(256);
        hourly.empty()
                .when(gap(hourly, hours.subList(0, Estimates.MOST + 1)))
                .thenInvalid("an estimate is for 1 to 256 intervals");
        hourly.empty().when(gap(hourly, List.of())).thenInvalid("an estimate is for 1 to 256 intervals");
    }

    @Test
    void aFigureGoesWithStatedOnlyAndAReasonAlways() {
        String figure = "a stated figure goes with the method STATED, and only with it";
        upTo(3).when(gap(EstimateMethod.STATED, null, MARA, List.of(start(4)))).thenInvalid(figure);
        upTo(3).when(gap(EstimateMethod.LAST_GOOD, Energy.ofKwh(1), MARA, List.of(start(4))))
                .thenInvalid(figure);
        upTo(3).when(new EstimateGap(
                        daily.id(),
                        daily.rule(),
                        List.of(start(4)),
                        EstimateMethod.LAST_GOOD,
                        null,
                        EstimateLimit.standard(),
                        " ",
                        MARA,
                        Story.AT))
                .thenInvalid("a reason has 1 to 2,000 characters");
    }

    @Test
    void whatIsMaterialWaitsForASecondPersonAndTheMonthStaysShort() {
        Story.Given waiting = lastDayMissing().and(stated(31, 73_268));
        GapEstimated event = lastDayMissing().when(stated(31, 73_268)).only(GapEstimated.class);
        assertThat(event.weight().material()).isTrue();
        assertThat(waiting.when(daily.freeze(2)).only(MeterMonthNotReady.class).firstMissing())
                .containsExactly(start(31));
        waiting.when(accept(1, MARA)).thenRefused("estimator-may-not-accept");
        assertThat(waiting.when(accept(1, CAROL)).events())
                .containsExactly(
                        new EstimateAccepted(daily.id(), 1, List.of(figure(31, 73_268, 1)), CAROL),
                        new MeterMonthReady(daily.id(), CLOSE, 1, AREA, 3, daily.rule()));
        waiting.and(accept(1, CAROL)).when(accept(1, new PersonId("bob"))).thenNothing();
    }

    @Test
    void aKwhBelowTheLimitStandsAtOnceAndTheCloseHearsIt() {
        assertThat(lastDayMissing().when(stated(31, 73_267)).events())
                .hasSize(2)
                .endsWith(new MeterMonthReady(daily.id(), CLOSE, 1, AREA, 3, daily.rule()));
    }

    @Test
    void cutInPartsAnEstimateWeighsTheSame() {
        Story.Given first = upTo(3).and(stated(4, 73_000));
        assertThat(first.when(stated(5, 268)).only(GapEstimated.class).weight())
                .isEqualTo(new EstimateWeight(Energy.ofKwh(73_268), FLOOR));
        assertThat(first.and(stated(5, 268))
                        .when(stated(6, 200))
                        .only(GapEstimated.class)
                        .weight()
                        .alone())
                .isEqualTo(Energy.ofKwh(73_200));
    }

    @Test
    void theActualReadingTakesTheEstimatesPlaceAsANewVersion() {
        Quantity actual = quantity(4, 260);
        upTo(3).and(estimate(EstimateMethod.AVERAGE_OF_MONTH, 4, 5))
                .when(daily.record(4, 260, SECOND))
                .then(
                        new QuantitiesRecorded(
                                daily.id(),
                                day(4),
                                daily.rule(),
                                List.of(new RecordedQuantity(actual, 2, Energy.ofKwh(200))),
                                SECOND,
                                Story.ACCOUNTANT),
                        new ActualReceived(
                                daily.id(), day(4), List.of(superseded(4, 200, 260)), SECOND, Story.ACCOUNTANT));
    }

    @Test
    void anActualReadingEqualToTheEstimateIsNewsAndMovesTheHash() {
        Story.Given estimated = lastDayMissing().and(estimate(EstimateMethod.AVERAGE_OF_MONTH, 31));
        MeterMonthFrozen before = estimated.when(daily.freeze(1)).only(MeterMonthFrozen.class);
        Story.Given actual = estimated.and(daily.record(31, 100, SECOND));
        MeterMonthFrozen after = actual.when(daily.freeze(1)).only(MeterMonthFrozen.class);
        assertThat(after.days()).isEqualTo(before.days());
        assertThat(after.records()).isEqualTo(before.records()).isEqualTo(31);
        assertThat(before.contentHash())
                .isEqualTo(Sha256.ofLines(IntStream.rangeClosed(1, 31)
                        .mapToObj(i -> start(i) + "|100|RECEIPT|" + (i < 31 ? "GOOD" : "~AVERAGE_OF_MONTH"))
                        .toList()));
        assertThat(after.contentHash())
                .isEqualTo(Sha256.ofLines(IntStream.rangeClosed(1, 31)
                        .mapToObj(i -> start(i) + "|100|RECEIPT|GOOD")
                        .toList()));
    }

    @Test
    void whoEstimatedContributesAsLongAsAnEstimateOfHisStands() {
        Story.Given estimated = lastDayMissing().and(stated(31, 100_000));
        assertThat(estimated
                        .and(accept(1, CAROL))
                        .when(daily.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contributors())
                .containsExactly(Story.ACCOUNTANT, MARA);
        assertThat(estimated
                        .and(daily.record(31, 100, SECOND))
                        .when(daily.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contributors())
                .containsExactly(Story.ACCOUNTANT);
    }

    @Test
    void aWaitingEstimateIsSupersededTooAndNobodyAcceptsIt() {
        Story.Given waiting = lastDayMissing().and(stated(31, 100_000));
        assertThat(waiting.when(daily.record(31, 100, SECOND)).events())
                .hasSize(3)
                .contains(new ActualReceived(
                        daily.id(), day(31), List.of(superseded(31, 100_000, 100)), SECOND, Story.ACCOUNTANT))
                .endsWith(new MeterMonthReady(daily.id(), CLOSE, 1, AREA, 3, daily.rule()));
        Story.Given gone = waiting.and(daily.record(31, 100, SECOND));
        gone.when(accept(1, CAROL)).thenRefused("estimate-is-gone");
        gone.when(accept(2, CAROL)).thenRefused("not-found");
    }

    @Test
    void onlyWhatIsLeftOfAnEstimateIsAccepted() {
        Story.Given waiting = upTo(3).and(
                        gap(EstimateMethod.STATED, Energy.ofKwh(80_000), MARA, List.of(start(4), start(5))))
                .and(daily.record(4, 260, SECOND));
        waiting.when(accept(1, CAROL)).then(new EstimateAccepted(daily.id(), 1, List.of(figure(5, 80_000, 1)), CAROL));
    }

    @Test
    void withdrawnItsIntervalsAreMissingAgainAndTheirVersionIsNotGivenTwice() {
        Story.Given estimated = lastDayMissing().and(stated(31, 100));
        Story.Given withdrawn = estimated.and(withdraw(1));
        estimated
                .when(withdraw(1))
                .then(new EstimateWithdrawn(
                        daily.id(), 1, true, List.of(figure(31, 100, 1)), "another figure is known", CAROL));
        assertThat(withdrawn
                        .when(daily.freeze(2))
                        .only(MeterMonthNotReady.class)
                        .missing())
                .isEqualTo(1);
        assertThat(withdrawn.when(stated(31, 90)).only(GapEstimated.class).quantities())
                .containsExactly(figure(31, 90, 2));
        assertThat(withdrawn
                        .when(daily.record(31, 90, SECOND))
                        .only(QuantitiesRecorded.class)
                        .quantities())
                .containsExactly(new RecordedQuantity(quantity(31, 90), 2, null));
        withdrawn.when(withdraw(1)).thenRefused("estimate-is-gone");
    }

    @Test
    void aWaitingEstimateIsWithdrawnWithoutHavingCounted() {
        assertThat(lastDayMissing()
                        .and(stated(31, 100_000))
                        .when(withdraw(1))
                        .only(EstimateWithdrawn.class)
                        .stood())
                .isFalse();
    }

    @Test
    void aMonthThatStandsStillIsNeitherEstimatedNorAcceptedNorWithdrawn() {
        Story.Given frozen = lastDayMissing().and(stated(31, 100)).and(daily.freeze(1));
        frozen.when(stated(31, 100)).thenRefused("month-stands-still");
        frozen.when(accept(1, CAROL)).thenRefused("month-stands-still");
        frozen.when(withdraw(1)).thenRefused("month-stands-still");
    }

    @Test
    void anActualReadingWhileFrozenIsLateAlsoWhenEqualAndSupersedesWhenThawed() {
        Story.Given frozen = lastDayMissing().and(stated(31, 100)).and(daily.freeze(1));
        frozen.when(daily.record(31, 100, SECOND))
                .then(late(Standing.FROZEN, Energy.ofKwh(100), Energy.ofKwh(100), quantity(31, 100)));
        assertThat(frozen.and(daily.record(31, 120, SECOND)).when(daily.thaw(2)).events())
                .containsExactly(
                        new MeterMonthThawed(daily.id(), CLOSE, 2),
                        new QuantitiesRecorded(
                                daily.id(),
                                day(31),
                                daily.rule(),
                                List.of(new RecordedQuantity(quantity(31, 120), 2, Energy.ofKwh(100))),
                                SECOND,
                                Story.ACCOUNTANT),
                        new ActualReceived(
                                daily.id(), day(31), List.of(superseded(31, 100, 120)), SECOND, Story.ACCOUNTANT));
    }

    @Test
    void afterTheCloseTheEstimateIsTheOldFigureOfTheAdjustment() {
        lastDayMissing()
                .and(stated(31, 100))
                .and(daily.freeze(1))
                .and(daily.close())
                .when(daily.record(31, 120, SECOND))
                .then(late(Standing.CLOSED, Energy.ofKwh(100), Energy.ofKwh(100), quantity(31, 120)));
    }

    @Test
    void anEstimateMakesNoRejectedReadingGood() {
        Story.Given estimated = lastDayMissing().and(stated(31, 100));
        assertThat(estimated
                        .when(new NoteRejectedReading(
                                daily.id(), Months.deadLetter(FIRST, 7), start(31), "negative", Instant.EPOCH))
                        .events())
                .hasSize(1);
    }

    private LateQuantitiesReceived late(Standing standing, Energy stood, Energy latest, Quantity received) {
        return new LateQuantitiesReceived(
                daily.id(),
                CLOSE,
                standing,
                day(31),
                List.of(new LateQuantity(stood, latest, received)),
                SECOND,
                Story.ACCOUNTANT);
    }

    private static SupersededEstimate superseded(int dayOfOctober, long estimated, long actual) {
        return new SupersededEstimate(
                1,
                start(dayOfOctober),
                Energy.ofKwh(estimated),
                Energy.ofKwh(actual),
                Energy.ofKwh(actual - estimated));
    }

    /** Days 1 to n at 100, 200, 300 … kWh. */
    private Story.Given upTo(int days) {
        Story.Given story = daily.empty();
        for (int i = 1; i <= days; i++) {
            story = story.and(daily.record(i, 100L * i, FIRST));
        }
        return story;
    }

    /** All days but the last at 100 kWh, and the close has asked. */
    private Story.Given lastDayMissing() {
        Story.Given story = daily.empty();
        for (GasDay each : OCTOBER.days().subList(0, 30)) {
            story = story.and(daily.full(each, 100));
        }
        return story.and(daily.freeze(1));
    }

    private static EstimatedQuantity figure(int dayOfOctober, long kwh, int version) {
        return new EstimatedQuantity(start(dayOfOctober), Energy.ofKwh(kwh), version);
    }

    private static List<Energy> estimated(Story.Then then) {
        return then.only(GapEstimated.class).quantities().stream()
                .map(EstimatedQuantity::figure)
                .toList();
    }

    private EstimateGap estimate(EstimateMethod method, int... days) {
        return gap(
                method, null, MARA, IntStream.of(days).mapToObj(Months::start).toList());
    }

    private EstimateGap stated(int dayOfOctober, long kwh) {
        return gap(EstimateMethod.STATED, Energy.ofKwh(kwh), MARA, List.of(start(dayOfOctober)));
    }

    private EstimateGap gap(EstimateMethod method, @Nullable Energy stated, PersonId by, List<Instant> starts) {
        return new EstimateGap(
                daily.id(), daily.rule(), starts, method, stated, EstimateLimit.standard(), REASON, by, Story.AT);
    }

    private static EstimateGap gap(Months months, List<Instant> starts) {
        return new EstimateGap(
                months.id(),
                months.rule(),
                starts,
                EstimateMethod.STATED,
                Energy.ofKwh(1),
                EstimateLimit.standard(),
                REASON,
                MARA,
                Story.AT);
    }

    private AcceptEstimate accept(int estimate, PersonId by) {
        return new AcceptEstimate(daily.id(), estimate, by, Story.AT);
    }

    private WithdrawEstimate withdraw(int estimate) {
        return new WithdrawEstimate(daily.id(), estimate, "another figure is known", CAROL, Story.AT);
    }
}
