package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationCompleted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationInputAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationStarted;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.NominationsAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.OpenImbalance;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractEvent.ContractAmended;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.FactorBand;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.allocation.DayAllocationView.DayShareView;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.nomination.ImbalanceView;
import io.tallybook.query.nomination.NominationQueries;
import io.tallybook.query.nomination.NominationView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was nominated, what came of it, and what is carried on. */
class NominationsTest extends ViewsTest {
    private static final AccountingPeriod NOVEMBER = Sample.OCTOBER.next();

    @Autowired
    NominationQueries nominations;

    @Autowired
    AllocationQueries allocations;

    @Autowired
    ContractQueries contracts;

    @Test
    void showsWhatStandsOfEveryDayWithWhoSaidIt() {
        Sample sample = sample().system();
        sample.nominated(sample.alphaContract, Sample.OCTOBER, NominationKind.OPERATOR_VALUE, 1, 1);
        sample.nominated(sample.alphaContract, Sample.OCTOBER, NominationKind.OPERATOR_VALUE, 590, 2);
        seen();

        List<NominationView> found =
                nominations.nominations(NominationMonthId.of(sample.alphaContract, sample.north, Sample.OCTOBER));

        assertThat(found).hasSize(62);
        assertThat(found.getFirst().receipt()).isEqualTo(Energy.ofKwh(700));
        assertThat(found.getFirst().delivery()).isNull();
        assertThat(found.getFirst().by()).isEqualTo(Sample.ANN);
        assertThat(found.get(1).kind()).isEqualTo(NominationKind.OPERATOR_VALUE);
        assertThat(found.get(1).receipt()).isEqualTo(Energy.ofKwh(590));
        assertThat(found.get(1).version()).isEqualTo(2);
    }

    /** 600 allocated and 700 nominated every day, 720 on the 10th: 30 × −100 + 20. */
    @Test
    void cumulatesAllocatedLessNominatedOverTheMonth() {
        Sample sample = sample().wholeMonth();
        seen();

        ImbalanceView october = only(sample.north, Sample.OCTOBER);

        assertThat(october.contract()).isEqualTo(sample.alphaContract);
        assertThat(october.run()).isEqualTo(AllocationRunId.of(sample.north, Sample.OCTOBER, 2));
        assertThat(october.carried()).isEqualTo(Energy.ZERO);
        assertThat(october.month()).isEqualTo(Energy.ofKwh(-2_980));
        assertThat(october.days()).hasSize(31);
        assertThat(october.days().get(9))
                .extracting(d -> d.nominated(), d -> d.allocated(), d -> d.imbalance(), d -> d.cumulated())
                .containsExactly(Energy.ofKwh(700), Energy.ofKwh(720), Energy.ofKwh(20), Energy.ofKwh(-880));
        assertThat(october.days().getLast().cumulated()).isEqualTo(october.closing());
    }

    @Test
    void carriesTheImbalanceIntoTheNextMonthWhichIsNotAllocatedYet() {
        Sample sample = sample().wholeMonth();
        sample.nominated(sample.alphaContract, NOVEMBER, NominationKind.NOMINATED, 500, 1);
        seen();

        ImbalanceView november = only(sample.north, NOVEMBER);

        assertThat(november.carried()).isEqualTo(Energy.ofKwh(-2_980));
        assertThat(november.run()).isNull();
        assertThat(november.month()).isEqualTo(Energy.ZERO);
        assertThat(november.days())
                .allSatisfy(day -> assertThat(day.imbalance()).isNull());
    }

    @Test
    void beginsWithTheOpenImbalanceOfTheContractAtThePoint() {
        Sample sample = sample().wholeMonth();
        sample.opened(List.of(
                new OpenImbalance(sample.alphaContract, sample.north, Energy.ofKwh(500)),
                new OpenImbalance(sample.alphaContract, sample.city, Energy.ofKwh(7))));
        seen();

        ImbalanceView october = only(sample.north, Sample.OCTOBER);

        assertThat(october.carried()).isEqualTo(Energy.ofKwh(500));
        assertThat(october.days().getLast().cumulated()).isEqualTo(Energy.ofKwh(500 - 2_980));
    }

    @Test
    void beginsAnewAfterWhatWasCashedOut() {
        Sample sample = sample().wholeMonth();
        sample.cashedOut(sample.north, 97_000, 99_980);
        sample.nominated(sample.alphaContract, NOVEMBER, NominationKind.NOMINATED, 500, 1);
        seen();

        assertThat(only(sample.north, Sample.OCTOBER).settled()).isEqualTo(Energy.ofKwh(-2_980));
        assertThat(only(sample.north, Sample.OCTOBER).closing()).isEqualTo(Energy.ZERO);
        assertThat(only(sample.north, NOVEMBER).carried()).isEqualTo(Energy.ZERO);
    }

    /** 100 kWh more were brought in October than it was closed with; booked in November, they are carried from there on. */
    @Test
    void carriesWhatAnAdjustmentChangedFromThePeriodItIsBookedIn() {
        AccountingPeriod december = NOVEMBER.next();
        Sample sample = sample().wholeMonth();
        sample.nominated(sample.alphaContract, NOVEMBER, NominationKind.NOMINATED, 500, 1);
        sample.nominated(sample.alphaContract, december, NominationKind.NOMINATED, 500, 1);
        SampleAdjustments late = adjustments("late")
                .of(sample.alphaContract, sample.north)
                .collected()
                .calculated();
        seen();
        assertThat(only(sample.north, NOVEMBER).closing()).isEqualTo(Energy.ofKwh(-2_980));

        late.booked();
        seen();

        assertThat(only(sample.north, Sample.OCTOBER).adjusted()).isEqualTo(Energy.ZERO);
        ImbalanceView november = only(sample.north, NOVEMBER);
        assertThat(november.carried()).isEqualTo(Energy.ofKwh(-2_980));
        assertThat(november.adjusted()).isEqualTo(Energy.ofKwh(100));
        assertThat(november.closing()).isEqualTo(Energy.ofKwh(-2_880));
        assertThat(only(sample.north, december).carried()).isEqualTo(Energy.ofKwh(-2_880));
    }

    @Test
    void showsMethodNominationAndFactorOfADayOfARun() {
        Sample sample = sample().system();
        AllocationRunId run = AllocationRunId.of(sample.north, Sample.OCTOBER, 7);
        AllocationRule byOperator = AllocationRule.of(AllocationMethod.OPERATOR_PROVIDED);
        new Told(store)
                .by(
                        run,
                        new AllocationStarted(run, sample.close, sample.area, List.of(sample.alphaContract)),
                        new AllocationInputAdded(
                                run, sample.close, 30, Sample.HASH, sample.days(sample.north), List.of(Sample.ANN)),
                        new ContractSharesAdded(
                                run,
                                sample.close,
                                sample.alphaContract,
                                1,
                                sample.alpha,
                                List.of(new PointShare(sample.north, Direction.RECEIPT, Share.of("0"), byOperator)),
                                Sample.ANN),
                        new NominationsAdded(
                                run,
                                sample.close,
                                sample.alphaContract,
                                3,
                                Sample.nominatedDays(Sample.OCTOBER, 950).subList(0, 1),
                                Sample.nominatedDays(Sample.OCTOBER, 900),
                                List.of(Sample.ANN)),
                        new ShareAllocated(
                                run,
                                sample.close,
                                sample.alphaContract,
                                sample.alpha,
                                Sample.HASH,
                                sample.days(sample.north),
                                List.of(Sample.ANN)),
                        new AllocationCompleted(run, sample.close, sample.area, Sample.HASH, 1));
        seen();

        DayAllocationView first = day(run, "2024-10-01");
        assertThat(first.factor()).isEqualTo(new BigDecimal("1.11111"));
        assertThat(first.recipients())
                .extracting(
                        DayShareView::method,
                        DayShareView::nominated,
                        DayShareView::operatorValue,
                        DayShareView::imbalance)
                .containsExactly(tuple(
                        AllocationMethod.OPERATOR_PROVIDED, Energy.ofKwh(950), Energy.ofKwh(900), Energy.ofKwh(50)));
        assertThat(day(run, "2024-10-02").recipients().getFirst().nominated()).isNull();
    }

    @Test
    void readsATermsRulesBackAsTheyWereAgreed() {
        Sample sample = sample().system();
        FactorBand band = new FactorBand(new BigDecimal("0.9"), new BigDecimal("1.1"));
        List<PointShare> shares = Stream.of(
                        new AllocationRule(AllocationMethod.RANKED, 3, false, false, null),
                        new AllocationRule(AllocationMethod.SWING, null, true, true, null),
                        new AllocationRule(AllocationMethod.OPERATOR_PROVIDED, null, false, false, band),
                        AllocationRule.of(AllocationMethod.PERCENTAGE))
                .map(rule -> new PointShare(
                        new PointId("at-"
                                + rule.method().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        Direction.RECEIPT,
                        Share.of("0.5"),
                        rule))
                .toList();
        ContractTerms terms = sample.terms("0.6");
        ContractId contract = sample.alphaContract;
        ContractTerms amended = new ContractTerms(
                terms.effectiveFrom(), shares, terms.series(), terms.rule(), terms.lookbackDays(), terms.currency());
        new Told(store).by(contract, new ContractAmended(contract, amended, 2, Sample.ANN));
        seen();

        assertThat(contracts.contract(contract).orElseThrow().terms().getLast().terms())
                .isEqualTo(amended);
    }

    private DayAllocationView day(AllocationRunId run, String day) {
        return allocations.day(run, new GasDay(day), Direction.RECEIPT).orElseThrow();
    }

    private ImbalanceView only(PointId point, AccountingPeriod period) {
        List<ImbalanceView> found = nominations.imbalances(point, period);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
