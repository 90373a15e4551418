package io.tallybook.ui.frame;

import io.tallybook.messages.PersonId;
import io.tallybook.ui.access.Identities;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of persons, from the identity table; the log and the views know ids only. */
@Component
public class People {
    private static final String HOUSE = "tallybook";
    private static final String HOUSE_NAME = "Tallybook";

    private final Identities identities;

    People(Identities identities) {
        this.identities = identities;
    }

    /** Names as they are now; whoever left is shown by id, the house by its own name, nobody as –. */
    public Function<@Nullable PersonId, String> names() {
        Map<String, String> names = identities.names();
        return person -> {
            if (person == null) {
                return "–";
            }
            String id = person.value();
            return id.equals(HOUSE) ? HOUSE_NAME : names.getOrDefault(id, id);
        };
    }

    /** Everybody with an account, a name by person id, sorted by name. */
    public List<Map.Entry<String, String>> everybody() {
        return identities.names().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .toList();
    }

    /** Names in a row, for a sentence. */
    public static String list(Collection<PersonId> people, Function<@Nullable PersonId, String> names) {
        return people.stream().map(names).sorted().collect(Collectors.joining(", "));
    }
}
