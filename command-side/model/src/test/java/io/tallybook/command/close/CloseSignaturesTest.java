package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.ERIK;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static io.tallybook.command.close.Orders.SWEDEN;
import static io.tallybook.command.close.Orders.approve;
import static io.tallybook.command.close.Orders.cutoff;
import static io.tallybook.command.close.Orders.decide;
import static io.tallybook.command.close.Orders.hold;
import static io.tallybook.command.close.Orders.late;
import static io.tallybook.command.close.Orders.noNews;
import static io.tallybook.command.close.Orders.open;
import static io.tallybook.command.close.Orders.quiet;
import static io.tallybook.command.close.Orders.reject;
import static io.tallybook.command.close.Orders.release;
import static io.tallybook.command.close.Orders.restart;
import static io.tallybook.command.close.Orders.results;
import static io.tallybook.command.close.Orders.stale;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.LentRight;
import io.tallybook.messages.close.NewsRelay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who signs the pack of a close, when it counts, what holds it up or voids it; long, for each rule is a story. */
class CloseSignaturesTest {
    private static final DeadLetterId LETTER = new DeadLetterId("0123456789ab/17");

    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

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
    void takesASignatureWhoseLimitReachesThePackAmongTheTwo() {
        // two statements of 1.00 bought and 2.00 sold each
        ready();
        close.told(limited("5.99", "USD", PIA));
        assertThat(close.refusal(limited("5.99", "USD", QUINN))).isEqualTo("above-limit");
        assertThat(close.refusal(limited("6.00", "EUR", QUINN))).isEqualTo("above-limit");
        assertThat(names(close.when(limited("6.00", "USD", QUINN)))).containsExactly("CloseApproved", "NewsAwaited");
    }

    @Test
    void asksNoLimitOfTheSecondWhereTheFirstReachesIt() {
        ready();
        close.told(Orders.approve(close.latest(PackReady.class).packHash(), PIA));
        assertThat(close.when(limited("0.01", "USD", QUINN))).hasSize(2);
    }

    @Test
    void forgetsTheLimitOfASignatureThatWasVoided() {
        ready();
        Sha256 pack = close.latest(PackReady.class).packHash();
        close.told(Orders.approve(pack, PIA), Orders.reject(pack, "a line is wrong", QUINN));
        close.told(Orders.restart("corrected", ANNA)).told(Orders.results(2));
        close.told(limited("1.00", "USD", PIA));
        assertThat(close.refusal(limited("1.00", "USD", QUINN))).isEqualTo("above-limit");
    }

    private void ready() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
    }

    private ApproveClose limited(String limit, String currency, PersonId by) {
        Money reach = new Money(new BigDecimal(limit), currency);
        return new ApproveClose(Orders.CLOSE, close.latest(PackReady.class).packHash(), reach, by, Instant.EPOCH);
    }

    @Test
    void aLentRightSignsInAnotherPersonsHandWhileItLasts() {
        ready();
        assertThat(close.refusal(lent(QUINN, PIA, Instant.EPOCH.plusSeconds(60))))
                .isEqualTo("delegation-not-in-force");
        assertThat(close.refusal(lent(QUINN, PIA, Instant.EPOCH.minusSeconds(1))))
                .isEqualTo("delegation-not-in-force");

        close.told(lent(QUINN, PIA, Instant.EPOCH));
        CloseApproved signed = close.latest(CloseApproved.class);
        assertThat(signed.by()).isEqualTo(PIA);
        assertThat(signed.onBehalfOf()).isEqualTo(QUINN);
    }

    @Test
    void aLentRightSignsNothingItsHolderOrItsOwnerHadAHandIn() {
        ready();

        assertThat(close.refusal(lent(QUINN, ANNA, Instant.EPOCH))).isEqualTo("contributor-may-not-approve");
        assertThat(close.refusal(lent(ANNA, PIA, Instant.EPOCH))).isEqualTo("delegator-contributed");
    }

    @Test
    void delegatorAndDelegateOfOneRightDoNotBothSign() {
        PersonId third = new PersonId("third");
        ready();
        close.told(lent(QUINN, PIA, Instant.EPOCH));

        assertThat(close.refusal(mine(QUINN))).isEqualTo("right-used-already");
        assertThat(close.refusal(lent(QUINN, third, Instant.EPOCH))).isEqualTo("right-used-already");
        assertThat(close.refusal(mine(PIA))).isEqualTo("same-person-may-not-approve-twice");
        assertThat(names(close.when(mine(third)))).containsExactly("CloseApproved", "NewsAwaited");
    }

    @Test
    void whoSignedLeavesNobodyTheSameRight() {
        ready();
        close.told(mine(QUINN));

        assertThat(close.refusal(lent(QUINN, PIA, Instant.EPOCH))).isEqualTo("right-used-already");
    }

    private ApproveClose mine(PersonId by) {
        return approve(close.latest(PackReady.class).packHash(), by);
    }

    /** For an hour from {@code from}, at the moment the orders of this test are given at. */
    private ApproveClose lent(PersonId of, PersonId by, Instant from) {
        Instant until = from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from.plusSeconds(3_600);
        return new ApproveClose(
                Orders.CLOSE,
                close.latest(PackReady.class).packHash(),
                null,
                new LentRight(1, of, from, until),
                by,
                Instant.EPOCH);
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
        assertThat(close.refusal(approve(pack, QUINN))).isEqualTo("signoff-suspended");
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
                .isEqualTo("signoff-suspended");
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
