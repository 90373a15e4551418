package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CHAIN;
import static io.tallybook.command.close.Orders.ERIK;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static io.tallybook.command.close.Orders.SWEDEN;
import static io.tallybook.command.close.Orders.approve;
import static io.tallybook.command.close.Orders.balance;
import static io.tallybook.command.close.Orders.blocker;
import static io.tallybook.command.close.Orders.cutoff;
import static io.tallybook.command.close.Orders.decide;
import static io.tallybook.command.close.Orders.document;
import static io.tallybook.command.close.Orders.frozen;
import static io.tallybook.command.close.Orders.hold;
import static io.tallybook.command.close.Orders.issued;
import static io.tallybook.command.close.Orders.journal;
import static io.tallybook.command.close.Orders.late;
import static io.tallybook.command.close.Orders.lock;
import static io.tallybook.command.close.Orders.locked;
import static io.tallybook.command.close.Orders.noNews;
import static io.tallybook.command.close.Orders.open;
import static io.tallybook.command.close.Orders.posted;
import static io.tallybook.command.close.Orders.quiet;
import static io.tallybook.command.close.Orders.reject;
import static io.tallybook.command.close.Orders.release;
import static io.tallybook.command.close.Orders.restart;
import static io.tallybook.command.close.Orders.results;
import static io.tallybook.command.close.Orders.roster;
import static io.tallybook.command.close.Orders.stale;
import static io.tallybook.command.close.Orders.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.NewsRelay;
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
    private static final DeadLetterId LETTER = new DeadLetterId("0123456789ab/17");

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
    void isApprovedByTwoPersonsWhoHadNoHandInIt() {
        Sha256 pack = ready(1);
        assertThat(names(close.when(approve(pack, PIA)))).containsExactly("CloseApproved");
        assertThat(names(close.when(approve(pack, QUINN)))).containsExactly("CloseApproved", "NewsAwaited");
        close.told(quiet(1));
        assertThat(close.facts(CloseApproved.class).stream().map(CloseApproved::level))
                .containsExactly(1, 2);
        ApprovalsComplete complete = close.latest(ApprovalsComplete.class);
        assertThat(complete.packHash()).isEqualTo(pack);
        assertThat(complete.areas()).hasSize(1);
        assertThat(complete.series()).hasSize(1);
    }

    @Test
    void refusesAnApprovalOfAContributorTwiceOfOnePersonOrOfAnotherPack() {
        close.told(open(), cutoff(ANNA));
        assertThat(close.refusal(approve(Sha256.of("any"), PIA))).isEqualTo("not-ready-for-approval");
        close.told(results(1));
        Sha256 pack = close.latest(PackReady.class).packHash();
        assertThat(close.refusal(approve(pack, ANNA))).isEqualTo("contributor-may-not-approve");
        assertThat(close.refusal(approve(pack, ERIK))).isEqualTo("contributor-may-not-approve");
        assertThat(close.refusal(approve(Sha256.of("any"), PIA))).isEqualTo("pack-hash-not-current");
        close.told(approve(pack, PIA));
        assertThat(close.refusal(approve(pack, PIA))).isEqualTo("same-person-may-not-approve-twice");
        close.told(approve(pack, QUINN));
        assertThat(close.refusal(approve(pack, new PersonId("third")))).isEqualTo("approved");
    }

    @Test
    void countsWhoHadAHandInAnOlderAttemptToo() {
        close.told(open(), cutoff(ANNA), restart("look again", PIA));
        close.told(results(2));
        Sha256 pack = close.latest(PackReady.class).packHash();
        assertThat(close.refusal(approve(pack, PIA))).isEqualTo("contributor-may-not-approve");
    }

    @Test
    void voidsApprovalsWhenAResultGoesStale() {
        Sha256 pack = ready(1);
        close.told(approve(pack, PIA));
        assertThat(names(close.when(stale(1)))).containsExactly("ResultsInvalidated");
        ResultsInvalidated invalidated = close.latest(ResultsInvalidated.class);
        assertThat(invalidated.attempt()).isEqualTo(2);
        assertThat(invalidated.approvalsVoided()).isEqualTo(1);
        assertThat(invalidated.by()).isNull();
        assertThat(close.when(stale(1))).isEmpty();
        assertThat(close.refusal(approve(pack, QUINN))).isEqualTo("not-ready-for-approval");
        close.told(results(2));
        assertThat(close.latest(PackReady.class).packHash()).isEqualTo(pack);
        assertThat(names(close.when(approve(pack, PIA)))).containsExactly("CloseApproved");
    }

    @Test
    void movesNoMoreOnceBothHaveSigned() {
        approved();
        assertThat(close.when(stale(1))).isEmpty();
        assertThat(close.refusal(restart("too late", ANNA))).isEqualTo("approved");
        assertThat(close.refusal(reject(close.latest(PackReady.class).packHash(), "too late", PIA)))
                .isEqualTo("approved");
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
    void isRejectedWithAReasonThatBlocksUntilTheResultsAreTakenAnew() {
        Sha256 pack = ready(1);
        close.told(approve(pack, PIA));
        assertThat(close.refusal(reject(Sha256.of("any"), "wrong", QUINN))).isEqualTo("pack-hash-not-current");
        assertThat(names(close.when(reject(pack, "wrong", QUINN)))).containsExactly("CloseRejected", "BlockerReported");
        assertThat(close.when(reject(pack, "wrong", QUINN))).isEmpty();
        assertThat(close.latest(BlockerReported.class).step()).isEqualTo(CloseStep.APPROVE);
        assertThat(close.refusal(approve(pack, PIA))).isEqualTo("not-ready-for-approval");
        close.told(restart("put right", ANNA));
        assertThat(close.latest(ResultsInvalidated.class).approvalsVoided()).isZero();
        close.told(results(2));
        close.told(approve(pack, PIA), approve(pack, QUINN)).told(quiet(2));
        assertThat(close.facts(ApprovalsComplete.class)).hasSize(1);
    }

    @Test
    void waitsWithApprovalsUntilLateQuantitiesAreDecidedAndLeavesThem() {
        Sha256 pack = ready(1);
        close.told(approve(pack, PIA));
        assertThat(names(close.when(late(SWEDEN, "file")))).containsExactly("LateQuantitiesNoted");
        assertThat(close.when(late(SWEDEN, "file"))).isEmpty();
        assertThat(close.refusal(approve(pack, QUINN))).isEqualTo("late-quantities-undecided");
        assertThat(close.refusal(decide(LateDecision.LEAVE, PIA))).isEqualTo("approver-may-not-decide");
        assertThat(names(close.when(decide(LateDecision.LEAVE, ANNA)))).containsExactly("LateQuantitiesDecided");
        assertThat(close.when(decide(LateDecision.LEAVE, ANNA))).isEmpty();
        assertThat(close.refusal(decide(LateDecision.THAW, ANNA))).isEqualTo("nothing-to-decide");
        assertThat(names(close.when(approve(pack, QUINN)))).containsExactly("CloseApproved", "NewsAwaited");
    }

    @Test
    void thawsThePointAndBeginsANewAttempt() {
        Sha256 pack = ready(1);
        close.told(approve(pack, PIA), late(SWEDEN, "file"));
        assertThat(names(close.when(decide(LateDecision.THAW, QUINN))))
                .containsExactly("LateQuantitiesDecided", "ResultsInvalidated");
        assertThat(close.latest(ResultsInvalidated.class).thaw()).containsExactly(SWEDEN);
        assertThat(close.latest(ResultsInvalidated.class).approvalsVoided()).isEqualTo(1);
        assertThat(close.when(decide(LateDecision.THAW, QUINN))).isEmpty();
        close.told(results(2));
        assertThat(close.refusal(approve(pack, QUINN))).isEqualTo("contributor-may-not-approve");
    }

    @Test
    void keepsLateQuantitiesUndecidedAcrossARestartThatThawsNothing() {
        ready(1);
        close.told(late(SWEDEN, "file"), restart("prices", ANNA)).told(results(2));
        assertThat(close.refusal(approve(close.latest(PackReady.class).packHash(), PIA)))
                .isEqualTo("late-quantities-undecided");
    }

    @Test
    void leavesByItselfWhatComesAfterBothApprovals() {
        approved();
        assertThat(names(close.when(late(SWEDEN, "file"))))
                .containsExactly("LateQuantitiesNoted", "LateQuantitiesDecided");
        assertThat(close.latest(LateQuantitiesDecided.class).decision()).isEqualTo(LateDecision.LEAVE);
        assertThat(close.latest(LateQuantitiesDecided.class).by()).isNull();
        assertThat(close.when(late(SWEDEN, "file"))).isEmpty();
    }

    @Test
    void countsTheSignaturesOnceEveryRelayHasSaidTwiceThatThereIsNoNews() {
        signed();
        for (NewsRelay relay : NewsRelay.values()) {
            assertThat(close.when(noNews(1, 2, relay))).as("a round not begun").isEmpty();
            boolean last = relay == NewsRelay.values()[NewsRelay.values().length - 1];
            assertThat(names(close.when(noNews(1, 1, relay))))
                    .isEqualTo(last ? List.of("NoNewsConfirmed", "NewsAwaited") : List.of("NoNewsConfirmed"));
            assertThat(close.when(noNews(1, 1, relay))).as("said twice").isEmpty();
        }
        for (NewsRelay relay : NewsRelay.values()) {
            assertThat(close.facts(ApprovalsComplete.class)).isEmpty();
            close.told(noNews(1, 2, relay));
        }
        assertThat(close.facts(ApprovalsComplete.class)).hasSize(1);
        assertThat(close.when(noNews(1, 2, NewsRelay.VALUATION))).isEmpty();
    }

    @Test
    void newsFromBeforeTheSignaturesVoidsThemThoughBothWereGiven() {
        Sha256 pack = signed();
        close.told(noNews(1, 1, NewsRelay.OUTDATED_PINS));
        assertThat(names(close.when(stale(1)))).containsExactly("ResultsInvalidated");
        assertThat(close.latest(ResultsInvalidated.class).approvalsVoided()).isEqualTo(2);
        close.told(quiet(1)).told(results(2));
        assertThat(close.facts(ApprovalsComplete.class)).isEmpty();
        close.told(approve(pack, PIA), approve(pack, QUINN)).told(quiet(2));
        assertThat(close.facts(ApprovalsComplete.class)).hasSize(1);
    }

    @Test
    void aRejectionBetweenStillCounts() {
        Sha256 pack = signed();
        close.told(reject(pack, "wait", new PersonId("third"))).told(quiet(1));
        assertThat(close.facts(ApprovalsComplete.class)).isEmpty();
    }

    @Test
    void lateQuantitiesFromBeforeTheSignaturesAreDecidedBeforeTheyCount() {
        signed();
        close.told(late(SWEDEN, "file")).told(quiet(1));
        assertThat(close.facts(ApprovalsComplete.class)).isEmpty();
        assertThat(names(close.when(decide(LateDecision.LEAVE, ANNA))))
                .containsExactly("LateQuantitiesDecided", "ApprovalsComplete");
    }

    @Test
    void aDeadLetterSinceTheFreezeHoldsTheApprovalsUntilItIsSettled() {
        Sha256 pack = ready(1);
        assertThat(names(close.when(hold(LETTER)))).containsExactly("HeldForDeadLetter");
        assertThat(close.when(hold(LETTER))).isEmpty();
        assertThat(close.refusal(approve(pack, PIA))).isEqualTo("dead-letters-open");
        close.told(restart("it outlives an attempt", ANNA)).told(results(2));
        assertThat(close.refusal(approve(pack, PIA))).isEqualTo("dead-letters-open");
        assertThat(names(close.when(release(LETTER, null)))).containsExactly("HoldReleased");
        assertThat(close.when(release(LETTER, null))).isEmpty();
        assertThat(close.when(hold(LETTER))).isEmpty();
        close.told(approve(pack, PIA), approve(pack, QUINN));
    }

    @Test
    void oneFromBeforeTheSignaturesIsSettledBeforeTheyCount() {
        signed();
        close.told(hold(LETTER)).told(quiet(1));
        assertThat(close.facts(ApprovalsComplete.class)).isEmpty();
        assertThat(names(close.when(release(LETTER, ANNA)))).containsExactly("HoldReleased", "ApprovalsComplete");
        assertThat(close.when(hold(new DeadLetterId("0123456789ab/18")))).isEmpty();
    }

    @Test
    void whoExcludesADeadLetterMayNotApproveAndVoidsWhatTheySigned() {
        Sha256 pack = ready(1);
        close.told(approve(pack, PIA), hold(LETTER));
        assertThat(names(close.when(release(LETTER, PIA)))).containsExactly("HoldReleased", "ResultsInvalidated");
        close.told(results(2));
        assertThat(close.refusal(approve(pack, PIA))).isEqualTo("contributor-may-not-approve");
        close.told(approve(pack, QUINN));
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
        List<Object> other = List.of(frozen(2, "other"), statement(2, "nord", 61, 70), journal(2, "other"));
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
                .filter(order -> order.getClass() != other.getClass() || order.equals(statement(2, "syd", 40, 0)))
                .forEach(tale::told);
        Stream.of(statement(2, "nord", 60, 70)).filter(s -> !moreReceipts).forEach(tale::told);
        return tale.latest(PackReady.class).packHash();
    }

    private Sha256 ready(int attempt) {
        close.told(open(), cutoff(ANNA)).told(results(attempt));
        return close.latest(PackReady.class).packHash();
    }

    private void approved() {
        signed();
        close.told(quiet(1));
    }

    private Sha256 signed() {
        Sha256 pack = ready(1);
        close.told(approve(pack, PIA), approve(pack, QUINN));
        return pack;
    }
}
