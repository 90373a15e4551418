package io.tallybook.command.nomination;

import io.tallybook.command.People;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands of a month, day by day and kind by kind, and who put it there or took it back. */
final class StandingFigures {
    private final TreeMap<GasDay, Said> nominated = new TreeMap<>();
    private final TreeMap<GasDay, Said> operatorValues = new TreeMap<>();
    private int version;

    private record Said(NominatedDay day, PersonId by) {}

    int version() {
        return version;
    }

    /** The days that say something other than what stands, in order. */
    List<NominatedDay> news(NominationKind kind, List<NominatedDay> days) {
        Map<GasDay, Said> known = of(kind);
        return days.stream()
                .filter(d -> {
                    Said before = known.get(d.day());
                    return before == null ? !d.saysNothing() : !before.day().equals(d);
                })
                .sorted(Comparator.comparing(NominatedDay::day))
                .toList();
    }

    void remember(NominationKind kind, List<NominatedDay> days, int number, PersonId by) {
        days.forEach(d -> of(kind).put(d.day(), new Said(d, by)));
        version = number;
    }

    /** The days of that kind that have figures, in order. */
    List<NominatedDay> days(NominationKind kind) {
        return of(kind).values().stream()
                .map(Said::day)
                .filter(d -> !d.saysNothing())
                .toList();
    }

    /** Whoever spoke last on a day, also who took its figures back. */
    List<PersonId> contributors() {
        return People.union(Stream.of(nominated, operatorValues)
                .map(days -> days.values().stream().map(Said::by).toList()));
    }

    private TreeMap<GasDay, Said> of(NominationKind kind) {
        return kind == NominationKind.NOMINATED ? nominated : operatorValues;
    }
}
