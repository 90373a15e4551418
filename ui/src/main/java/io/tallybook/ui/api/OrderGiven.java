package io.tallybook.ui.api;

import io.swagger.v3.oas.models.Operation;
import io.tallybook.eventlog.SoftLocks;
import io.tallybook.messages.Command;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * What the description says of an operation's order: its name as {@code x-orders} and who may give it as {@code x-roles}, both
 * read from the class the command door goes by, and the rules of {@code refusals.csv} that refuse it.
 *
 * @param orders empty when the operation gives none
 * @param roles who may ask for it at all; null when everybody who is signed in may
 */
record OrderGiven(
        List<Class<? extends Command>> orders, @Nullable List<String> roles) {
    private static final String ORDERS = "x-orders";
    private static final String ROLES = "x-roles";
    private static final String SOFT_LOCKS = "x-soft-locks";
    private static final String NO_ROLE = "Your roles do not allow this.";
    private static final Pattern QUOTED = Pattern.compile("'([A-Z]+)'");
    private static final RefusalRules RULES = RefusalRules.read();

    static OrderGiven of(Method method) {
        List<Class<? extends Command>> orders = Optional.ofNullable(method.getAnnotation(Gives.class))
                .map(gives -> List.of(gives.value()))
                .orElse(List.of());
        PreAuthorize asked = method.getAnnotation(PreAuthorize.class);
        return new OrderGiven(
                orders,
                asked == null
                        ? null
                        : QUOTED.matcher(asked.value())
                                .results()
                                .map(found -> found.group(1))
                                .toList());
    }

    void describe(Operation operation) {
        if (!orders.isEmpty()) {
            operation.addExtension(
                    ORDERS, orders.stream().map(Class::getSimpleName).toList());
        }
        List<String> locks = orders.stream()
                .flatMap(order -> SoftLocks.areaOf(order).stream())
                .map(Enum::name)
                .toList();
        if (!locks.isEmpty()) {
            operation.addExtension(SOFT_LOCKS, locks);
        }
        List<String> may = roles != null
                ? roles
                : orders.stream()
                        .flatMap(order -> sentBy(order).stream())
                        .filter(role -> !role.equals(Role.PROCESS.name()))
                        .distinct()
                        .sorted()
                        .toList();
        if (!may.isEmpty()) {
            operation.addExtension(ROLES, may);
        }
    }

    private static TreeSet<String> sentBy(Class<? extends Command> order) {
        SentBy sentBy = order.getAnnotation(SentBy.class);
        TreeSet<String> roles = new TreeSet<>();
        if (sentBy != null) {
            Arrays.stream(sentBy.value()).map(Enum::name).forEach(roles::add);
        }
        return roles;
    }

    /** Rules that refuse the operation's order, each with a sentence; none for an operation that gives no order. */
    static Map<String, String> refusals(Operation operation) {
        Map<String, String> refusals = new TreeMap<>();
        orders(operation).forEach(order -> RULES.of(order).forEach(refusals::putIfAbsent));
        words(operation, SOFT_LOCKS)
                .forEach(area -> refusals.put(
                        "soft-locked",
                        "The " + area.toLowerCase(Locale.ROOT)
                                + " of denmark is soft-locked through 2024-10-31, and this touches 2024-10-10. An"
                                + " approver may make an exception for you, or lower the lock."));
        return refusals;
    }

    static List<String> roles(Operation operation) {
        return words(operation, ROLES);
    }

    /** Who may, in a sentence. */
    static String whoMay(Operation operation) {
        List<String> roles = roles(operation);
        return roles.isEmpty()
                ? "The token's scope does not allow this."
                : "It takes one of the roles " + String.join(", ", roles)
                        + ". Roles of some close groups alone do not reach an order of the whole house (out-of-scope).";
    }

    /** Rules by which somebody may not, each with a sentence. */
    static Map<String, String> forbidden(Operation operation, boolean writes) {
        Map<String, String> sentences = new LinkedHashMap<>();
        if (!roles(operation).isEmpty()) {
            sentences.put(
                    "role-missing",
                    orders(operation)
                            .findFirst()
                            .map(order -> order + " needs the role " + String.join(", ", roles(operation)) + ".")
                            .orElse(NO_ROLE));
        }
        if (writes) {
            sentences.put("token-scope", "This token is for read only; use one of a wider scope.");
        }
        return sentences;
    }

    private static Stream<String> orders(Operation operation) {
        return words(operation, ORDERS).stream();
    }

    private static List<String> words(Operation operation, String extension) {
        Object words = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(extension);
        return words instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
