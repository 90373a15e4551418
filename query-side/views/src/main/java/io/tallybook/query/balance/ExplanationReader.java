package io.tallybook.query.balance;

import static io.tallybook.migrations.jooq.Tables.VIEW_EXPLANATION;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.migrations.jooq.tables.records.ViewExplanationRecord;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.projection.Columns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads explanations; each stands only for the figure it explains. */
final class ExplanationReader {
    private final DSLContext db;

    ExplanationReader(DSLContext db) {
        this.db = db;
    }

    /** By area, oldest first. */
    Map<AreaId, List<ExplanationView>> of(List<AreaView> areas, AccountingPeriod period) {
        return db
                .selectFrom(VIEW_EXPLANATION)
                .where(VIEW_EXPLANATION.AREA.eq(DSL.any(BalanceReader.ids(areas))))
                .and(VIEW_EXPLANATION.PERIOD.eq(period.value()))
                .orderBy(VIEW_EXPLANATION.POSITION)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new AreaId(row.getArea()),
                        Collectors.mapping(ExplanationReader::explanation, Collectors.toList())));
    }

    private static ExplanationView explanation(ViewExplanationRecord row) {
        return new ExplanationView(
                Columns.maybe(row.getDay(), GasDay::of),
                new Energy(row.getUnaccounted()),
                ImbalanceCause.valueOf(row.getCause()),
                row.getText(),
                new PersonId(row.getByPerson()),
                row.getAt(),
                row.getPosition());
    }

    /** The last one given for exactly this figure. */
    static @Nullable ExplanationView standing(List<ExplanationView> given, @Nullable GasDay day, Energy unaccounted) {
        return given.stream()
                .filter(e -> Objects.equals(e.day(), day) && e.unaccounted().equals(unaccounted))
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
