package io.tallybook.messages.access;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The close groups a grant reaches; a grant without one reaches the whole house.
 *
 * @param groups 1 to {@value #MOST_GROUPS}, each once, in the order of their names
 */
public record Scope(List<CloseGroup> groups) {
    public static final int MOST_GROUPS = 32;

    public Scope {
        groups = groups.stream()
                .distinct()
                .sorted(Comparator.comparing(CloseGroup::value))
                .toList();
        Invalid.unless(
                !groups.isEmpty() && groups.size() <= MOST_GROUPS,
                "a scope names 1 to " + MOST_GROUPS + " close groups, not " + groups.size());
    }

    /** Null, which reaches everything, where none is named. */
    public static @Nullable Scope of(@Nullable Collection<CloseGroup> groups) {
        return groups == null || groups.isEmpty() ? null : new Scope(List.copyOf(groups));
    }

    /** Its groups by name. */
    public String words() {
        return groups.stream().map(CloseGroup::value).collect(Collectors.joining(", "));
    }

    public boolean reaches(CloseGroup group) {
        return groups.contains(group);
    }
}
