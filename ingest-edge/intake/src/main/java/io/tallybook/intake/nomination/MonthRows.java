package io.tallybook.intake.nomination;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.nomination.NominationMonthId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A delivery's rows of one contract's month at a point, beside what stood there when they were sent: an order gives both ways of
 * a day, a row says one of them, so the other one stays as it stands.
 */
record MonthRows(NominationMonthId month, Map<GasDay, NominatedDay> standing, List<NominationRow> rows) {
    static MonthRows of(EventReader log, NominationMonthId month, NominationKind kind, List<NominationRow> rows) {
        Map<GasDay, NominatedDay> standing = new HashMap<>();
        for (StoredEvent stored : log.stream(month.toString())) {
            if (stored.event() instanceof NominationsRecorded recorded && recorded.kind() == kind) {
                recorded.days().forEach(day -> standing.put(day.day(), day));
            }
        }
        return new MonthRows(month, standing, List.copyOf(rows));
    }

    /** The days of the rows, in order. */
    List<NominatedDay> days() {
        Map<GasDay, NominatedDay> days = new TreeMap<>();
        for (NominationRow row : rows) {
            NominatedDay before = days.getOrDefault(row.day(), stands(row.day()));
            boolean receipt = row.direction() == Direction.RECEIPT;
            days.put(
                    row.day(),
                    new NominatedDay(
                            row.day(),
                            receipt ? row.energy() : before.receipt(),
                            receipt ? before.delivery() : row.energy()));
        }
        return List.copyOf(days.values());
    }

    /** What became of a row that was taken. */
    Fate fate(NominationRow row) {
        @Nullable Energy before = stands(row.day()).of(row.direction());
        if (Objects.equals(before, row.energy())) {
            return Fate.UNCHANGED;
        }
        return before == null ? Fate.ACCEPTED : Fate.CORRECTED;
    }

    private NominatedDay stands(GasDay day) {
        return standing.getOrDefault(day, new NominatedDay(day, null, null));
    }
}
