package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.access.AccessEvent.CommandRefused;
import io.tallybook.messages.access.Scope;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
 * Every command type, every role, in and out of its scope, one locked month, from the table {@code trial/locked-month.csv}: there is no side door. The
 * orders are given in the table's order to one month; what comes of them must leave every figure as it was.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LockedMonthTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static LockedMonth month;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, Command> orders;

    @SuppressWarnings("NullAway.Init")
    private static List<String> figures;

    /** Whose an order is: a close group's, the whole house's, or no person's to give. */
    enum ScopeOf {
        GROUP,
        HOUSE,
        PROCESS
    }

    /** A line of the table; behind the senders, in brackets, who may propose what takes a second person. */
    record Row(String command, Set<Role> senders, Set<Role> proposers, ScopeOf scope, String outcome, String tried) {
        List<Role> persons() {
            return senders.stream().filter(role -> role != Role.PROCESS).toList();
        }

        @Override
        public String toString() {
            return command;
        }
    }

    @BeforeAll
    static void lockAMonth() {
        month = new LockedMonth(directory);
        orders = month.orders().stream()
                .collect(Collectors.toMap(order -> order.getClass().getSimpleName(), Function.identity()));
        figures = month.figures();
    }

    @AfterAll
    static void stop() {
        month.close();
    }

    @Test
    @Order(1)
    void hasOneRowAndOneTrialForEveryCommandThereIs() {
        List<Class<?>> families = commands().filter(Class::isInterface).toList();
        assertThat(families).allMatch(Class::isSealed);
        Set<String> permitted = families.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(commands().filter(Class::isRecord).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(permitted);
        assertThat(rows().map(Row::command)).containsExactlyInAnyOrderElementsOf(permitted);
        assertThat(orders.keySet()).containsExactlyInAnyOrderElementsOf(permitted);
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Order(2)
    void isSentByTheRolesOfItsRow(Row row) {
        Class<? extends Command> type = order(row).getClass();
        SentBy sentBy = type.getAnnotation(SentBy.class);

        assertThat(sentBy).isNotNull();
        boolean second = type.isAnnotationPresent(SecondPerson.class);
        Set<Role> named = Set.of(sentBy.value());
        assertThat(row.senders()).isEqualTo(second ? Set.of(Role.PROCESS) : named);
        assertThat(row.proposers()).isEqualTo(second ? named : Set.of());
        assertThat(row.tried()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Order(3)
    void isForbiddenToEveryOtherRoleAndLeavesOnlyTheRefusal(Row row) {
        EnumSet<Role> others = EnumSet.allOf(Role.class);
        others.removeAll(row.senders());
        for (Role role : others) {
            long before = month.house.log().head();

            // a user of its own each: refusals of one user are written down so often a minute and no oftener
            String user = (role + "-" + row.command()).toLowerCase(Locale.ROOT);
            Answer answer = month.house.ask(user, role, order(row));

            assertThat(answer.outcome()).as("%s as %s", row, role).isEqualTo(Outcome.FORBIDDEN);
            List<StoredEvent> written = month.house.log().after(before, 10);
            assertThat(written).as("%s as %s", row, role).singleElement().satisfies(stored -> {
                assertThat(stored.event()).isInstanceOf(CommandRefused.class);
                assertThat(stored.stream()).startsWith("refusal:");
            });
        }
    }

    /** What is another group's is not there; what is the house's is refused to who has only a group, were it this one. */
    @ParameterizedTest
    @MethodSource("rows")
    @Order(3)
    void isOutOfReachOfTheSameRolesInAnotherScope(Row row) {
        assertThat(row.persons().isEmpty()).isEqualTo(row.scope() == ScopeOf.PROCESS);
        Scope scope = new Scope(List.of(row.scope() == ScopeOf.HOUSE ? month.group() : new CloseGroup("elsewhere")));
        for (Role role : row.persons()) {
            long before = month.house.log().head();

            String user = (role + "-out-" + row.command()).toLowerCase(Locale.ROOT);
            Answer answer = month.house.ask(user, role, scope, order(row));

            assertThat(answer.outcome())
                    .as("%s as %s", row, role)
                    .isEqualTo(row.scope() == ScopeOf.HOUSE ? Outcome.FORBIDDEN : Outcome.NOT_FOUND);
            assertThat(month.house.log().after(before, 10))
                    .as("%s as %s", row, role)
                    .singleElement()
                    .satisfies(stored -> assertThat(stored.event())
                            .isInstanceOfSatisfying(
                                    CommandRefused.class,
                                    refused -> assertThat(refused.rule()).isEqualTo("out-of-scope")));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Order(4)
    void comesToWhatItsRowSaysAndMovesNoFigure(Row row) {
        String outcome = null;
        Scope within = row.scope() == ScopeOf.GROUP ? new Scope(List.of(month.group())) : null;
        for (Role role : row.senders()) {
            Answer answer = month.house.ask("eve", role, role == Role.PROCESS ? null : within, order(row));
            outcome = outcome == null ? said(answer) : outcome;
            assertThat(answer.outcome()).as("%s as %s: %s", row, role, answer).isNotEqualTo(Outcome.FORBIDDEN);
        }

        assertThat(outcome).isEqualTo(row.outcome());
        assertThat(moved()).isEmpty();
    }

    /** What the processes made of it all. */
    @Test
    @Order(5)
    void leavesEveryFigureAsItWasWhenAllIsQuiet() {
        month.house.awaitQuiet();

        assertThat(moved()).isEmpty();
        assertThat(month.house.all(LateQuantitiesReceived.class)).hasSize(1);
    }

    /** Two persons together cannot do what neither of them may. */
    @Test
    @Order(6)
    void refusesALockedMonthAlsoToAnApprovedChange() {
        assertThat(month.house.all(ChangeCompleted.class)).hasSize(2).allSatisfy(change -> {
            assertThat(change.taken()).isZero();
            assertThat(change.named())
                    .singleElement()
                    .satisfies(row -> assertThat(row.sentence()).startsWith("The period 2024-10 is closed"));
        });
    }

    /** The log only grows: what was not there before is what moved. */
    private static List<String> moved() {
        List<String> now = month.figures();
        assertThat(now).containsAll(figures);
        return now.stream().filter(line -> !figures.contains(line)).toList();
    }

    private static String said(Answer answer) {
        return switch (answer.outcome()) {
            case REFUSED -> "REFUSED:" + answer.rule();
            case ACCEPTED -> wroteLate(answer) ? "LATE" : "ACCEPTED";
            default -> answer.outcome().name();
        };
    }

    private static boolean wroteLate(Answer answer) {
        return month.house.log().after(answer.position() - answer.events(), answer.events()).stream()
                .anyMatch(stored -> stored.event() instanceof LateQuantitiesReceived);
    }

    private static Command order(Row row) {
        return Objects.requireNonNull(orders.get(row.command()), row.command());
    }

    private static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                .importPackages("io.tallybook.messages").stream()
                        .filter(type -> type.isAssignableTo(Command.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> type != Command.class);
    }

    static Stream<Row> rows() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(LockedMonthTest.class.getResourceAsStream("/trial/locked-month.csv")),
                        StandardCharsets.UTF_8);
                CSVParser parsed = CSVParser.parse(text, format)) {
            return parsed.getRecords().stream().map(LockedMonthTest::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(CSVRecord line) {
        String[] senders = line.get("senders").split("[()]");
        return new Row(
                line.get("command"),
                roles(senders[0]),
                senders.length > 1 ? roles(senders[1]) : Set.of(),
                ScopeOf.valueOf(line.get("scope").toUpperCase(Locale.ROOT)),
                line.get("outcome"),
                line.get("tried"));
    }

    private static Set<Role> roles(String words) {
        return Arrays.stream(words.strip().split(" "))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
