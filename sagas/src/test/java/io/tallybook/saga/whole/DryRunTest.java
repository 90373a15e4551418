package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.MonthBalanced;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.saga.Example;
import io.tallybook.saga.whatif.DryRun;
import io.tallybook.saga.whatif.DryRun.Stop;
import io.tallybook.saga.whatif.DryRuns;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dry run comes to what the real one comes to, and leaves the log as it was. */
class DryRunTest extends SmallMonthClose {
    private static final GasDay LAST_DAY = Example.PERIOD.lastDay();

    @Test
    void comesToTheSamePackAsTheRunInEarnestAndWritesNothing() {
        month.openCalendar();
        month.record();
        house.awaitQuiet();
        long head = house.log().head();

        DryRun dry = dry(Role.ACCOUNTANT, false);

        assertThat(house.log().head()).isEqualTo(head);
        assertThat(house.log().stream(Example.CLOSE.toString())).isEmpty();
        assertThat(dry.position()).isEqualTo(head);
        assertThat(dry.whole()).isTrue();
        assertThat(dry.stops()).isEmpty();

        month.openPeriod();
        house.await(Example.CLOSE, CloseOpened.class);
        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        PackReady pack = house.await(Example.CLOSE, PackReady.class);

        assertThat(dry.packHash()).isEqualTo(pack.packHash());
        assertThat(dry.statements())
                .extracting(StatementAdded::contentHash)
                .containsExactlyInAnyOrderElementsOf(house.all(Example.CLOSE, StatementAdded.class).stream()
                        .map(StatementAdded::contentHash)
                        .toList());
        assertThat(journalOf(dry)).isEqualTo(journal().contentHash());
        assertThat(dry.balance())
                .isEqualTo(house.await(Example.CLOSE, MonthBalanced.class).month());
    }

    @Test
    void aCloseThatIsCutOffIsTakenFromItsBeginningAsARestartWouldTakeIt() {
        month.record();
        toCutoff();
        PackReady first = house.await(Example.CLOSE, PackReady.class);
        month.record(Example.ELLUND, LAST_DAY, 1_000_001, SmallMonth.source("late"));
        house.await(Example.CLOSE, LateQuantitiesNoted.class);
        house.awaitQuiet();
        long head = house.log().head();

        DryRun dry = dry(Role.ACCOUNTANT, false);

        assertThat(house.log().head()).isEqualTo(head);
        assertThat(dry.attempt()).isEqualTo(2);
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new RestartClose(Example.CLOSE, "in earnest", SmallMonth.ACCOUNTANT, House.now()));
        PackReady second = house.await(Example.CLOSE, PackReady.class, e -> e.attempt() == 2);
        assertThat(dry.packHash()).isEqualTo(second.packHash());
        assertThat(first.attempt()).isEqualTo(1);
    }

    @Test
    void saysWhatStandsInTheWayAndFiguresAsFarAsTheyCome() {
        month.openCalendar();
        Example.PERIOD.days().stream().filter(day -> !day.equals(LAST_DAY)).forEach(month::record);
        house.awaitQuiet();

        DryRun dry = dry(Role.ACCOUNTANT, false);

        assertThat(dry.packHash()).isNull();
        assertThat(dry.stops())
                .filteredOn(stop -> stop.step() == CloseStep.COMPLETENESS)
                .extracting(Stop::subject)
                .contains(Example.ELLUND.value());
        assertThat(dry.stops())
                .extracting(Stop::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("1 of 31 records are missing"));
    }

    @Test
    void errorsOnlyTakesNothingAnewAndNamesWhatIsLeft() {
        Example.PERIOD.days().stream().filter(day -> !day.equals(LAST_DAY)).forEach(month::record);
        month.record(Example.NYBRO, LAST_DAY, 1_000_000, SmallMonth.source("there in time"));
        toCutoff();
        house.await(MeterMonthId.of(Example.ELLUND, Example.PERIOD), MeterMonthNotReady.class);
        house.awaitQuiet();

        DryRun dry = dry(Role.ACCOUNTANT, true);

        assertThat(dry.events()).isZero();
        assertThat(dry.attempt()).isEqualTo(1);
        assertThat(dry.stops())
                .extracting(Stop::subject)
                .contains(Example.ELLUND.value())
                .doesNotContain(Example.NYBRO.value());
    }

    @Test
    void isRefusedToWhomTheRunInEarnestWouldBeRefused() {
        month.openCalendar();
        month.record();
        house.awaitQuiet();
        long head = house.log().head();

        DryRun dry = dry(Role.VIEWER, false);

        Answer refused = Objects.requireNonNull(dry.refused());
        assertThat(refused.outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(house.log().head()).isEqualTo(head);
        assertThat(dry.statements()).isEmpty();
    }

    @Test
    void aMonthThatChangesWhileItRunsDryIsSeenAsItWas() {
        month.openCalendar();
        month.record();
        house.awaitQuiet();
        DryRun before = dry(Role.ACCOUNTANT, false);
        month.record(Example.ELLUND, LAST_DAY, 1_000_001, SmallMonth.source("corrected"));
        house.awaitQuiet();

        DryRun after = dry(Role.ACCOUNTANT, false);

        assertThat(after.packHash()).isNotNull().isNotEqualTo(before.packHash());
        assertThat(after.statements())
                .extracting(one -> one.totals().receipts())
                .doesNotContain(Energy.ZERO);
    }

    private DryRun dry(Role role, boolean errorsOnly) {
        Caller anna = Caller.person(new UserId("anna"), new PersonId("anna"), Set.of(role), "test");
        return house.bean(DryRuns.class).of(Example.CLOSE, anna, errorsOnly).orElseThrow();
    }

    private JournalPrepared journal() {
        return house.await(JournalId.ofClose(Example.CLOSE), JournalPrepared.class);
    }

    private static Sha256 journalOf(DryRun dry) {
        return Objects.requireNonNull(dry.journal()).contentHash();
    }
}
