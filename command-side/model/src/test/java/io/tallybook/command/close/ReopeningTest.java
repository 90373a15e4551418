package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.DeclineReopen;
import io.tallybook.messages.close.CloseCalendarCommand.NoteAdjusted;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.RaiseHardLock;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.erp.ErpPeriodState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReopeningTest {
    private static final CloseGroup GROUP = new CloseGroup("dk");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId PIA = new PersonId("pia");
    private static final PersonId ERIK = new PersonId("erik");
    private static final Instant AT = Instant.parse("2025-02-05T08:00:00Z");

    private final Tale<CloseCalendar> calendar = new Tale<>(CloseCalendar.class);

    @BeforeEach
    void twoMonthsAreLockedAndTheThirdIsOpen() {
        calendar.told(
                new OpenCalendar(
                        GROUP,
                        new NetworkId("dk"),
                        new AccountingPeriod("2024-10"),
                        ZoneId.of("Europe/Copenhagen"),
                        Energy.ZERO,
                        Energy.ZERO,
                        List.of(),
                        false,
                        "books begin",
                        ANNA,
                        AT),
                open("2024-10"),
                seal("2024-10", "a"),
                open("2024-11"),
                seal("2024-11", "b"),
                open("2024-12"));
    }

    @Test
    void opensTheLastLockedMonthOnceTwoOthersHaveAgreed() {
        assertThat(names(calendar.when(request("2024-11", ANNA)))).containsExactly("ReopenRequested");
        assertThat(calendar.when(request("2024-11", ANNA))).isEmpty();
        assertThat(names(calendar.when(approve("2024-11", PIA)))).containsExactly("ReopenApproved");
        assertThat(calendar.when(approve("2024-11", PIA))).isEmpty();
        assertThat(names(calendar.when(consent("2024-11", ERIK)))).containsExactly("ReopenApproved", "PeriodReopened");

        PeriodReopened reopened = calendar.latest(PeriodReopened.class);
        assertThat(reopened.revision()).isEqualTo(2);
        assertThat(reopened.undone()).isEqualTo(Sha256.of("b"));
        assertThat(reopened.next()).isEqualTo(new AccountingPeriod("2024-12"));
        assertThat(reopened.agreed()).containsExactly(PIA, ERIK);
    }

    @Test
    void takesThreeDifferentPersons() {
        calendar.told(request("2024-11", ANNA));
        assertThat(calendar.refusal(approve("2024-11", ANNA))).isEqualTo("requester-may-not-agree");
        assertThat(calendar.refusal(consent("2024-11", ANNA))).isEqualTo("requester-may-not-agree");
        calendar.told(approve("2024-11", PIA));
        assertThat(calendar.refusal(consent("2024-11", PIA))).isEqualTo("same-person-may-not-agree-twice");
        assertThat(calendar.refusal(approve("2024-11", ERIK))).isEqualTo("agreed");
    }

    @Test
    void opensNoneButTheLastAndNoneTheErpHasClosed() {
        assertThat(calendar.refusal(request("2024-10", ANNA))).isEqualTo("not-the-last-locked");
        assertThat(calendar.refusal(request("2024-12", ANNA))).isEqualTo("not-the-last-locked");
        assertThat(calendar.refusal(approve("2024-11", PIA))).isEqualTo("nothing-asked");
        calendar.told(request("2024-11", ANNA));
        assertThat(calendar.refusal(new ApproveReopen(GROUP, new AccountingPeriod("2024-11"), false, PIA, AT)))
                .isEqualTo("erp-period-closed");
        assertThat(calendar.refusal(request("2024-11", ERIK))).isEqualTo("reopening-asked");
    }

    @Test
    void theErpsOwnWordCountsForMoreThanAPersons() {
        calendar.told(request("2024-11", ANNA));
        assertThat(calendar.refusal(approve(true, ErpPeriodState.CLOSED))).isEqualTo("erp-period-closed");
        assertThat(calendar.refusal(approve(false, null))).isEqualTo("erp-period-closed");

        assertThat(names(calendar.when(approve(false, ErpPeriodState.OPEN)))).containsExactly("ReopenApproved");
        assertThat(calendar.latest(ReopenApproved.class).erp()).isEqualTo(ErpPeriodState.OPEN);
    }

    @Test
    void aPersonVouchesWhereTheErpSaysNothingAndTheEventSaysSo() {
        calendar.told(request("2024-11", ANNA));

        assertThat(names(calendar.when(approve(true, null)))).containsExactly("ReopenApproved");
        assertThat(calendar.latest(ReopenApproved.class).erp()).isNull();
    }

    @Test
    void leavesWhatIsSmallToAnAdjustmentUnlessARegulatorOrdersIt() {
        assertThat(calendar.refusal(request(ReopenGround.MATERIAL, null))).isEqualTo("not-material");
        assertThat(calendar.refusal(request(ReopenGround.MATERIAL, "24999.99"))).isEqualTo("not-material");
        assertThat(calendar.when(request(ReopenGround.MATERIAL, "-25000.00"))).hasSize(1);
        calendar.told(decline("2024-11", "asked in error", PIA));
        assertThat(calendar.when(request(ReopenGround.REGULATOR, null))).hasSize(1);
    }

    @Test
    void aDeclinedRequestLeavesNoWordBehind() {
        calendar.told(request("2024-11", ANNA), approve("2024-11", PIA), decline("2024-11", "adjust it", ERIK));
        assertThat(calendar.refusal(consent("2024-11", ERIK))).isEqualTo("nothing-asked");
        calendar.told(request("2024-11", ANNA));
        assertThat(names(calendar.when(consent("2024-11", ERIK)))).containsExactly("ReopenApproved");
    }

    @Test
    void nothingAfterItLocksOrOpensUntilItIsLockedAgain() {
        reopenNovember();
        assertThat(calendar.refusal(seal("2024-12", "c"))).isEqualTo("previous-period-not-locked");
        assertThat(calendar.refusal(request("2024-11", ANNA))).isEqualTo("reopened-already");
        Sha256 before = calendar.latest(PeriodLocked.class).chainHash();

        calendar.told(seal("2024-11", "b2"));
        // the chain runs one way: the month's second lock hangs on its first
        Sha256 second = calendar.latest(PeriodLocked.class).chainHash();
        assertThat(second).isEqualTo(Sha256.of(before + "\n2024-11\n" + Sha256.of("b2") + "\n"));
        assertThat(calendar.when(seal("2024-11", "b2"))).isEmpty();
        assertThat(calendar.refusal(seal("2024-11", "b3"))).isEqualTo("period-is-locked");
        calendar.told(seal("2024-12", "c"));
        assertThat(calendar.latest(PeriodLocked.class).chainHash())
                .isEqualTo(Sha256.of(second + "\n2024-12\n" + Sha256.of("c") + "\n"));
    }

    @Test
    void countsRevisionsOn() {
        reopenNovember();
        calendar.told(seal("2024-11", "b2"), request("2024-11", ANNA));
        assertThat(calendar.latest(ReopenRequested.class).revision()).isEqualTo(3);
    }

    @Test
    void theHardLockOnlyRisesOverLockedMonthsAndHoldsForEverybody() {
        assertThat(calendar.refusal(hardLock("2024-12"))).isEqualTo("period-not-locked");
        calendar.told(hardLock("2024-11"));
        assertThat(calendar.when(hardLock("2024-11"))).isEmpty();
        assertThat(calendar.refusal(hardLock("2024-10"))).isEqualTo("hard-lock-only-rises");
        assertThat(calendar.refusal(request("2024-11", ANNA))).isEqualTo("hard-locked");
        assertThat(calendar.refusal(request(ReopenGround.REGULATOR, null))).isEqualTo("hard-locked");
    }

    @Test
    void theHardLockWaitsForAMonthThatIsOpenAgain() {
        calendar.told(request("2024-11", ANNA));
        assertThat(calendar.refusal(hardLock("2024-11"))).isEqualTo("reopening-asked");
        assertThat(calendar.when(hardLock("2024-10"))).hasSize(1);
        calendar.told(approve("2024-11", PIA), consent("2024-11", ERIK));
        assertThat(calendar.refusal(hardLock("2024-11"))).isEqualTo("reopened-already");
    }

    @Test
    void aMonthWithAnApprovedAdjustmentIsCorrectedByAdjustmentsOnly() {
        NoteAdjusted adjusted = new NoteAdjusted(GROUP, new AccountingPeriod("2024-11"), AT);
        calendar.told(request("2024-11", ANNA), adjusted);
        assertThat(calendar.when(adjusted)).isEmpty();
        assertThat(calendar.refusal(approve("2024-11", PIA))).isEqualTo("period-adjusted");
        calendar.told(decline("2024-11", "adjusted", ERIK));
        assertThat(calendar.refusal(request("2024-11", ANNA))).isEqualTo("period-adjusted");
    }

    private void reopenNovember() {
        calendar.told(request("2024-11", ANNA), approve("2024-11", PIA), consent("2024-11", ERIK));
    }

    private static RequestReopen request(String period, PersonId by) {
        return new RequestReopen(
                GROUP,
                new AccountingPeriod(period),
                ReopenGround.MATERIAL,
                new Money(new BigDecimal("40000.00"), "EUR"),
                "a meter was read tenfold",
                by,
                AT);
    }

    private static RequestReopen request(ReopenGround ground, @Nullable String effect) {
        Money money = effect == null ? null : new Money(new BigDecimal(effect), "EUR");
        return new RequestReopen(GROUP, new AccountingPeriod("2024-11"), ground, money, "order 7", ANNA, AT);
    }

    private static ApproveReopen approve(boolean ticked, @Nullable ErpPeriodState erp) {
        return new ApproveReopen(GROUP, new AccountingPeriod("2024-11"), ticked, erp, null, PIA, AT);
    }

    private static ApproveReopen approve(String period, PersonId by) {
        return new ApproveReopen(GROUP, new AccountingPeriod(period), true, by, AT);
    }

    private static ConsentToReopen consent(String period, PersonId by) {
        return new ConsentToReopen(GROUP, new AccountingPeriod(period), by, AT);
    }

    private static DeclineReopen decline(String period, String reason, PersonId by) {
        return new DeclineReopen(GROUP, new AccountingPeriod(period), reason, by, AT);
    }

    private static RaiseHardLock hardLock(String through) {
        return new RaiseHardLock(GROUP, new AccountingPeriod(through), "the year is audited", PIA, AT);
    }

    private static OpenPeriod open(String period) {
        return new OpenPeriod(GROUP, new AccountingPeriod(period), ANNA, AT);
    }

    private static SealPeriod seal(String period, String hash) {
        return new SealPeriod(GROUP, new AccountingPeriod(period), Sha256.of(hash), PIA, AT);
    }
}
