package io.tallybook.command.statement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.SeriesId;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementOutdated;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a statement records of a valuation: its lines and that it is prepared, or that it waits for prices. */
final class Preparation {
    private static final int DAYS_NAMED = 10;

    private Preparation() {}

    static void whenComplete(@Nullable StatementAttempt now) {
        if (now == null || now.prepared() != null || !now.complete()) {
            return;
        }
        Valuation valuation = now.value();
        if (!valuation.missing().isEmpty()) {
            reportMissing(now, valuation);
            return;
        }
        valuation.points().stream().filter(p -> !p.lines().isEmpty()).forEach(p -> apply(valued(now, p)));
        valuation.cashedOut().forEach(s -> apply(cashedOut(now, s)));
        apply(now.prepare(valuation));
    }

    private static VolumesValued valued(StatementAttempt now, Valuation.PointLines p) {
        return new VolumesValued(
                now.statement,
                now.closeId,
                now.number,
                p.volumes().run(),
                p.volumes().contract(),
                p.volumes().point(),
                p.series(),
                p.priceVersion(),
                p.lines());
    }

    private static ImbalancesCashedOut cashedOut(StatementAttempt now, CashOut.Settled settled) {
        CashOut of = settled.of();
        return new ImbalancesCashedOut(
                now.statement,
                now.closeId,
                now.number,
                of.volumes().run(),
                of.volumes().contract(),
                of.volumes().point(),
                of.scheduled().version(),
                of.table().table(),
                of.table().version(),
                settled.series(),
                settled.priceVersion(),
                settled.index(),
                settled.ways());
    }

    private static void reportMissing(StatementAttempt now, Valuation valuation) {
        valuation.missing().forEach((name, days) -> {
            SeriesId series = new SeriesId(name);
            if (!now.hasMissed(series)) {
                apply(new PriceMissing(
                        now.statement,
                        now.closeId,
                        now.number,
                        series,
                        days.size(),
                        days.stream().limit(DAYS_NAMED).map(LocalDate::toString).toList()));
            }
        });
    }

    /** A corrected price matters only when a line would come out otherwise. */
    static void outdatedWhenMoved(@Nullable StatementAttempt now, SeriesId series) {
        StatementPrepared prepared = now == null ? null : now.prepared();
        if (now == null || prepared == null || now.isOutdated()) {
            return;
        }
        Valuation valuation = now.value();
        if (!valuation.missing().isEmpty() || !valuation.contentHash().equals(prepared.contentHash())) {
            apply(new StatementOutdated(
                    now.statement,
                    now.closeId,
                    now.number,
                    "a price of " + series.value() + " was corrected after the statement was prepared"));
        }
    }
}
