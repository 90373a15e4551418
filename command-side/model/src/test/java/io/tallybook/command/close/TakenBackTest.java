package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CLOSE;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.SWEDEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCycleCommand.CancelClose;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.ReopenCutoff;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseStep;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A cut-off declared too early, and a month opened by mistake. */
class TakenBackTest {
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");

    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

    @Test
    void aCutOffIsTakenBackAndDeclaredAgainForTheNextAttempt() {
        pinned();

        assertThat(close.when(reopen("a day is to come")))
                .containsExactly(new CutoffReopened(CLOSE, 2, "a day is to come", ANNA));
        assertThat(close.when(reopen("once more"))).isEmpty();
        assertThat(close.when(Orders.frozen(1, "frozen"))).isEmpty();

        close.told(Orders.cutoff(ANNA));
        assertThat(close.latest(CutoffDeclared.class).attempt()).isEqualTo(2);
        close.told(Orders.results(2));
        assertThat(close.latest(PackReady.class).attempt()).isEqualTo(2);
    }

    @Test
    void noCutOffMeansNothingToTakeBack() {
        close.told(Orders.open());
        assertThat(close.when(reopen("why not"))).isEmpty();
    }

    @Test
    void aCutOffStandsWhilePointsAreTakenDownAndOnceAllAreFrozen() {
        close.told(Orders.open(), Orders.cutoff(ANNA), Orders.roster(1));
        assertThat(close.refusal(reopen("too early"))).isEqualTo("being-pinned");

        close.told(Orders.results(1));
        assertThat(close.refusal(reopen("too late"))).isEqualTo("month-frozen");
    }

    @Test
    void whoTookItBackHasAHandInTheMonth() {
        pinned();
        close.told(new ReopenCutoff(CLOSE, "a day is to come", PIA, AT), Orders.cutoff(ANNA))
                .told(Orders.results(2));

        assertThat(close.refusal(Orders.approve(close.latest(PackReady.class).packHash(), PIA)))
                .isEqualTo("contributor-may-not-approve");
    }

    @Test
    void whatWasLateIsAFigureOnceTheCutOffIsTakenBack() {
        pinned();
        close.told(Orders.late(SWEDEN, "second file"), reopen("a day is to come"));

        assertThat(close.when(Orders.late(SWEDEN, "second file, told again"))).isEmpty();
        close.told(Orders.cutoff(ANNA)).told(Orders.results(2));
        assertThat(names(close.when(Orders.approve(close.latest(PackReady.class).packHash(), PIA))))
                .contains("CloseApproved");
    }

    @Test
    void aMonthOpenedByMistakeIsGoneAndMayBeOpenedAgain() {
        close.told(Orders.open());
        assertThat(close.when(cancel())).containsExactly(new CloseCancelled(CLOSE, 1, "opened by mistake", ANNA));
        assertThat(close.when(cancel())).isEmpty();
        assertThat(close.refusal(Orders.cutoff(ANNA))).isEqualTo("not-found");

        close.told(Orders.open());
        assertThat(close.when(cancel())).containsExactly(new CloseCancelled(CLOSE, 2, "opened by mistake", ANNA));
    }

    @Test
    void whatTheHouseStillHasOnItsWayFindsACancelledMonthInPeace() {
        close.told(Orders.open(), cancel());

        assertThat(close.when(Orders.overdue(CloseStep.CUTOFF))).isEmpty();
        assertThat(close.when(new HoldClose(CLOSE, "open again", PersonId.HOUSE, AT)))
                .isEmpty();
        assertThat(close.when(new ResumeClose(CLOSE, "locked again", PersonId.HOUSE, AT)))
                .isEmpty();
        assertThat(close.refusal(new HoldClose(CLOSE, "why not", ANNA, AT))).isEqualTo("not-found");
    }

    @Test
    void aMonthThatHasBegunOrIsHeldIsNotCancelled() {
        assertThat(close.refusal(cancel())).isEqualTo("not-found");
        close.told(Orders.open(), new HoldClose(CLOSE, "the auditor asks", ANNA, AT));
        assertThat(close.refusal(cancel())).isEqualTo("on-hold");

        close.told(new ResumeClose(CLOSE, "answered", ANNA, AT), Orders.cutoff(ANNA));
        assertThat(close.refusal(cancel())).isEqualTo("already-begun");
    }

    /** Everything but the freeze of the month as a whole. */
    private void pinned() {
        close.told(Orders.open(), Orders.cutoff(ANNA), Orders.roster(1));
        close.told(Orders.contracts(1));
    }

    private static ReopenCutoff reopen(String reason) {
        return new ReopenCutoff(CLOSE, reason, ANNA, AT);
    }

    private static CancelClose cancel() {
        return new CancelClose(CLOSE, "opened by mistake", ANNA, AT);
    }
}
