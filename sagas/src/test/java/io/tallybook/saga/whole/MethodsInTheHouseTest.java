package io.tallybook.saga.whole;

import static io.tallybook.messages.contract.AllocationMethod.MEASURED_DIFFERENCE;
import static io.tallybook.messages.contract.AllocationMethod.OPERATOR_PROVIDED;
import static io.tallybook.messages.contract.AllocationMethod.PRO_RATA;
import static io.tallybook.messages.contract.AllocationMethod.RANKED;
import static io.tallybook.messages.contract.AllocationMethod.SWING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Share;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A month whose receipt of 1,000,000 kWh a day is split by each method, closed from opening to lock. */
class MethodsInTheHouseTest extends SmallMonthClose {
    private static final long MEASURED = 1_000_000L;
    private static final PersonId NOMINATOR = new PersonId("nina");

    /** One contract's rule, its figure of every day (-1: none) and what it must be allocated every day. */
    record Side(AllocationRule rule, long figure, long allocated) {}

    record Way(NominationKind kind, Side nord, Side sund) {
        @Override
        public String toString() {
            return nord.rule().method() + " " + nord.figure() + "/" + sund.figure();
        }
    }

    static Stream<Way> ways() {
        AllocationRule swing = new AllocationRule(SWING, null, true, true, null);
        AllocationRule unmetered = new AllocationRule(MEASURED_DIFFERENCE, null, true, false, null);
        return Stream.of(
                new Way(
                        NominationKind.NOMINATED,
                        new Side(AllocationRule.of(PRO_RATA), 200, 666_667),
                        new Side(AllocationRule.of(PRO_RATA), 100, 333_333)),
                new Way(
                        NominationKind.NOMINATED,
                        new Side(rank(2), 500_000, 300_000),
                        new Side(rank(1), 700_000, 700_000)),
                new Way(
                        NominationKind.NOMINATED,
                        new Side(AllocationRule.of(SWING), 1_250_000, 1_250_000),
                        new Side(swing, -1, -250_000)),
                new Way(
                        NominationKind.OPERATOR_VALUE,
                        new Side(AllocationRule.of(OPERATOR_PROVIDED), 600_000, 545_455),
                        new Side(AllocationRule.of(OPERATOR_PROVIDED), 500_000, 454_545)),
                new Way(
                        NominationKind.OPERATOR_VALUE,
                        new Side(unmetered, -1, 599_999),
                        new Side(AllocationRule.of(MEASURED_DIFFERENCE), 400_001, 400_001)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void closesAMonthByEachMethodWithStatementsThatAddUpToWhatWasMeasured(Way way) throws IOException {
        month.needsNoWord();
        agree(way.nord().rule(), way.sund().rule());
        nominate(Example.NORD, way.kind(), way.nord().figure());
        nominate(Example.SUND, way.kind(), way.sund().figure());
        month.record();
        toCutoff();

        PackReady pack = house.await(Example.CLOSE, PackReady.class);

        assertThat(daily(Example.NORD, 1)).isEqualTo(Energy.ofKwh(way.nord().allocated()));
        assertThat(daily(Example.SUND, 1)).isEqualTo(Energy.ofKwh(way.sund().allocated()));
        assertThat(receipts(StatementId.of(Example.NORDGAS, Example.PERIOD))
                        .plus(receipts(StatementId.of(Example.SUNDGAS, Example.PERIOD))))
                .isEqualTo(Energy.ofKwh(31 * MEASURED));
        JournalPrepared journal = house.all(JournalPrepared.class).getLast();
        assertThat(journal.debits()).isEqualTo(journal.credits());
        assertThat(house.ask(NOMINATOR.value(), Role.APPROVER, approval(NOMINATOR.value(), pack.packHash()))
                        .outcome())
                .as("who nominated does not approve")
                .isEqualTo(Outcome.REFUSED);
        finish(pack.packHash());
        house.await(Example.CLOSE, CloseLocked.class);
        assertThat(house.ask("nina", Role.ENGINEER, nomination(Example.NORD, way.kind(), 7))
                        .rule())
                .isEqualTo("period-is-closed");
    }

    @Test
    void blocksWhileNothingIsNominatedAndGoesOnWhenItIs() {
        month.needsNoWord();
        agree(AllocationRule.of(PRO_RATA), AllocationRule.of(PRO_RATA));
        month.record();
        toCutoff();

        assertThat(house.await(Example.CLOSE, BlockerReported.class).sentence())
                .contains("nobody nominated")
                .contains("nord-1, sund-1");

        nominate(Example.SUND, NominationKind.NOMINATED, 5);
        assertThat(house.await(Example.CLOSE, ResultsInvalidated.class).reason())
                .contains("sund-1 nominated at ellund");
        house.await(Example.CLOSE, PackReady.class);
        assertThat(daily(Example.SUND, 2)).isEqualTo(Energy.ofKwh(MEASURED));
    }

    private Energy receipts(StatementId statement) {
        return house.await(statement, StatementPrepared.class).totals().receipts();
    }

    /** What the contract was allocated each day of the month; every day is the same. */
    private Energy daily(ContractId contract, int attempt) {
        AllocationRunId run = AllocationRunId.of(Example.ELLUND, Example.PERIOD, attempt);
        ShareAllocated share =
                house.await(run, ShareAllocated.class, e -> e.contract().equals(contract));
        assertThat(share.contributors()).contains(NOMINATOR);
        assertThat(share.days()).hasSize(31);
        assertThat(share.days().stream().map(d -> d.receipt()).distinct()).hasSize(1);
        return share.days().getFirst().receipt();
    }

    private void agree(AllocationRule nord, AllocationRule sund) {
        amend(Example.NORD, nord, "0.6");
        amend(Example.SUND, sund, "0.4");
    }

    private void amend(ContractId contract, AllocationRule rule, String delivered) {
        ContractTerms terms = new ContractTerms(
                Example.PERIOD,
                List.of(
                        new PointShare(Example.ELLUND, Direction.RECEIPT, Share.of("0"), rule),
                        new PointShare(Example.NYBRO, Direction.DELIVERY, Share.of(delivered))),
                Example.HENRY_HUB,
                NonPriceDayRule.LAST_PUBLISHED,
                7,
                "USD");
        house.order("eric", Role.ENGINEER, new AmendContract(contract, terms, SmallMonth.ENGINEER, House.now()));
    }

    private void nominate(ContractId contract, NominationKind kind, long kwh) {
        if (kwh >= 0) {
            house.order("nina", Role.ENGINEER, nomination(contract, kind, kwh));
        }
    }

    private static RecordNominations nomination(ContractId contract, NominationKind kind, long kwh) {
        return new RecordNominations(
                NominationMonthId.of(contract, Example.ELLUND, Example.PERIOD),
                kind,
                Example.PERIOD.days().stream()
                        .map(day -> new NominatedDay(day, Energy.ofKwh(kwh), null))
                        .toList(),
                SmallMonth.source("nominations"),
                NOMINATOR,
                House.now());
    }

    private static AllocationRule rank(int rank) {
        return new AllocationRule(RANKED, rank, false, false, null);
    }
}
