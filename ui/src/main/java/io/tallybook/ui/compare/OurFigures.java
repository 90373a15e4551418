package io.tallybook.ui.compare;

import io.tallybook.intake.profile.LegacyMap.Figure;
import io.tallybook.intake.profile.LegacyMap.Measure;
import io.tallybook.intake.profile.LegacyMap.Subject;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What we say of a month, point by point, shipper by shipper, account by account. */
@Component
class OurFigures {
    private final NetworkQueries networks;
    private final MeteringQueries metering;
    private final StatementQueries statements;
    private final JournalQueries journals;

    OurFigures(
            NetworkQueries networks, MeteringQueries metering, StatementQueries statements, JournalQueries journals) {
        this.networks = networks;
        this.metering = metering;
        this.statements = statements;
        this.journals = journals;
    }

    /** The figures of a month, and the points behind them. */
    record Month(
            Map<Figure, BigDecimal> figures,
            Map<String, String> names,
            List<MeterMonthView> points,
            List<StatementView> statements,
            List<JournalLine> journal) {}

    Month of(CloseId close) {
        List<MeterMonthView> points = networks.network(close.group()).stream()
                .flatMap(network -> metering.months(network.network(), close.period()).stream())
                .toList();
        List<StatementView> valued = statements.ofClose(close).stream()
                .filter(statement -> statement.totals() != null)
                .toList();
        List<JournalLine> journal =
                journals.ofClose(close).map(batch -> batch.lines()).orElse(List.of());
        Map<Figure, BigDecimal> figures = new TreeMap<>(Comparisons.ORDER);
        Map<String, String> names = new TreeMap<>();
        points.forEach(point -> take(point, figures, names));
        valued.forEach(statement -> take(statement, figures, names));
        journal.forEach(line -> take(line, figures, names));
        return new Month(figures, names, points, valued, journal);
    }

    private static void take(MeterMonthView point, Map<Figure, BigDecimal> figures, Map<String, String> names) {
        String id = point.month().point().value();
        names.put(Subject.POINT + id, point.pointName());
        energy(Subject.POINT, id, Measure.RECEIPTS, point.receipt(), figures);
        energy(Subject.POINT, id, Measure.DELIVERIES, point.delivery(), figures);
    }

    private static void take(StatementView statement, Map<Figure, BigDecimal> figures, Map<String, String> names) {
        var totals = statement.totals();
        if (totals != null) {
            String id = statement.statement().shipper().value();
            names.put(Subject.SHIPPER + id, statement.shipperName());
            energy(Subject.SHIPPER, id, Measure.RECEIPTS, totals.receipts(), figures);
            energy(Subject.SHIPPER, id, Measure.DELIVERIES, totals.deliveries(), figures);
            money(Subject.SHIPPER, id, Measure.PURCHASES, totals.purchases(), figures);
            money(Subject.SHIPPER, id, Measure.SALES, totals.sales(), figures);
        }
    }

    private static void take(JournalLine line, Map<Figure, BigDecimal> figures, Map<String, String> names) {
        String id = line.account().number();
        names.put(Subject.ACCOUNT + id, line.account().name());
        money(Subject.ACCOUNT, id, Measure.DEBIT, line.debit(), figures);
        money(Subject.ACCOUNT, id, Measure.CREDIT, line.credit(), figures);
    }

    private static void energy(
            Subject kind, String id, Measure measure, Energy energy, Map<Figure, BigDecimal> figures) {
        figures.merge(new Figure(kind, id, measure), energy.kwh(), BigDecimal::add);
    }

    private static void money(Subject kind, String id, Measure measure, Money money, Map<Figure, BigDecimal> figures) {
        figures.merge(new Figure(kind, id, measure), money.amount(), BigDecimal::add);
    }
}
