package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CHAIN;
import static io.tallybook.command.close.Orders.ERIK;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static io.tallybook.command.close.Orders.approve;
import static io.tallybook.command.close.Orders.balance;
import static io.tallybook.command.close.Orders.blocker;
import static io.tallybook.command.close.Orders.cutoff;
import static io.tallybook.command.close.Orders.document;
import static io.tallybook.command.close.Orders.frozen;
import static io.tallybook.command.close.Orders.issued;
import static io.tallybook.command.close.Orders.journal;
import static io.tallybook.command.close.Orders.lock;
import static io.tallybook.command.close.Orders.locked;
import static io.tallybook.command.close.Orders.open;
import static io.tallybook.command.close.Orders.posted;
import static io.tallybook.command.close.Orders.quiet;
import static io.tallybook.command.close.Orders.restart;
import static io.tallybook.command.close.Orders.results;
import static io.tallybook.command.close.Orders.review;
import static io.tallybook.command.close.Orders.roster;
import static io.tallybook.command.close.Orders.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every step and refusal of the close; long as the aggregate is, whose steps are told on one story. */
class CloseCycleTest {
    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

    @Test
    void opensOnceAndIsCutOffOnce() {
        assertThat(close.refusal(cutoff(ANNA))).isEqualTo("not-found");
        assertThat(names(close.when(open()))).containsExactly("CloseOpened");
        assertThat(close.when(open())).isEmpty();
        assertThat(names(close.when(cutoff(ANNA)))).containsExactly("CutoffDeclared");
        assertThat(close.when(cutoff(QUINN))).isEmpty();
    }

    @Test
    void reachesEachMilestoneWhenTheLastOfItsPartsIsIn() {
        close.told(open(), cutoff(ANNA));
        List<Object> all = new ArrayList<>();
        Arrays.stream(results(1)).forEach(order -> all.addAll(close.when(order)));
        assertThat(names(all))
                .containsExactly(
                        "RosterAdded",
                        "PinnedContractAdded",
                        "PinnedContractAdded",
                        "ContractsComplete",
                        "FrozenAreaAdded",
                        "MonthFrozen",
                        "AreaBalanceAdded",
                        "MonthBalanced",
                        "StatementAdded",
                        "StatementAdded",
                        "MonthValued",
                        "StepCertified",
                        "VarianceReviewAdded",
                        "VarianceReviewAdded",
                        "MonthReviewed",
                        "JournalAdded",
                        "PackReady");
        assertThat(close.latest(MonthValued.class).totals().sales().toString()).isEqualTo("4.00 USD");
        assertThat(close.latest(PackReady.class).contributors()).containsExactly(ANNA, ERIK);
    }

    @Test
    void namesTheStatementsAndTheSeriesWithTheLongestLookback() {
        close.told(open(), cutoff(ANNA)).told(results(1));
        ContractsComplete complete = close.latest(ContractsComplete.class);
        assertThat(complete.shippers().stream().map(s -> s.shipper().value())).containsExactly("nord", "syd");
        assertThat(complete.series()).singleElement().satisfies(use -> {
            assertThat(use.lookbackDays()).isEqualTo(5);
            assertThat(use.shippers()).hasSize(2);
        });
    }

    @Test
    void blocksWhenTheStatementsDoNotHoldExactlyWhatWasMeasured() {
        close.told(open(), cutoff(ANNA)).told(results(1)[0], results(1)[1], results(1)[2], frozen(1, "f"));
        close.told(balance(1, 100, 70), statement(1, "nord", 60, 70), journal(1, "j"));
        assertThat(names(close.when(statement(1, "syd", 39, 0)))).containsExactly("StatementAdded", "BlockerReported");
        assertThat(close.latest(BlockerReported.class).step()).isEqualTo(CloseStep.ALLOCATE);
        assertThat(close.latest(BlockerReported.class).sentence()).contains("99 kWh", "100 kWh");
        assertThat(close.facts(PackReady.class)).isEmpty();
    }

    /** Step 8 of domain/close.md: there is nothing to sign while a variance waits for its word or its second person. */
    @Test
    void hasNoPackWhileTheVariancesOfAContractAreNotReviewed() {
        close.told(open(), cutoff(ANNA));
        Arrays.stream(results(1))
                .filter(order -> !order.equals(review(1, "syd-1", "none")))
                .forEach(close::told);
        assertThat(close.facts(PackReady.class)).isEmpty();
        assertThat(close.refusal(approve(Sha256.of("any"), PIA))).isEqualTo("not-ready-for-approval");

        assertThat(names(close.when(review(1, "syd-1", "none"))))
                .containsExactly("VarianceReviewAdded", "MonthReviewed", "PackReady");
        assertThat(close.latest(PackReady.class).contributors()).contains(ANNA);
        assertThat(close.refusal(approve(close.latest(PackReady.class).packHash(), ANNA)))
                .isEqualTo("contributor-may-not-approve");
    }

    @Test
    void blocksAMonthInTwoCurrencies() {
        close.told(open(), cutoff(ANNA)).told(results(1)[0], results(1)[1], results(1)[2], balance(1, 100, 70));
        close.told(statement(1, "nord", 60, 70), statement(1, "syd", 40, 0, "EUR"));
        assertThat(close.latest(BlockerReported.class).step()).isEqualTo(CloseStep.VALUE);
    }

    @Test
    void ignoresAnOlderAttemptRefusesOneItHasNotBegunAndChangesNothingWhenToldTheSameAgain() {
        assertThat(close.refusal(roster(1))).isEqualTo("not-found");
        close.told(open());
        assertThat(close.refusal(roster(1))).isEqualTo("unknown-attempt");
        ready(1);
        Stream.of(results(1)).forEach(order -> assertThat(close.when(order)).isEmpty());
        assertThat(close.refusal(journal(1, "another"))).isEqualTo("input-already-given");
        close.told(restart("again", ANNA));
        Stream.of(results(1)).forEach(order -> assertThat(close.when(order)).isEmpty());
        assertThat(close.refusal(roster(3))).isEqualTo("unknown-attempt");
    }

    @Test
    void showsABlockerOfAnAttemptItHasNotBegunInTheOneThatRuns() {
        close.told(open(), cutoff(ANNA));
        close.told(blocker(7, "a fault"));
        assertThat(close.latest(BlockerReported.class).attempt()).isEqualTo(1);
        assertThat(close.when(blocker(7, "a fault"))).isEmpty();
    }

    @Test
    void holds64ShippersAnd64PriceSeriesAndNotOneMore() {
        close.told(open(), cutoff(ANNA));
        for (int i = 0; i < 64; i++) {
            close.told(contractOf(i, "shipper-" + i, "series-" + i));
        }
        close.told(contractOf(64, "shipper-0", "series-63"));
        assertThat(close.refusal(contractOf(65, "shipper-64", "series-0"))).isEqualTo("too-many-shippers");
        assertThat(close.refusal(contractOf(65, "shipper-0", "series-64"))).isEqualTo("too-many-series");
    }

    private static AddPinnedContract contractOf(int number, String shipper, String series) {
        return new AddPinnedContract(
                Orders.CLOSE,
                1,
                new ContractId("contract-" + number),
                1,
                new ShipperId(shipper),
                new SeriesId(series),
                0,
                Sha256.of("terms"),
                ANNA,
                Instant.EPOCH);
    }

    @Test
    void showsABlockerOnce() {
        close.told(open(), cutoff(ANNA));
        assertThat(names(close.when(blocker(1, "no shares")))).containsExactly("BlockerReported");
        assertThat(close.when(blocker(1, "no shares"))).isEmpty();
        close.told(restart("shares written", ANNA));
        assertThat(close.when(blocker(1, "no shares"))).isEmpty();
        assertThat(names(close.when(blocker(2, "no shares")))).containsExactly("BlockerReported");
    }

    @Test
    void restartsOnceForOneReasonAndOnlyAfterTheCutoff() {
        close.told(open());
        assertThat(close.refusal(restart("early", ANNA))).isEqualTo("not-cut-off");
        ready(1);
        assertThat(names(close.when(restart("accounts corrected", ANNA)))).containsExactly("ResultsInvalidated");
        assertThat(close.when(restart("accounts corrected", ANNA))).isEmpty();
        close.told(results(2));
        assertThat(names(close.when(restart("accounts corrected", ANNA)))).containsExactly("ResultsInvalidated");
        assertThatThrownBy(() -> close.when(restart(" ", ANNA))).hasMessageContaining("a reason has");
    }

    @Test
    void isPostedPublishedAndLockedOnceEach() {
        Sha256 pack = ready(1);
        assertThat(close.refusal(posted("4711"))).isEqualTo("not-approved");
        assertThat(close.refusal(lock(pack, PIA))).isEqualTo("not-approved");
        close.told(approve(pack, PIA), approve(pack, QUINN));
        assertThat(close.refusal(posted("4711"))).isEqualTo("not-approved");
        close.told(quiet(1));
        assertThat(close.refusal(issued(document("a.xlsx", "a")))).isEqualTo("journal-not-posted");
        assertThat(names(close.when(posted("4711")))).containsExactly("JournalPostingConfirmed");
        assertThat(close.when(posted("4711"))).isEmpty();
        assertThat(close.refusal(posted("4712"))).isEqualTo("already-posted");
        assertThat(close.refusal(lock(pack, PIA))).isEqualTo("not-published");
        assertThat(close.refusal(issued())).isEqualTo("not-a-pack");
        assertThat(names(close.when(issued(document("a.xlsx", "a"), document("b.pdf", "b")))))
                .containsExactly("ReportIssued", "ReportIssued", "PackPublished");
        assertThat(close.when(issued(document("a.xlsx", "a"), document("b.pdf", "b"))))
                .isEmpty();
        assertThat(close.refusal(issued(document("a.xlsx", "other")))).isEqualTo("document-issued");
        assertThat(close.refusal(issued(document("c.pdf", "c")))).isEqualTo("pack-published");
        assertThat(close.refusal(lock(Sha256.of("any"), PIA))).isEqualTo("pack-hash-not-current");
        assertThat(close.refusal(locked(CHAIN))).isEqualTo("lock-not-requested");
        assertThat(names(close.when(lock(pack, PIA)))).containsExactly("LockRequested");
        assertThat(close.when(lock(pack, PIA))).isEmpty();
        assertThat(names(close.when(locked(CHAIN)))).containsExactly("CloseLocked");
        assertThat(close.when(locked(CHAIN))).isEmpty();
        assertThat(close.refusal(approve(pack, new PersonId("third")))).isEqualTo("locked");
    }

    @Test
    void hashesThePackWithoutAttemptOrOrderOfArrival() {
        long seed = 20241104L;
        Random random = new Random(seed);
        List<Sha256> hashes = Stream.iterate(1, attempt -> attempt % 2 + 1)
                .limit(24)
                .map(attempt -> {
                    Tale<CloseCycle> tale = new Tale<>(CloseCycle.class).told(open(), cutoff(ANNA));
                    Stream.of(restart("again", ANNA)).limit(attempt - 1L).forEach(tale::told);
                    List<Object> orders = new ArrayList<>(Arrays.asList(results(attempt)));
                    Collections.shuffle(orders, random);
                    orders.add(random.nextInt(orders.size()), orders.get(random.nextInt(orders.size())));
                    tale.told(orders.toArray());
                    return tale.latest(PackReady.class).packHash();
                })
                .distinct()
                .toList();
        assertThat(hashes).as("seed %d", seed).hasSize(1);
    }

    @Test
    void movesThePackHashWithEveryResult() {
        Sha256 pack = ready(1);
        List<Object> other = List.of(
                frozen(2, "other"), statement(2, "nord", 61, 70), journal(2, "other"), review(2, "nord-1", "other"));
        assertThat(other.stream().map(CloseCycleTest::packWith))
                .doesNotContain(pack)
                .doesNotHaveDuplicates();
    }

    @Test
    void movesThePackHashWithTheTermsOfAContractAndTheVersionsUsed() {
        Sha256 pack = ready(1);
        assertThat(packOf(pinned -> otherTerms(pinned), given -> given)).isNotEqualTo(pack);
        assertThat(packOf(pinned -> pinned, given -> otherVersions(given))).isNotEqualTo(pack);
        assertThat(packOf(pinned -> pinned, given -> given)).isEqualTo(pack);
    }

    private static Sha256 packOf(UnaryOperator<AddPinnedContract> contracts, UnaryOperator<AddStatement> statements) {
        Tale<CloseCycle> tale = new Tale<>(CloseCycle.class).told(open(), cutoff(ANNA));
        for (Object order : results(1)) {
            tale.told(
                    switch (order) {
                        case AddPinnedContract pinned -> contracts.apply(pinned);
                        case AddStatement given -> statements.apply(given);
                        default -> order;
                    });
        }
        return tale.latest(PackReady.class).packHash();
    }

    private static AddPinnedContract otherTerms(AddPinnedContract of) {
        return new AddPinnedContract(
                of.closeId(),
                of.attempt(),
                of.contract(),
                of.version(),
                of.shipper(),
                of.series(),
                of.lookbackDays(),
                Sha256.of("other terms"),
                of.author(),
                of.at());
    }

    private static AddStatement otherVersions(AddStatement of) {
        return new AddStatement(
                of.closeId(),
                of.attempt(),
                of.shipper(),
                of.totals(),
                of.allocationsHash(),
                of.contentHash(),
                List.of("calculation|statement|2"),
                of.contributors(),
                of.at());
    }

    /** The pack of a second attempt in which one result came out otherwise. */
    private static Sha256 packWith(Object other) {
        Tale<CloseCycle> tale = new Tale<>(CloseCycle.class).told(open(), cutoff(ANNA), restart("again", ANNA), other);
        boolean moreReceipts = other.equals(statement(2, "nord", 61, 70));
        tale.told(moreReceipts ? balance(2, 101, 70, ERIK) : balance(2, 100, 70, ERIK));
        Stream.of(results(2))
                .filter(order -> !(order instanceof AddAreaBalance))
                .filter(order -> order.getClass() != other.getClass()
                        || order.equals(statement(2, "syd", 40, 0))
                        || order.equals(review(2, "syd-1", "none")))
                .forEach(tale::told);
        Stream.of(statement(2, "nord", 60, 70)).filter(s -> !moreReceipts).forEach(tale::told);
        return tale.latest(PackReady.class).packHash();
    }

    private Sha256 ready(int attempt) {
        close.told(open(), cutoff(ANNA)).told(results(attempt));
        return close.latest(PackReady.class).packHash();
    }
}
