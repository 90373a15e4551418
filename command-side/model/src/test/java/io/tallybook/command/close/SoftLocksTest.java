package io.tallybook.command.close;

import static io.tallybook.messages.close.LockArea.ACCOUNTING;
import static io.tallybook.messages.close.LockArea.ALLOCATION;
import static io.tallybook.messages.close.LockArea.MEASUREMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarCommand;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.MoveSoftLocks;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.LockArea;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Soft locks go up and down by area; exceptions are for another, bounded, and end by time. */
class SoftLocksTest {
    private static final CloseGroup GROUP = new CloseGroup("denmark");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId PIA = new PersonId("pia");
    private static final GasDay OCTOBER = new GasDay("2024-10-31");
    private static final GasDay NOVEMBER = new GasDay("2024-11-30");
    private static final Instant AT = Instant.parse("2024-12-02T08:00:00Z");

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
    void movesOnlyTheAreasThatDiffer() {
        assertThat(calendar.when(move(Map.of(MEASUREMENT, OCTOBER, ALLOCATION, OCTOBER))))
                .containsExactly(
                        new SoftLockMoved(GROUP, MEASUREMENT, null, OCTOBER, "reviewed", PIA),
                        new SoftLockMoved(GROUP, ALLOCATION, null, OCTOBER, "reviewed", PIA));
        assertThat(calendar.when(move(Map.of(MEASUREMENT, OCTOBER, ALLOCATION, OCTOBER))))
                .isEmpty();
        assertThat(calendar.when(move(Map.of(MEASUREMENT, NOVEMBER, ALLOCATION, OCTOBER))))
                .containsExactly(new SoftLockMoved(GROUP, MEASUREMENT, OCTOBER, NOVEMBER, "reviewed", PIA));
    }

    @Test
    void lowersALockAndTakesItAway() {
        calendar.told(move(Map.of(MEASUREMENT, NOVEMBER, ACCOUNTING, OCTOBER)));

        assertThat(calendar.when(move(Map.of(MEASUREMENT, OCTOBER))))
                .containsExactly(
                        new SoftLockMoved(GROUP, MEASUREMENT, NOVEMBER, OCTOBER, "reviewed", PIA),
                        new SoftLockMoved(GROUP, ACCOUNTING, OCTOBER, null, "reviewed", PIA));
    }

    @Test
    void asksForAReason() {
        assertInvalid(new MoveSoftLocks(GROUP, Map.of(MEASUREMENT, OCTOBER), " ", PIA, AT));
    }

    @Test
    void letsAnotherBehindTheLockForAWhile() {
        assertThat(calendar.when(grant(ANNA, 30)))
                .containsExactly(new LockExceptionGranted(
                        GROUP, 1, MEASUREMENT, ANNA, AT.plusSeconds(1800), "a meter was read wrong", PIA));
        assertThat(calendar.when(grant(ANNA, 30))).isEmpty();
        assertThat(calendar.when(grant(null, 30)))
                .containsExactly(new LockExceptionGranted(
                        GROUP, 2, MEASUREMENT, null, AT.plusSeconds(1800), "a meter was read wrong", PIA));
    }

    @Test
    void grantsAnewWhatHasRunOut() {
        calendar.told(grant(ANNA, 30));
        GrantLockException again = new GrantLockException(
                GROUP, MEASUREMENT, ANNA, 30, "a meter was read wrong", PIA, AT.plusSeconds(1800));

        assertThat(calendar.when(again)).hasSize(1);
    }

    @Test
    void nobodyMakesAnExceptionForThemselves() {
        assertThat(calendar.refusal(grant(PIA, 30))).isEqualTo("own-exception");
    }

    @Test
    void anExceptionRunsForSevenDaysAtMost() {
        assertThat(calendar.when(grant(ANNA, CloseCalendarCommand.MOST_EXCEPTION_MINUTES)))
                .hasSize(1);
        assertInvalid(grant(ANNA, CloseCalendarCommand.MOST_EXCEPTION_MINUTES + 1));
        assertInvalid(grant(ANNA, 0));
    }

    @Test
    void holdsSixtyFourExceptionsAtATime() {
        for (int i = 1; i <= CloseCalendarCommand.MOST_EXCEPTIONS; i++) {
            calendar.told(grant(new PersonId("person-" + i), 30));
        }

        assertThat(calendar.refusal(grant(ANNA, 30))).isEqualTo("too-many-exceptions");
        assertThat(calendar.when(new GrantLockException(
                        GROUP, MEASUREMENT, ANNA, 30, "a meter was read wrong", PIA, AT.plusSeconds(1800))))
                .hasSize(1);
    }

    @Test
    void endsAnExceptionBeforeItsTimeOnce() {
        calendar.told(grant(ANNA, 30));

        assertThat(calendar.when(new EndLockException(GROUP, 1, "done", ANNA, AT)))
                .containsExactly(new LockExceptionEnded(GROUP, 1, "done", ANNA));
        assertThat(calendar.when(new EndLockException(GROUP, 1, "done", ANNA, AT)))
                .isEmpty();
        assertThat(calendar.refusal(new EndLockException(GROUP, 2, "done", ANNA, AT)))
                .isEqualTo("not-found");
    }

    private void assertInvalid(CloseCalendarCommand order) {
        assertThatThrownBy(() -> calendar.when(order)).hasMessageContaining("Invalid");
    }

    private static MoveSoftLocks move(Map<LockArea, GasDay> through) {
        return new MoveSoftLocks(GROUP, through, "reviewed", PIA, AT);
    }

    private static GrantLockException grant(@Nullable PersonId person, int minutes) {
        return new GrantLockException(GROUP, MEASUREMENT, person, minutes, "a meter was read wrong", PIA, AT);
    }
}
