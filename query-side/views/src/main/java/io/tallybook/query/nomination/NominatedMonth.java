package io.tallybook.query.nomination;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.migrations.jooq.tables.records.ViewNominationRecord;
import io.tallybook.query.projection.Columns;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A contract's nominations and operator's values of a month at a point. */
final class NominatedMonth {
    private final Map<GasDay, NominatedDay> nominated = new TreeMap<>();
    private final Map<GasDay, NominatedDay> operator = new TreeMap<>();

    void add(ViewNominationRecord row) {
        GasDay day = Columns.day(row.getDay());
        NominatedDay said = new NominatedDay(
                day, Columns.maybe(row.getReceiptKwh(), Energy::new), Columns.maybe(row.getDeliveryKwh(), Energy::new));
        (row.getKind().equals(NominationKind.NOMINATED.name()) ? nominated : operator).put(day, said);
    }

    /** Whether anything of that way was nominated on any day: only then is there something to differ from. */
    boolean isNominated(Direction direction) {
        return nominated.values().stream().anyMatch(d -> d.of(direction) != null);
    }

    /** Zero on a day that nothing was nominated for. */
    Energy nominated(GasDay day, Direction direction) {
        Energy said = of(nominated.get(day), direction);
        return said == null ? Energy.ZERO : said;
    }

    @Nullable Energy operatorValue(GasDay day, Direction direction) {
        return of(operator.get(day), direction);
    }

    private static @Nullable Energy of(@Nullable NominatedDay day, Direction direction) {
        return day == null ? null : day.of(direction);
    }
}
