package io.tallybook.intake.delivery;

import io.tallybook.messages.intake.ImportCounts;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tally as numbers. */
public final class Counts implements Tally {
    private final Map<Fate, Integer> values = new EnumMap<>(Fate.class);

    @Override
    public void count(int line, Fate fate, int more, @Nullable String reason) {
        values.merge(fate, more, Math::addExact);
    }

    /** With the rows they were read from. */
    public ImportCounts of(int rows) {
        return new ImportCounts(
                rows,
                of(Fate.ACCEPTED),
                of(Fate.UNCHANGED),
                of(Fate.CORRECTED),
                of(Fate.LATE),
                of(Fate.DUPLICATE),
                of(Fate.ABSENT),
                of(Fate.REJECTED));
    }

    private int of(Fate fate) {
        return values.getOrDefault(fate, 0);
    }
}
