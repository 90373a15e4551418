package io.tallybook.command.balance;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.AddBalanceInput;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.balance.SystemBalanceCommand.OpenBalance;
import io.tallybook.messages.balance.SystemBalanceEvent.AcceptanceAwaited;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputsComplete;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SystemBalanceTest {
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final BalanceId BALANCE = BalanceId.of(new AreaId("dk"), OCTOBER);
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BO = new PersonId("bo");
    private static final PersonId CARL = new PersonId("carl");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");
    private static final GasDay TENTH = new GasDay("2024-10-10");
    private static final Tolerance TEN_AND_FIVE_PERCENT =
            new Tolerance(OCTOBER, BigDecimal.TEN, new BigDecimal("5"), Energy.ZERO);

    private final Tale<SystemBalance> balance = new Tale<>(SystemBalance.class);

    @Test
    void waitsForEveryPointOfTheRoster() {
        assertThat(names(balance.when(open(1)))).containsExactly("BalanceOpened");
        assertThat(names(balance.when(northSea(1, 1000)))).containsExactly("BalanceInputAdded");
        assertThat(names(balance.when(sweden(1, 870)))).containsExactly("BalanceInputAdded");
    }

    @Test
    void balancesReceiptsAgainstDeliveriesAndStorage() {
        // 1000 in, 870 out, 130 put into storage, which is published as −130
        balance.told(open(1), northSea(1, 1000), sweden(1, 870));
        assertThat(names(balance.when(storage(1, 0, 130))))
                .containsExactly(
                        "BalanceInputAdded", "BalanceInputsComplete", "SystemBalanceCalculated", "BalanceAccepted");
        SystemBalanceCalculated figures = balance.latest(SystemBalanceCalculated.class);
        assertThat(figures.days()).hasSize(31);
        assertThat(figures.days().get(9))
                .isEqualTo(new BalanceDay(TENTH, kwh(1000), kwh(870), kwh(130), kwh(0), kwh(100)));
        assertThat(figures.month()).isEqualTo(new BalanceTotal(kwh(1000), kwh(870), kwh(130), kwh(0), kwh(50)));
        assertThat(balance.latest(BalanceInputsComplete.class).records()).isEqualTo(3);
        assertThat(balance.latest(BalanceAccepted.class).contributors()).containsExactly(ANNA);
    }

    @Test
    void countsGasTakenOutOfStorageAsNegativeStorageChange() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 1100), storage(1, 100, 0));
        BalanceDay tenth = balance.latest(SystemBalanceCalculated.class).days().get(9);
        assertThat(tenth.storageChange()).isEqualTo(kwh(-100));
        assertThat(tenth.unaccounted()).isEqualTo(kwh(0));
    }

    @Test
    void takesWhatTheSystemBurntAndWhatWentIntoThePipesOutOfTheUnaccounted() {
        List<RosterPoint> points = new ArrayList<>(roster());
        PointRule rule = points.getFirst().rule();
        points.add(new RosterPoint(new PointId("compressor"), PointRole.FUEL, rule));
        points.add(new RosterPoint(new PointId("pipes"), PointRole.LINEPACK, rule));
        balance.told(
                new OpenBalance(BALANCE, CLOSE, 1, points, TEN_AND_FIVE_PERCENT, AT),
                northSea(1, 1000),
                sweden(1, 830),
                storage(1, 0, 100),
                input("compressor", 3, 1, 0, 25),
                input("pipes", 4, 1, 0, 40));
        SystemBalanceCalculated figures = balance.latest(SystemBalanceCalculated.class);
        // 1000 − 830 − 25 − (100 + 40)
        assertThat(figures.days().get(9))
                .isEqualTo(new BalanceDay(TENTH, kwh(1000), kwh(830), kwh(25), kwh(140), kwh(5), kwh(100)));
        assertThat(figures.month())
                .isEqualTo(new BalanceTotal(kwh(1000), kwh(830), kwh(25), kwh(140), kwh(5), kwh(50)));
    }

    @Test
    void waitsUntilTheDayAndTheMonthOutOfToleranceAreEachExplained() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 899));
        balance.when(storage(1, 0, 0));
        SystemBalanceCalculated figures = balance.latest(SystemBalanceCalculated.class);
        assertThat(figures.unexplained()).containsExactly(TENTH);
        assertThat(figures.monthUnexplained()).isTrue();
        assertThat(names(balance.when(explain(TENTH, "linepack")))).containsExactly("ImbalanceExplained");
        assertThat(names(balance.when(explain(null, "linepack"))))
                .containsExactly("ImbalanceExplained", "AcceptanceAwaited");
        assertThat(names(balance.when(accept(CARL)))).containsExactly("ImbalanceAccepted", "BalanceAccepted");
        BalanceAccepted accepted = balance.latest(BalanceAccepted.class);
        assertThat(accepted.explained()).isEqualTo(2);
        assertThat(accepted.contributors()).containsExactly(ANNA, BO);
    }

    @Test
    void isAcceptedAboveToleranceBySomebodyWhoNeitherExplainedNorMeasured() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 800), storage(1, 0, 0), explain(TENTH, "day"));
        assertThat(balance.refusal(accept(CARL, Sha256.of("shown")))).isEqualTo("nothing-to-accept");
        balance.told(explain(null, "month"));
        assertThat(balance.refusal(accept(CARL, Sha256.of("shown")))).isEqualTo("balance-moved");
        assertThat(balance.refusal(accept(BO))).isEqualTo("contributor-may-not-accept");
        assertThat(balance.refusal(accept(ANNA))).isEqualTo("contributor-may-not-accept");

        AcceptBalance before = accept(CARL);
        balance.told(explain(null, "the month, once more"));
        assertThat(balance.refusal(before)).isEqualTo("balance-moved");
        balance.told(accept(CARL));
        assertThat(balance.when(accept(CARL))).isEmpty();
        // who accepts has prepared nothing: they may sign the close too
        assertThat(balance.latest(BalanceAccepted.class).contributors()).containsExactly(ANNA, BO);
    }

    @Test
    void anAcceptanceStandsOnlyForWhatWasAccepted() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 800), storage(1, 0, 0));
        balance.told(explain(TENTH, "day"), explain(null, "month"));
        balance.told(accept(CARL));
        balance.told(open(2), northSea(2, 1000), sweden(2, 801), storage(2, 0, 0));
        balance.told(explain(TENTH, "day"), explain(null, "month"));
        assertThat(balance.latest(BalanceAccepted.class).attempt()).isEqualTo(1);
        balance.told(accept(CARL));
        assertThat(balance.latest(BalanceAccepted.class).attempt()).isEqualTo(2);
    }

    @Test
    void asksNothingOfADayExactlyAtTheTolerance() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 900), storage(1, 0, 50));
        assertThat(balance.latest(SystemBalanceCalculated.class).unexplained()).isEmpty();
        assertThat(balance.facts(BalanceAccepted.class)).hasSize(1);
    }

    @Test
    void letsTheFloorPassWhereThePercentageIsSmaller() {
        Tolerance floor = new Tolerance(OCTOBER, BigDecimal.ONE, BigDecimal.ONE, kwh(200));
        balance.told(
                new OpenBalance(BALANCE, CLOSE, 1, roster(), floor, AT),
                northSea(1, 1000),
                sweden(1, 800),
                storage(1, 0, 0));
        assertThat(balance.facts(BalanceAccepted.class)).hasSize(1);
    }

    @Test
    void refusesAnExplanationWhereThereIsNothingToExplain() {
        assertThat(balance.refusal(explain(TENTH, "why"))).isEqualTo("not-found");
        balance.told(open(1), northSea(1, 1000), sweden(1, 900));
        assertThat(balance.refusal(explain(TENTH, "why"))).isEqualTo("balance-not-calculated");
        balance.told(storage(1, 0, 0));
        assertThat(balance.refusal(explain(TENTH, "why"))).isEqualTo("nothing-to-explain");
        assertThat(balance.refusal(explain(new GasDay("2024-11-01"), "why"))).isEqualTo("nothing-to-explain");
        balance.told(explain(null, "why"), explain(null, "a better reason"));
        balance.told(accept(CARL));
        assertThat(balance.refusal(explain(null, "another reason"))).isEqualTo("balance-accepted");
    }

    @Test
    void changesNothingWhenToldTheSameAgain() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 800), storage(1, 0, 0), explain(TENTH, "why"));
        assertThat(balance.when(open(1))).isEmpty();
        assertThat(balance.when(northSea(1, 1000))).isEmpty();
        assertThat(balance.when(explain(TENTH, "why"))).isEmpty();
        assertThat(balance.refusal(northSea(1, 1001))).isEqualTo("input-already-given");
    }

    @Test
    void keepsAnExplanationInANewAttemptOnlyForTheFigureItExplained() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 800), storage(1, 0, 0));
        balance.told(explain(TENTH, "day"), explain(null, "month"));
        balance.told(accept(CARL));
        balance.told(northSea(2, 1000), sweden(2, 800), storage(2, 0, 0));
        assertThat(names(balance.when(open(2)))).endsWith("SystemBalanceCalculated", "BalanceAccepted");
        balance.told(open(3), northSea(3, 1000), sweden(3, 801), storage(3, 0, 0));
        assertThat(balance.latest(SystemBalanceCalculated.class).unexplained()).containsExactly(TENTH);
        assertThat(balance.latest(BalanceAccepted.class).attempt()).isEqualTo(2);
    }

    @Test
    void ignoresTheInputsOfAnOlderAttempt() {
        balance.told(open(2));
        assertThat(balance.when(open(1))).isEmpty();
        assertThat(balance.when(northSea(1, 1000))).isEmpty();
    }

    @Test
    void refusesAnEmptyExplanation() {
        balance.told(open(1), northSea(1, 1000), sweden(1, 800), storage(1, 0, 0));
        assertThatThrownBy(() -> balance.when(explain(TENTH, " "))).hasMessageContaining("1 to 2,000 characters");
    }

    @Test
    void comesToTheSameHashInWhateverOrderThePartsArrive() {
        long seed = 20241010L;
        Random random = new Random(seed);
        List<Object> parts = new ArrayList<>(List.of(open(1), northSea(1, 1000), sweden(1, 950), storage(1, 0, 7)));
        List<Sha256> hashes = Stream.generate(() -> {
                    Collections.shuffle(parts, random);
                    Tale<SystemBalance> tale = new Tale<>(SystemBalance.class).told(parts.toArray());
                    tale.told(parts.get(random.nextInt(parts.size())));
                    return tale.latest(BalanceAccepted.class).contentHash();
                })
                .limit(24)
                .distinct()
                .toList();
        assertThat(hashes).as("seed %d", seed).hasSize(1);
    }

    private AcceptBalance accept(PersonId by) {
        return accept(by, balance.latest(AcceptanceAwaited.class).contentHash());
    }

    private static AcceptBalance accept(PersonId by, Sha256 shown) {
        return new AcceptBalance(BALANCE, shown, by, AT);
    }

    private static OpenBalance open(int attempt) {
        return new OpenBalance(BALANCE, CLOSE, attempt, roster(), TEN_AND_FIVE_PERCENT, AT);
    }

    private static List<RosterPoint> roster() {
        PointRule rule = new PointRule(
                new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0)),
                MeasuringInterval.GAS_DAY,
                new GasDay("2015-01-01"),
                1);
        return List.of(
                new RosterPoint(new PointId("north-sea"), PointRole.FLOW, rule),
                new RosterPoint(new PointId("storage"), PointRole.STORAGE, rule),
                new RosterPoint(new PointId("sweden"), PointRole.FLOW, rule));
    }

    private static AddBalanceInput northSea(int attempt, long receipt) {
        return input("north-sea", 0, attempt, receipt, 0);
    }

    private static AddBalanceInput storage(int attempt, long receipt, long delivery) {
        return input("storage", 1, attempt, receipt, delivery);
    }

    private static AddBalanceInput sweden(int attempt, long delivery) {
        return input("sweden", 2, attempt, 0, delivery);
    }

    private static AddBalanceInput input(String point, int index, int attempt, long receipt, long delivery) {
        return new AddBalanceInput(
                BALANCE,
                CLOSE,
                attempt,
                index,
                new PointId(point),
                4,
                Sha256.of(point + receipt + "/" + delivery),
                1,
                List.of(new DayTotal(TENTH, kwh(receipt), kwh(delivery))),
                List.of(ANNA),
                AT);
    }

    private static ExplainImbalance explain(@Nullable GasDay day, String text) {
        return new ExplainImbalance(BALANCE, day, ImbalanceCause.LINEPACK, text, BO, AT);
    }

    private static Energy kwh(long kwh) {
        return Energy.ofKwh(kwh);
    }
}
