package io.tallybook.command.allocation;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.allocation.AllocationRunCommand.AddAllocationInput;
import io.tallybook.messages.allocation.AllocationRunCommand.AddContractShares;
import io.tallybook.messages.allocation.AllocationRunCommand.AddNominations;
import io.tallybook.messages.allocation.AllocationRunCommand.RestateAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.StartAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.SupersedeRun;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationCompleted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllocationRunTest {
    private static final PointId GERMANY = new PointId("germany");
    private static final AllocationRunId RUN = AllocationRunId.of(GERMANY, new AccountingPeriod("2024-10"), 1);
    private static final AllocationRunId NEXT = AllocationRunId.of(GERMANY, RUN.period(), 2);
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");
    private static final DayTotal FIRST = new DayTotal(new GasDay("2024-10-01"), kwh(101), Energy.ZERO);
    private static final DayTotal SECOND = new DayTotal(new GasDay("2024-10-02"), Energy.ZERO, kwh(10));

    private final Tale<AllocationRun> run = new Tale<>(AllocationRun.class);

    @Test
    void splitsEachDayByShareToTheLastKwhAndTiesGoByContractId() {
        run.told(start("a", "b"), input(FIRST, SECOND), shares("b", "0.5", "0.25"));
        assertThat(names(run.when(shares("a", "0.5", "0.75"))))
                .containsExactly("ContractSharesAdded", "ShareAllocated", "ShareAllocated", "AllocationCompleted");
        List<ShareAllocated> shares = run.facts(ShareAllocated.class);
        assertThat(shares.get(0).days())
                .containsExactly(
                        new DayTotal(FIRST.day(), kwh(51), kwh(0)), new DayTotal(SECOND.day(), kwh(0), kwh(8)));
        assertThat(shares.get(1).days())
                .containsExactly(
                        new DayTotal(FIRST.day(), kwh(50), kwh(0)), new DayTotal(SECOND.day(), kwh(0), kwh(2)));
        assertThat(shares.get(1).contributors()).containsExactly(new PersonId("anna"), new PersonId("erik"));
        assertThat(run.latest(AllocationCompleted.class).recipients()).isEqualTo(2);
    }

    @Test
    void splitsAFractionOfAKwhInItsOwnDecimals() {
        DayTotal fraction = new DayTotal(FIRST.day(), new Energy(new BigDecimal("0.05")), Energy.ZERO);
        run.told(start("a", "b"), input(fraction), shares("a", "0.5", "1"), shares("b", "0.5", "0"));
        assertThat(run.facts(ShareAllocated.class).stream()
                        .map(s -> s.days().getFirst().receipt().kwh().toPlainString()))
                .containsExactly("0.03", "0.02");
    }

    @Test
    void tellsAContractWithAShareOnlyTheOtherWayThatItGotNothing() {
        run.told(start("a", "b", "c"), input(SECOND), of("c"), of("a", share(GERMANY, Direction.RECEIPT, "1")));
        run.told(shares("b", "0", "1"));
        assertThat(run.facts(ShareAllocated.class).stream()
                        .map(s -> s.contract().value()))
                .containsExactly("a", "b");
        assertThat(run.facts(ShareAllocated.class).getFirst().days())
                .containsExactly(new DayTotal(SECOND.day(), Energy.ZERO, Energy.ZERO));
    }

    /** The canonical lines of locked months, written out: no later version may bring them to another hash. */
    @Test
    void hashesASplitByPercentageAsItAlwaysDid() {
        run.told(start("a", "b"), input(FIRST, SECOND), shares("a", "0.5", "0.75"), shares("b", "0.5", "0.25"));
        assertThat(run.facts(ShareAllocated.class).getFirst().allocationHash())
                .isEqualTo(Sha256.ofLines(List.of("allocation-1|germany|a", "2024-10-01|51|0", "2024-10-02|0|8")));
    }

    @Test
    void waitsForWhatWasNominatedOfAMethodThatNeedsItAndForNothingElse() {
        run.told(start("a", "b"), input(FIRST), proRata("a"), proRata("b"), nominations("a", "anna", 300));
        assertThat(run.facts(AllocationCompleted.class)).isEmpty();
        run.told(nominations("b", "nina", 100));
        assertThat(run.facts(ShareAllocated.class).stream()
                        .map(s -> s.days().getFirst().receipt()))
                .containsExactly(kwh(76), kwh(25));
    }

    @Test
    void namesEverybodyWhoNominatedAsAContributorOfEveryPart() {
        run.told(start("a", "b"), input(FIRST), proRata("a"), proRata("b"));
        run.told(nominations("a", "paul", 300), nominations("b", "nina", 100));
        assertThat(run.facts(ShareAllocated.class))
                .allSatisfy(s -> assertThat(s.contributors())
                        .extracting(PersonId::value)
                        .containsExactly("anna", "erik", "nina", "paul"));
        assertThat(run.facts(ShareAllocated.class).getFirst().allocationHash())
                .isEqualTo(Sha256.ofLines(List.of("allocation-2|germany|a", "2024-10-01|76|0")));
    }

    @Test
    void hearsNothingOfNominationsOnceItHasSplit() {
        run.told(start("a"), input(FIRST), shares("a", "1", "1"));
        assertThat(run.when(nominations("a", "anna", 5))).isEmpty();
    }

    @Test
    void failsByTheMethodsRuleWhenADayCannotBeSplit() {
        run.told(start("a"), input(FIRST), proRata("a"), nominations("a", "anna", 0));
        assertThat(run.latest(AllocationFailed.class).rule()).isEqualTo("nothing-nominated");
        assertThat(run.facts(ShareAllocated.class)).isEmpty();
    }

    @Test
    void takesWhatWasNominatedOnceInOneVersion() {
        run.told(start("a"), input(FIRST), nominations("a", "anna", 5));
        assertThat(run.when(nominations("a", "anna", 5))).isEmpty();
        assertThat(run.refusal(
                        new AddNominations(RUN, CLOSE, new ContractId("a"), 2, List.of(), List.of(), List.of(), AT)))
                .isEqualTo("input-already-given");
        run.told(new SupersedeRun(RUN, NEXT, "late data", AT));
        assertThat(run.when(nominations("b", "anna", 5))).isEmpty();
    }

    @Test
    void failsWhenNobodySharesWhatFlowed() {
        run.told(start("a"), input(FIRST), of("a", share(new PointId("sweden"), Direction.RECEIPT, "1")));
        assertThat(run.latest(AllocationFailed.class).rule()).isEqualTo("shares-missing");
        assertThat(run.facts(AllocationCompleted.class)).isEmpty();
    }

    @Test
    void failsWhenTheSharesDoNotAddUpToOneToTheEighthDecimal() {
        run.told(start("a", "b"), input(FIRST), shares("a", "0.50000000", "1"), shares("b", "0.49999999", "0"));
        assertThat(run.latest(AllocationFailed.class).rule()).isEqualTo("shares-do-not-add-up");
        assertThat(run.latest(AllocationFailed.class).sentence()).contains("0.99999999");
    }

    @Test
    void asksForNoSharesOfAWayNothingFlowed() {
        run.told(start("a"), input(FIRST), shares("a", "1", "0.3"));
        assertThat(run.facts(AllocationCompleted.class)).hasSize(1);
    }

    @Test
    void sharesAmong64ContractsAndNotAmong65() {
        assertThat(shared(64).facts(AllocationCompleted.class)).hasSize(1);
        assertThat(shared(65).latest(AllocationFailed.class).rule()).isEqualTo("too-many-recipients");
    }

    @Test
    void changesNothingWhenToldTheSameAgain() {
        run.told(start("a"), input(FIRST), shares("a", "1", "1"));
        assertThat(run.when(start("a"))).isEmpty();
        assertThat(run.when(input(FIRST))).isEmpty();
        assertThat(run.when(shares("a", "1", "1"))).isEmpty();
        assertThat(run.refusal(input(SECOND))).isEqualTo("input-already-given");
    }

    @Test
    void isSupersededOnceAndThenTakesNothingMore() {
        run.told(start("a"), input(FIRST));
        assertThat(names(run.when(new SupersedeRun(RUN, NEXT, "late data", AT))))
                .containsExactly("AllocationSuperseded");
        assertThat(run.when(new SupersedeRun(RUN, NEXT, "late data", AT))).isEmpty();
        assertThat(run.when(shares("a", "1", "1"))).isEmpty();
        assertThat(run.when(input(SECOND))).isEmpty();
    }

    @Test
    void mayBeSupersededBeforeItBegan() {
        run.told(new SupersedeRun(RUN, NEXT, "late data", AT));
        assertThat(run.when(start("a"))).isEmpty();
    }

    @Test
    void comesToTheSameHashInWhateverOrderThePartsArrive() {
        long seed = 20241001L;
        Random random = new Random(seed);
        List<Object> parts = new ArrayList<>(List.of(
                start("a", "b", "c"),
                input(FIRST, SECOND),
                shares("a", "0.33333333", "0.1"),
                shares("b", "0.33333333", "0.2"),
                shares("c", "0.33333334", "0.7")));
        List<Sha256> hashes = Stream.generate(() -> {
                    Collections.shuffle(parts, random);
                    Tale<AllocationRun> tale = new Tale<>(AllocationRun.class).told(parts.toArray());
                    tale.told(parts.get(random.nextInt(parts.size())));
                    return tale.latest(AllocationCompleted.class).contentHash();
                })
                .limit(24)
                .distinct()
                .toList();
        assertThat(hashes).as("seed %d", seed).hasSize(1);
    }

    @Test
    void restatesNothingBeforeItHasSplit() {
        PreviewId preview = new PreviewId(PackageId.of(AdjustmentBookId.of(new CloseGroup("dk")), 1), 1);
        RestateAllocation restate = new RestateAllocation(RUN, CLOSE, preview, List.of(), AT);
        run.told(start("nord-1"));
        assertThat(run.refusal(restate)).isEqualTo("run-not-finished");
    }

    private static Tale<AllocationRun> shared(int contracts) {
        String[] names =
                IntStream.range(0, contracts).mapToObj(i -> "c" + (100 + i)).toArray(String[]::new);
        Tale<AllocationRun> tale = new Tale<>(AllocationRun.class).told(start(names), shares(names[0], "1", "1"));
        Arrays.stream(names).skip(1).forEach(name -> tale.told(shares(name, "0", "0")));
        return tale.told(input(FIRST));
    }

    private static StartAllocation start(String... contracts) {
        return new StartAllocation(
                RUN,
                CLOSE,
                new AreaId("dk"),
                Arrays.stream(contracts).map(ContractId::new).toList(),
                AT);
    }

    private static AddAllocationInput input(DayTotal... days) {
        return new AddAllocationInput(
                RUN, CLOSE, 7, Sha256.of(Arrays.toString(days)), List.of(days), List.of(new PersonId("anna")), AT);
    }

    private static AddContractShares shares(String contract, String receipt, String delivery) {
        return of(
                contract,
                share(GERMANY, Direction.RECEIPT, receipt),
                share(GERMANY, Direction.DELIVERY, delivery),
                share(new PointId("sweden"), Direction.DELIVERY, "1"));
    }

    private static PointShare share(PointId point, Direction direction, String share) {
        return new PointShare(point, direction, Share.of(share));
    }

    private static AddContractShares of(String contract, PointShare... shares) {
        return new AddContractShares(
                RUN,
                CLOSE,
                new ContractId(contract),
                1,
                new ShipperId("nord"),
                List.of(shares),
                new PersonId("erik"),
                AT);
    }

    private static AddContractShares proRata(String contract) {
        return of(
                contract,
                new PointShare(
                        GERMANY, Direction.RECEIPT, Share.of("0"), AllocationRule.of(AllocationMethod.PRO_RATA)));
    }

    private static AddNominations nominations(String contract, String by, long kwh) {
        return new AddNominations(
                RUN,
                CLOSE,
                new ContractId(contract),
                1,
                List.of(new NominatedDay(FIRST.day(), kwh(kwh), null)),
                List.of(),
                List.of(new PersonId(by)),
                AT);
    }

    private static Energy kwh(long kwh) {
        return Energy.ofKwh(kwh);
    }
}
