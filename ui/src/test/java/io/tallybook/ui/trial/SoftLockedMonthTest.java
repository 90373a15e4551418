package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.access.AccessEvent.CommandRefused;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.LockArea;
import io.tallybook.saga.whole.House;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every order of a person behind a soft lock, from the table {@code trial/soft-locked-month.csv}: refused in its area, or
 * free with the reason. The lock is asked before anything else, so that the locked month of {@link LockedMonth} serves.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SoftLockedMonthTest {
    private static final GasDay FAR = new GasDay("2099-12-31");
    private static final PersonId EVE = OrdersToResults.EVE;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static LockedMonth month;

    /** A line of the table; without an area the order is free. */
    record Row(String command, @Nullable LockArea area, String why) {
        @Override
        public String toString() {
            return command;
        }
    }

    @BeforeAll
    static void lockAMonth() {
        month = new LockedMonth(directory);
        month.house.order(
                "anna",
                Role.ACCOUNTANT,
                new OpenPeriod(month.system.group(), month.system.period().next(), Crew.ACCOUNTANT, House.now()));
        month.house.awaitQuiet();
    }

    @AfterAll
    static void stop() {
        month.close();
    }

    @Test
    @Order(1)
    void hasOneRowForEveryOrderOfAPerson() {
        assertThat(rows().map(Row::command))
                .containsExactlyInAnyOrderElementsOf(orders().values().stream()
                        .map(Object::getClass)
                        .filter(type -> Arrays.stream(sentBy(type)).anyMatch(role -> role != Role.PROCESS))
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(rows()).allMatch(row -> !row.why().isBlank());
    }

    @Test
    @Order(2)
    void refusesADayOnTheLockAndTakesTheDayAfterIt() {
        lockThrough(LockedMonth.EXPLAINED);
        assertThat(explain().rule()).isEqualTo("soft-locked");

        lockThrough(LockedMonth.EXPLAINED.plusDays(-1));
        assertThat(explain().rule()).isEqualTo("balance-accepted");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    @Order(3)
    void isRefusedBehindTheSoftLockOfItsArea(Row row) {
        lockThrough(FAR);
        Command order = order(row);
        for (Role role : senders(order)) {
            long before = month.house.log().head();

            Answer answer = month.house.ask("eve", role, order);

            assertThat(said(answer)).as("%s as %s: %s", row, role, answer).isEqualTo("REFUSED:soft-locked");
            assertThat(answer.evidence())
                    .containsEntry("area", Objects.requireNonNull(row.area()).name());
            assertThat(answer.sentence()).contains("An approver may make an exception");
            assertThat(month.house.log().after(before, 10))
                    .singleElement()
                    .extracting(StoredEvent::event)
                    .isInstanceOf(CommandRefused.class);
        }
    }

    @Test
    @Order(4)
    void neverRefusesWhatAnImportBrings() {
        lockThrough(FAR);
        Meters meters = new Meters(month.system, 10);
        meters.change(0, 3, 1_000);

        assertThat(new Crew(month.house, month.system)
                        .deliver("late.csv", meters.csv())
                        .counts()
                        .rejected())
                .isZero();
    }

    @Test
    @Order(5)
    void refusesTheRowsOfAnApprovedChangeAndSaysSo() {
        lockThrough(FAR);
        // from a month on that is not locked, so that nothing but the soft lock stands against it
        month.approveLaterTerms();

        assertThat(month.house.await(LockedMonth.LATER, ChangeCompleted.class).named())
                .singleElement()
                .satisfies(row -> assertThat(row.sentence()).contains("is soft-locked through"));
    }

    @Test
    @Order(6)
    void letsOnePersonBehindTheLockUntilTimeRunsOut() {
        lockThrough(FAR);
        LockExceptionGranted granted = grant(EVE, LockArea.ALLOCATION);

        assertThat(explain().rule()).isEqualTo("balance-accepted");
        assertThat(month.house.ask("mallory", Role.ACCOUNTANT, explanation()).rule())
                .isEqualTo("soft-locked");
        ExplainImbalance late = new ExplainImbalance(
                month.system.balance(0),
                LockedMonth.EXPLAINED,
                ImbalanceCause.LINEPACK,
                "another word",
                EVE,
                granted.until());
        assertThat(month.house.ask("eve", Role.ACCOUNTANT, late).rule()).isEqualTo("soft-locked");
    }

    @Test
    @Order(7)
    void holdsAgainOnceTheExceptionIsEnded() {
        lockThrough(FAR);
        LockExceptionGranted granted = grant(new PersonId("oscar"), LockArea.MEASUREMENT);
        Command reading = Objects.requireNonNull(orders().get("RecordQuantities"));
        assertThat(month.house.ask("oscar", Role.OPERATOR, reading).done()).isTrue();

        month.house.order(
                "bob",
                Role.APPROVER,
                new EndLockException(month.system.group(), granted.number(), "done", EVE, House.now()));

        assertThat(month.house.ask("oscar", Role.OPERATOR, reading).rule()).isEqualTo("soft-locked");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    @Order(8)
    void passesWhenEverybodyIsExceptedFromItsArea(Row row) {
        lockThrough(FAR);
        grant(null, Objects.requireNonNull(row.area()));
        Command order = order(row);

        Answer answer = month.house.ask("eve", senders(order).getFirst(), order);

        assertThat(said(answer)).isNotEqualTo("REFUSED:soft-locked");
    }

    private static Answer explain() {
        return month.house.ask("eve", Role.ACCOUNTANT, explanation());
    }

    private static ExplainImbalance explanation() {
        return new ExplainImbalance(
                month.system.balance(0),
                LockedMonth.EXPLAINED,
                ImbalanceCause.LINEPACK,
                "another word",
                EVE,
                House.now());
    }

    private static LockExceptionGranted grant(@Nullable PersonId person, LockArea area) {
        month.house.order(
                "bob",
                Role.APPROVER,
                new GrantLockException(
                        month.system.group(), area, person, 5, "a trial", new PersonId("bob"), House.now()));
        return month.house.all(month.system.group(), LockExceptionGranted.class).getLast();
    }

    private static void lockThrough(GasDay day) {
        month.house.order("bob", Role.APPROVER, new OrdersToClose(month).softLocks(day));
    }

    private static Map<String, Command> orders() {
        return month.orders().stream()
                .collect(Collectors.toMap(order -> order.getClass().getSimpleName(), Function.identity()));
    }

    private static Command order(Row row) {
        return Objects.requireNonNull(orders().get(row.command()), row.command());
    }

    /** Configuration comes from an approved change: the house gives it for its author. */
    private static List<Role> senders(Command order) {
        return order.getClass().isAnnotationPresent(SecondPerson.class)
                ? List.of(Role.PROCESS)
                : Stream.of(sentBy(order.getClass()))
                        .filter(role -> role != Role.PROCESS)
                        .toList();
    }

    private static Role[] sentBy(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(SentBy.class)).value();
    }

    private static String said(Answer answer) {
        return answer.outcome() == Outcome.REFUSED
                ? "REFUSED:" + answer.rule()
                : answer.outcome().name();
    }

    static Stream<Row> guarded() {
        return rows().filter(row -> row.area() != null);
    }

    private static Stream<Row> rows() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(
                                SoftLockedMonthTest.class.getResourceAsStream("/trial/soft-locked-month.csv")),
                        StandardCharsets.UTF_8);
                CSVParser parsed = CSVParser.parse(text, format)) {
            return parsed.getRecords().stream()
                    .map(line -> new Row(
                            line.get("command"),
                            line.get("area").isEmpty() ? null : LockArea.valueOf(line.get("area")),
                            line.get("why")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
