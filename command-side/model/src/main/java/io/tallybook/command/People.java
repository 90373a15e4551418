package io.tallybook.command;

import io.tallybook.messages.PersonId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists of persons as events carry them: each once, ordered by id, so that equal sets are equal lists. */
public final class People {
    private People() {}

    /** Everyone named in any of the lists. */
    public static List<PersonId> union(Stream<? extends Collection<PersonId>> lists) {
        return lists.flatMap(Collection::stream)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    /** Everyone in the list, and these persons. */
    public static List<PersonId> union(Collection<PersonId> list, Collection<PersonId> others) {
        return union(Stream.of(list, others));
    }
}
