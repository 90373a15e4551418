package io.tallybook.eventlog;

import io.tallybook.messages.Command;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What the door needs to know of a command's class.
 *
 * @param roles who may send it; empty when nobody may
 * @param secondPerson whether the roles may only propose it
 * @param target the accessor of the component that names the aggregate
 */
record CommandKind(String name, Set<Role> roles, boolean secondPerson, Method target) {
    private static final ClassValue<CommandKind> KINDS = new ClassValue<>() {
        @Override
        protected CommandKind computeValue(Class<?> type) {
            return read(type);
        }
    };

    static CommandKind of(Class<? extends Command> type) {
        return KINDS.get(type);
    }

    /** Whether one with these roles may give it; what needs a second person only the house gives. */
    boolean maySend(Set<Role> held) {
        return secondPerson ? held.contains(Role.PROCESS) : held.stream().anyMatch(roles::contains);
    }

    /** Whether one with these roles may propose it for another's approval. */
    boolean mayPropose(Set<Role> held) {
        return secondPerson && held.stream().anyMatch(roles::contains);
    }

    /** The stream the command is meant for. */
    String stream(Command command) {
        try {
            return String.valueOf(target.invoke(command));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the target of " + name + " cannot be read", e);
        }
    }

    private static CommandKind read(Class<?> type) {
        SentBy sentBy = type.getAnnotation(SentBy.class);
        return new CommandKind(
                type.getSimpleName(),
                sentBy == null ? Set.of() : Set.of(sentBy.value()),
                type.isAnnotationPresent(SecondPerson.class),
                target(type));
    }

    private static Method target(Class<?> type) {
        Method target = components(type)
                .map(RecordComponent::getAccessor)
                .filter(accessor -> accessor.isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " names no target aggregate"));
        target.setAccessible(true);
        return target;
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.empty();
    }
}
