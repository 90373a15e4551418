package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CHAIN;
import static io.tallybook.command.close.Orders.CLOSE;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmUndone;
import io.tallybook.messages.close.CloseCycleCommand.ExtendCutoff;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.InvalidateApprovals;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseCycleCommand.ReopenClose;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleCommand.RetryUndo;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds, more time for the cut-off, and a locked month that is open again. */
class ReopenedCloseTest {
    private static final Instant AT = Instant.parse("2024-11-20T08:00:00Z");

    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

    @Test
    void aLockedMonthIsOpenAgainWithTheRevisionOfTheCalendar() {
        lockedOnce();
        assertThat(names(close.when(reopen(2)))).containsExactly("CloseReopened");
        assertThat(close.when(reopen(2))).isEmpty();

        CloseReopened reopened = close.latest(CloseReopened.class);
        assertThat(reopened.undone()).isEqualTo(1);
        assertThat(reopened.attempt()).isEqualTo(2);
        assertThat(reopened.documentNumber()).isEqualTo("4711");
        assertThat(reopened.packHash()).isEqualTo(pack());
        assertThat(reopened.shippers()).extracting(s -> s.value()).containsExactly("nord", "syd");
    }

    @Test
    void isOpenAgainUnderTheTermsItWasFirstOpenedUnder() {
        CloseTerms terms = new CloseTerms(
                CLOSE.period(),
                new Money(new BigDecimal("1.00"), "USD"),
                new Money(new BigDecimal("2.00"), "USD"),
                30,
                90);
        OpenClose plain = Orders.open();
        close.told(
                new OpenClose(
                        CLOSE,
                        plain.network(),
                        plain.dueFrom(),
                        plain.holidays(),
                        plain.demo(),
                        plain.by(),
                        plain.at(),
                        terms),
                Orders.cutoff(ANNA));
        close.told(Orders.results(1));
        sign(1);
        finish();
        close.told(reopen(2));
        assertThat(close.latest(CloseReopened.class).terms()).isEqualTo(terms);
    }

    @Test
    void onlyALockedMonthOpensAgain() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
        assertThat(close.refusal(reopen(2))).isEqualTo("not-locked");
    }

    @Test
    void nothingMovesUntilWhatWentOutIsTakenBack() {
        lockedOnce();
        Sha256 pack = pack();
        close.told(reopen(2));
        assertThat(close.refusal(Orders.cutoff(ANNA))).isEqualTo("being-reopened");
        assertThat(close.refusal(Orders.approve(pack, PIA))).isEqualTo("being-reopened");

        close.told(new InvalidateApprovals(CLOSE, 2, AT));
        assertThat(close.latest(ApprovalsInvalidated.class).approvalsVoided()).isEqualTo(2);
        assertThat(close.when(new InvalidateApprovals(CLOSE, 2, AT))).isEmpty();
        close.told(new ConfirmUndone(CLOSE, 2, AT));
        assertThat(close.when(new ConfirmUndone(CLOSE, 2, AT))).isEmpty();
        assertThat(close.refusal(new PrepareAccrual(CLOSE, List.of(), new AccountMapId("dk"), 1, "", ANNA, AT)))
                .isEqualTo("month-was-closed");
        close.told(Orders.cutoff(ANNA));
        assertThat(close.latest(CutoffDeclared.class).attempt()).isEqualTo(2);
    }

    @Test
    void closesAgainWithSignaturesOfItsOwn() {
        lockedOnce();
        close.told(reopen(2), new InvalidateApprovals(CLOSE, 2, AT), new ConfirmUndone(CLOSE, 2, AT));
        close.told(Orders.cutoff(ANNA)).told(Orders.results(2));
        assertThat(close.refusal(Orders.lock(pack(), PIA))).isEqualTo("not-approved");
        // who asked for it has a hand in it
        assertThat(close.refusal(Orders.approve(pack(), new PersonId("rita"))))
                .isEqualTo("contributor-may-not-approve");

        sign(2);
        assertThat(close.refusal(Orders.lock(pack(), PIA))).isEqualTo("not-published");
        close.told(Orders.posted("4713"), Orders.issued(Orders.document("pack-r2.xlsx", "other")));
        close.told(Orders.lock(pack(), PIA), Orders.locked(Sha256.of("chain 2")));
        close.told(reopen(3));
        assertThat(close.latest(CloseReopened.class).documentNumber()).isEqualTo("4713");
    }

    @Test
    void takingBackIsTriedAgainByAPersonWhileItIsUnderWay() {
        lockedOnce();
        assertThat(close.refusal(retry())).isEqualTo("nothing-to-take-back");
        close.told(reopen(2));
        assertThat(names(close.when(retry()))).containsExactly("UndoRetried");
        close.told(new InvalidateApprovals(CLOSE, 2, AT), new ConfirmUndone(CLOSE, 2, AT));
        assertThat(close.refusal(retry())).isEqualTo("nothing-to-take-back");
    }

    @Test
    void isLateAnewOnceItIsOpenAgain() {
        close.told(Orders.open(), Orders.overdue(CloseStep.LOCK));
        assertThat(close.when(Orders.overdue(CloseStep.LOCK))).isEmpty();
        close.told(Orders.cutoff(ANNA)).told(Orders.results(1));
        sign(1);
        finish();
        close.told(reopen(2));
        assertThat(close.when(Orders.overdue(CloseStep.LOCK))).hasSize(1);
    }

    @Test
    void aHoldStopsSignaturesAndLockAndIsLiftedWithAReason() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
        close.told(hold(ANNA));
        assertThat(close.when(hold(PIA))).isEmpty();
        assertThat(close.refusal(Orders.approve(pack(), PIA))).isEqualTo("on-hold");
        close.told(resume(ANNA));
        assertThat(close.when(resume(ANNA))).isEmpty();
        assertThat(close.when(Orders.approve(pack(), PIA))).hasSize(1);
    }

    @Test
    void signaturesGivenBeforeAHoldCountOnlyOnceItIsLifted() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
        close.told(Orders.approve(pack(), PIA), Orders.approve(pack(), QUINN), hold(ANNA));
        close.told(Orders.quiet(1));
        assertThat(names(close.when(resume(ANNA)))).containsExactly("CloseResumed", "ApprovalsComplete");
    }

    @Test
    void aPersonDoesNotLiftTheHoldOfTheHouseNorTheHouseAPersons() {
        close.told(Orders.open(), hold(PersonId.HOUSE));
        assertThat(close.refusal(Orders.cutoff(ANNA))).isEqualTo("on-hold");
        assertThat(close.refusal(resume(ANNA))).isEqualTo("held-by-the-house");
        close.told(hold(ANNA), resume(PersonId.HOUSE));
        assertThat(close.refusal(Orders.cutoff(ANNA))).isEqualTo("on-hold");
        close.told(resume(ANNA), Orders.cutoff(ANNA));
    }

    @Test
    void theHouseHoldsNoMonthThatBothHaveSigned() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
        sign(1);
        assertThat(close.refusal(hold(PersonId.HOUSE))).isEqualTo("approved");
        close.told(hold(ANNA));
        close.told(Orders.posted("4711"), Orders.issued(Orders.document("pack.xlsx", "pack")));
        assertThat(close.refusal(Orders.lock(pack(), PIA))).isEqualTo("on-hold");
    }

    @Test
    void aCutOffWithMoreTimeIsLateOnlyAfterIt() {
        close.told(Orders.open(), extend(Instant.parse("2024-11-21T12:00:00Z")));
        assertThat(close.when(extend(Instant.parse("2024-11-21T12:00:00Z")))).isEmpty();
        // told on 4 November, when it was first due
        assertThat(close.when(Orders.overdue(CloseStep.CUTOFF))).isEmpty();
        close.told(Orders.cutoff(ANNA));
        assertThat(close.refusal(extend(Instant.parse("2024-11-22T12:00:00Z")))).isEqualTo("cut-off");
    }

    @Test
    void aCutOffThatWasLateIsToldAgainWhenItsNewTimeHasPassed() {
        close.told(Orders.open(), Orders.overdue(CloseStep.CUTOFF));
        assertThat(close.when(Orders.overdue(CloseStep.CUTOFF))).isEmpty();
        close.told(new ExtendCutoff(
                CLOSE,
                Instant.parse("2024-11-04T07:59:59Z"),
                "the lab is late",
                ANNA,
                Instant.parse("2024-11-03T08:00:00Z")));
        assertThat(close.when(Orders.overdue(CloseStep.CUTOFF))).hasSize(1);
    }

    private void lockedOnce() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
        sign(1);
        finish();
    }

    private void finish() {
        close.told(Orders.posted("4711"), Orders.issued(Orders.document("pack.xlsx", "pack")));
        close.told(Orders.lock(pack(), PIA), Orders.locked(CHAIN));
    }

    private void sign(int attempt) {
        close.told(Orders.approve(pack(), PIA), Orders.approve(pack(), QUINN)).told(Orders.quiet(attempt));
    }

    private Sha256 pack() {
        return close.latest(PackReady.class).packHash();
    }

    private static ReopenClose reopen(int revision) {
        return new ReopenClose(
                CLOSE, revision, new AccountingPeriod("2024-11"), List.of(), "tenfold", new PersonId("rita"), AT);
    }

    private static RetryUndo retry() {
        return new RetryUndo(CLOSE, "the ERP is up again", ANNA, AT);
    }

    private static HoldClose hold(PersonId by) {
        return new HoldClose(CLOSE, "the auditor asks", by, AT);
    }

    private static ResumeClose resume(PersonId by) {
        return new ResumeClose(CLOSE, "answered", by, AT);
    }

    private static ExtendCutoff extend(Instant until) {
        return new ExtendCutoff(CLOSE, until, "the lab is late", ANNA, AT);
    }
}
