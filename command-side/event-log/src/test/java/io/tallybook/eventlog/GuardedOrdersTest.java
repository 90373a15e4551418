package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No order of a person slips past the soft locks because nobody thought of it. */
class GuardedOrdersTest {
    static List<Class<?>> orders() {
        return new ClassFileImporter()
                .importPackages("io.tallybook.messages").stream()
                        .filter(type -> type.isAssignableTo(Command.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .toList();
    }

    static Stream<Class<?>> ordersOfPeople() {
        return orders().stream().filter(GuardedOrdersTest::isOfPeople);
    }

    static Stream<Class<?>> ordersOfTheHouseForPeople() {
        return GuardedOrders.guarded().stream()
                .filter(type -> type.isAnnotationPresent(SecondPerson.class))
                .map(type -> type);
    }

    private static boolean isOfPeople(Class<?> type) {
        SentBy sentBy = type.getAnnotation(SentBy.class);
        return sentBy != null && Arrays.stream(sentBy.value()).anyMatch(role -> role != Role.PROCESS);
    }

    @ParameterizedTest
    @MethodSource("ordersOfPeople")
    void everyOrderOfAPersonIsOfAnAreaOrFreeWithAReason(Class<?> type) {
        boolean guarded = GuardedOrders.guarded().contains(type);
        boolean free = GuardedOrders.free().containsKey(type);

        assertThat(guarded ^ free)
                .as("%s stands once in the table of GuardedOrders", type.getSimpleName())
                .isTrue();
    }

    /** Whose exception lets a row of an approved change pass is read from it. */
    @ParameterizedTest
    @MethodSource("ordersOfTheHouseForPeople")
    void whatTheHouseOrdersForPeopleSaysForWhom(Class<?> type) {
        assertThat(type.getRecordComponents()).anySatisfy(component -> {
            assertThat(component.getName()).isEqualTo("by");
            assertThat(component.getType()).isEqualTo(PersonId.class);
        });
    }
}
