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
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.SetCloseTerms;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.close.ReopenVoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is material, whose word it takes and how far their limits reach. */
class CloseTermsTest {
    private static final CloseGroup GROUP = new CloseGroup("dk");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId PIA = new PersonId("pia");
    private static final PersonId QUINN = new PersonId("quinn");
    private static final PersonId ERIK = new PersonId("erik");
    private static final Instant AT = Instant.parse("2025-02-05T08:00:00Z");

    private final Tale<CloseCalendar> calendar = new Tale<>(CloseCalendar.class);

    @BeforeEach
    void theBooksBegin() {
        calendar.told(new OpenCalendar(
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
                AT));
    }

    @Test
    void aPeriodIsOpenedUnderWhatWasSetForItOrBefore() {
        CloseTerms terms = terms("2024-11", "1000.00", "5000.00");
        assertThat(names(calendar.when(set(terms)))).containsExactly("CloseTermsSet");
        assertThat(calendar.when(set(terms))).isEmpty();
        calendar.told(open("2024-10"));
        assertThat(calendar.latest(PeriodOpened.class).terms()).isNull();
        calendar.told(seal("2024-10"), open("2024-11"));
        assertThat(calendar.latest(PeriodOpened.class).terms()).isEqualTo(terms);
        calendar.told(seal("2024-11"), open("2024-12"));
        assertThat(calendar.latest(PeriodOpened.class).terms()).isEqualTo(terms);
    }

    @Test
    void whatIsOpenedKeepsItsTerms() {
        calendar.told(open("2024-10"));
        assertThat(calendar.refusal(set(terms("2024-10", "1.00", "2.00")))).isEqualTo("terms-are-pinned");
        assertThat(calendar.refusal(set(terms("2023-01", "1.00", "2.00")))).isEqualTo("terms-are-pinned");
        calendar.told(seal("2024-10"));
        assertThat(calendar.refusal(set(terms("2024-10", "1.00", "2.00")))).isEqualTo("terms-are-pinned");
        assertThat(names(calendar.when(set(terms("2024-11", "1.00", "2.00"))))).containsExactly("CloseTermsSet");
    }

    @Test
    void takesAgainWhatWasSetForAPeriodThatHasOpenedSince() {
        CloseTerms terms = terms("2024-10", "1000.00", "5000.00");
        calendar.told(set(terms), open("2024-10"));
        assertThat(calendar.when(set(terms))).isEmpty();
    }

    @Test
    void reopensFromTheAmountOfThePeriodsTerms() {
        lockedUnder("1000.00", "5000.00");
        assertThat(calendar.refusal(request(ReopenGround.MATERIAL, "999.99"))).isEqualTo("not-material");
        assertThat(calendar.refusal(request(ReopenGround.MATERIAL, null))).isEqualTo("not-material");
        assertThat(calendar.when(request(ReopenGround.MATERIAL, "1000.00"))).hasSize(1);
    }

    @Test
    void measuresNoEffectInAnotherCurrency() {
        lockedUnder("1000.00", "5000.00");
        RequestReopen euros = new RequestReopen(
                GROUP,
                new AccountingPeriod("2024-10"),
                ReopenGround.REGULATOR,
                new Money(new BigDecimal("9000.00"), "EUR"),
                "order 7",
                ANNA,
                AT);
        assertThat(calendar.refusal(euros)).isEqualTo("effect-in-another-currency");
    }

    @Test
    void aLargeEffectTakesASecondApprover() {
        lockedUnder("1000.00", "5000.00");
        calendar.told(request(ReopenGround.REGULATOR, "5000.00"));
        assertThat(names(calendar.when(approve(PIA, null)))).containsExactly("ReopenApproved");
        assertThat(calendar.when(approve(PIA, null))).isEmpty();
        assertThat(names(calendar.when(consent()))).containsExactly("ReopenApproved");
        assertThat(names(calendar.when(approve(QUINN, null)))).containsExactly("ReopenApproved", "PeriodReopened");
        assertThat(calendar.latest(ReopenApproved.class).voice()).isEqualTo(ReopenVoice.CHIEF);
        assertThat(calendar.latest(PeriodReopened.class).agreed()).containsExactly(PIA, QUINN, ERIK);
    }

    @Test
    void aThirdApproverHasNoWord() {
        lockedUnder("1000.00", "5000.00");
        calendar.told(request(ReopenGround.MATERIAL, "5000.00"), approve(PIA, null), approve(QUINN, null));
        assertThat(calendar.refusal(approve(new PersonId("rita"), null))).isEqualTo("agreed");
        assertThat(calendar.refusal(approve(ANNA, null))).isEqualTo("requester-may-not-agree");
    }

    @Test
    void theOneApproversLimitReachesTheEffect() {
        lockedUnder("1000.00", "5000.00");
        calendar.told(request(ReopenGround.MATERIAL, "-4999.99"));
        assertThat(calendar.refusal(approve(PIA, "4999.98"))).isEqualTo("above-limit");
        assertThat(names(calendar.when(approve(QUINN, "4999.99")))).containsExactly("ReopenApproved");
        assertThat(calendar.latest(ReopenApproved.class).limit()).isEqualTo(usd("4999.99"));
    }

    @Test
    void ofTwoApproversOneLimitReachesTheEffect() {
        lockedUnder("1000.00", "5000.00");
        calendar.told(request(ReopenGround.MATERIAL, "6000.00"), approve(PIA, "10.00"));
        assertThat(calendar.refusal(approve(QUINN, "5999.99"))).isEqualTo("above-limit");
        calendar.told(new DeclineReopen(GROUP, new AccountingPeriod("2024-10"), "asked in error", ERIK, AT));
        calendar.told(request(ReopenGround.MATERIAL, "6000.00"), approve(PIA, "6000.00"));
        assertThat(names(calendar.when(approve(QUINN, "10.00")))).containsExactly("ReopenApproved");
    }

    @Test
    void aDeclinedRequestLeavesNoLimitBehind() {
        lockedUnder("1000.00", "5000.00");
        calendar.told(request(ReopenGround.MATERIAL, "4000.00"), approve(PIA, null));
        calendar.told(new DeclineReopen(GROUP, new AccountingPeriod("2024-10"), "asked in error", ERIK, AT));
        calendar.told(request(ReopenGround.MATERIAL, "4000.00"));
        assertThat(calendar.refusal(approve(QUINN, "10.00"))).isEqualTo("above-limit");
    }

    @Test
    void anOrderWithoutAnAmountIsMeasuredAgainstNoLimit() {
        lockedUnder("1000.00", "5000.00");
        calendar.told(request(ReopenGround.REGULATOR, null));
        assertThat(names(calendar.when(approve(PIA, "0.01")))).containsExactly("ReopenApproved");
        assertThat(names(calendar.when(consent()))).containsExactly("ReopenApproved", "PeriodReopened");
    }

    private void lockedUnder(String reopenFrom, String chiefFrom) {
        calendar.told(set(terms("2024-10", reopenFrom, chiefFrom)), open("2024-10"), seal("2024-10"));
    }

    private static CloseTerms terms(String from, String reopenFrom, String chiefFrom) {
        return new CloseTerms(new AccountingPeriod(from), usd(reopenFrom), usd(chiefFrom), 60, 600);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static SetCloseTerms set(CloseTerms terms) {
        return new SetCloseTerms(GROUP, terms, ANNA, AT);
    }

    private static OpenPeriod open(String period) {
        return new OpenPeriod(GROUP, new AccountingPeriod(period), ANNA, AT);
    }

    private static SealPeriod seal(String period) {
        return new SealPeriod(GROUP, new AccountingPeriod(period), Sha256.of(period), PIA, AT);
    }

    private static RequestReopen request(ReopenGround ground, @Nullable String effect) {
        Money money = effect == null ? null : usd(effect);
        return new RequestReopen(GROUP, new AccountingPeriod("2024-10"), ground, money, "order 7", ANNA, AT);
    }

    private static ApproveReopen approve(PersonId by, @Nullable String limit) {
        return new ApproveReopen(
                GROUP, new AccountingPeriod("2024-10"), true, limit == null ? null : usd(limit), by, AT);
    }

    private static ConsentToReopen consent() {
        return new ConsentToReopen(GROUP, new AccountingPeriod("2024-10"), ERIK, AT);
    }
}
