package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tallybook.messages.Command;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The order an operation is described by is the one its code makes: read from the compiled classes. */
class GivesTest {
    /** They sign in, keep a token or compare files; the first Admin is granted by the house itself, by a code and for no role. */
    private static final Set<String> GIVE_NONE = Set.of(
            "AccessApi.signIn",
            "AccessApi.firstAdmin",
            "AccessApi.newToken",
            "AccessApi.revokeToken",
            "CompareApi.compare");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "io.tallybook.ui", "io.tallybook.intake", "io.tallybook.saga.whatif", "io.tallybook.eventlog");

    @Test
    void everyOperationThatWritesNamesTheOrderItsCodeMakes() {
        assertThat(operations()).hasSizeGreaterThan(80).allSatisfy(operation -> {
            Set<String> named = named(operation);
            Set<String> own = made(ownCode(operation));
            assertThat(named.isEmpty()).as(name(operation)).isEqualTo(GIVE_NONE.contains(name(operation)));
            if (own.isEmpty()) {
                assertThat(made(reached(operation))).as(name(operation)).containsAll(named);
            } else {
                assertThat(own).as(name(operation)).isEqualTo(named);
            }
        });
    }

    @Test
    void noRuleOfTheTableIsOfAnOrderThereIsNot() {
        Set<String> orders = operations().flatMap(each -> named(each).stream()).collect(Collectors.toSet());

        assertThat(orders).hasSizeGreaterThan(60);
        assertThat(RefusalRules.read().byOrder().keySet()).containsAnyElementsOf(orders);
        assertThat(RefusalRules.read().of("ApproveClose")).containsKeys("pack-hash-not-current", "locked");
    }

    private static Stream<JavaMethod> operations() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals("io.tallybook.ui.api"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PostMapping.class)
                        || method.isAnnotatedWith(PutMapping.class)
                        || method.isAnnotatedWith(DeleteMapping.class));
    }

    private static String name(JavaMethod operation) {
        return operation.getOwner().getSimpleName() + "." + operation.getName();
    }

    private static Set<String> named(JavaMethod operation) {
        return operation.isAnnotatedWith(Gives.class)
                ? Arrays.stream(operation.getAnnotationOfType(Gives.class).value())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** Orders made there, by {@code new} or by a reference to the constructor. */
    private static Set<String> made(Set<JavaCodeUnit> code) {
        return code.stream()
                .flatMap(unit -> Stream.concat(
                        unit.getConstructorCallsFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream()))
                .map(JavaAccess::getTargetOwner)
                .filter(type -> type.isAssignableTo(Command.class))
                .map(type -> type.getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operation and what of its own class it calls. */
    private static Set<JavaCodeUnit> ownCode(JavaMethod operation) {
        return reached(operation, List.of(operation.getOwner().getName()));
    }

    /** The operation and what of these modules it calls, as far as it is called by name. */
    private static Set<JavaCodeUnit> reached(JavaMethod operation) {
        return reached(
                operation,
                List.of(
                        "io.tallybook.ui.",
                        "io.tallybook.intake.",
                        "io.tallybook.saga.whatif.",
                        "io.tallybook.eventlog."));
    }

    private static Set<JavaCodeUnit> reached(JavaMethod operation, List<String> within) {
        Set<JavaCodeUnit> reached = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(operation));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (reached.add(unit)) {
                Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                        .map(JavaAccess::getTarget)
                        .flatMap(target -> target.resolveMember().stream())
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .flatMap(GivesTest::withItsBodies)
                        .filter(called -> within.stream()
                                .anyMatch(begin -> called.getOwner().getName().startsWith(begin)))
                        .forEach(open::push);
            }
        }
        return reached;
    }

    /** An interface's method, and every method that is meant by it. */
    private static Stream<JavaCodeUnit> withItsBodies(JavaCodeUnit called) {
        return Stream.concat(
                Stream.of(called),
                called.getOwner().isInterface()
                        ? called.getOwner().getAllSubclasses().stream()
                                .flatMap(type -> type.getMethods().stream())
                                .filter(method -> method.getName().equals(called.getName()))
                        : Stream.empty());
    }
}
