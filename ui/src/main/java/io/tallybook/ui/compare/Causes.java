package io.tallybook.ui.compare;

import io.tallybook.intake.profile.LegacyMap.Measure;
import io.tallybook.intake.profile.LegacyMap.Subject;
import io.tallybook.messages.Energy;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.metering.QuantityRecordView;
import io.tallybook.query.metering.RecordStanding;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import io.tallybook.ui.compare.Comparison.Cause;
import io.tallybook.ui.compare.Comparison.CauseKind;
import io.tallybook.ui.compare.Comparison.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why figures differ, as far as the log knows it: from the records of a point up to the accounts. */
@Component
class Causes {
    private static final int MOST_NAMES = 5;

    private final MeteringQueries metering;
    private final StatementQueries statements;

    Causes(MeteringQueries metering, StatementQueries statements) {
        this.metering = metering;
        this.statements = statements;
    }

    /** The same lines with their causes; points first, for the others come of them. */
    List<Line> explain(List<Line> lines, OurFigures.Month month) {
        Set<String> points = differing(lines, Subject.POINT);
        Set<String> shippers = differing(lines, Subject.SHIPPER);
        return lines.stream()
                .map(line -> line.equal() ? line : line.because(causes(line, lines, month, points, shippers)))
                .toList();
    }

    private static Set<String> differing(List<Line> lines, Subject kind) {
        return lines.stream()
                .filter(line -> line.figure().kind() == kind && !line.equal())
                .map(line -> line.figure().subject())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Cause> causes(
            Line line, List<Line> lines, OurFigures.Month month, Set<String> points, Set<String> shippers) {
        if (line.ours() == null) {
            return List.of(new Cause(CauseKind.NOT_HERE, ""));
        }
        if (line.theirs() == null) {
            return List.of(new Cause(CauseKind.NOT_THERE, ""));
        }
        return switch (line.figure().kind()) {
            case POINT -> ofPoint(line, lines, month);
            case SHIPPER -> ofShipper(line, lines, month, points);
            case ACCOUNT -> ofAccount(line, month, shippers);
        };
    }

    private List<Cause> ofPoint(Line line, List<Line> lines, OurFigures.Month month) {
        return month.points().stream()
                .filter(point ->
                        point.month().point().value().equals(line.figure().subject()))
                .findFirst()
                .map(point -> ofPoint(point, net(line.figure().subject(), lines)))
                .orElse(List.of());
    }

    /** Theirs less ours, in less out: a correction may turn a day round. */
    private static BigDecimal net(String point, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.figure().kind() == Subject.POINT
                        && line.figure().subject().equals(point))
                .filter(line -> line.theirs() != null)
                .map(line -> line.figure().measure() == Measure.RECEIPTS
                        ? line.difference().negate()
                        : line.difference())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Cause> ofPoint(MeterMonthView point, BigDecimal theirs) {
        List<QuantityRecordView> moved = metering.days(point.month()).stream()
                .filter(day -> day.versions() > day.recorded() || day.late() > 0)
                .map(DayTotalView::total)
                .flatMap(day -> metering.records(point.month().point(), day.day()).stream())
                .toList();
        List<Cause> causes = new ArrayList<>();
        BigDecimal first = sum(moved, RecordStanding.REPLACED);
        BigDecimal late = sum(moved, RecordStanding.LATE_FROZEN).add(sum(moved, RecordStanding.LATE_CLOSED));
        if (first.signum() != 0) {
            boolean whole = first.compareTo(theirs) == 0;
            causes.add(new Cause(
                    whole ? CauseKind.AS_FIRST_DELIVERED : CauseKind.CORRECTED,
                    sources(moved, RecordStanding.EFFECTIVE)));
        }
        if (late.signum() != 0) {
            boolean whole = late.compareTo(theirs) == 0;
            causes.add(new Cause(
                    whole ? CauseKind.WITH_LATE_DATA : CauseKind.LATE,
                    sources(moved, RecordStanding.LATE_FROZEN, RecordStanding.LATE_CLOSED)));
        }
        if (point.missing() > 0) {
            causes.add(new Cause(CauseKind.MISSING, String.valueOf(point.missing())));
        }
        if (point.openDeadLetters() > 0) {
            causes.add(new Cause(CauseKind.REJECTED, String.valueOf(point.openDeadLetters())));
        }
        return causes;
    }

    /**
     * What the month would be more by, had these versions counted. Of a corrected interval the first version counts; of one that
     * data came late for, the last.
     */
    private static BigDecimal sum(List<QuantityRecordView> records, RecordStanding standing) {
        boolean replaced = standing == RecordStanding.REPLACED;
        return records.stream()
                .filter(record -> record.standing() == standing)
                .filter(record -> replaced ? record.version() == 1 : isLast(record, records))
                .map(record -> record.quantity().signed().minus(inForce(record, records)))
                .map(Energy::kwh)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isLast(QuantityRecordView record, List<QuantityRecordView> records) {
        return records.stream()
                .filter(other -> other.start().equals(record.start()))
                .noneMatch(other -> other.position() > record.position());
    }

    private static Energy inForce(QuantityRecordView record, List<QuantityRecordView> records) {
        return records.stream()
                .filter(other -> other.start().equals(record.start()) && other.standing() == RecordStanding.EFFECTIVE)
                .map(other -> other.quantity().signed())
                .findFirst()
                .orElse(Energy.ZERO);
    }

    private static String sources(List<QuantityRecordView> records, RecordStanding... standings) {
        Set<RecordStanding> wanted = Set.of(standings);
        return some(records.stream()
                .filter(record -> wanted.contains(record.standing()) && record.version() != 1)
                .map(record -> record.source().name()));
    }

    private List<Cause> ofShipper(Line line, List<Line> lines, OurFigures.Month month, Set<String> points) {
        String shipper = line.figure().subject();
        String behind = some(month.statements().stream()
                .filter(statement -> statement.statement().shipper().value().equals(shipper))
                .map(StatementView::statement)
                .flatMap(statement -> statements.points(statement).stream())
                .filter(point -> points.contains(point.point().value()))
                .map(point -> point.pointName()));
        if (!behind.isEmpty()) {
            return List.of(new Cause(CauseKind.OF_POINTS, behind));
        }
        boolean sameQuantities = lines.stream()
                .filter(other -> other.figure().kind() == Subject.SHIPPER
                        && other.figure().subject().equals(shipper)
                        && other.figure().measure().isEnergy())
                .allMatch(Line::equal);
        return !line.figure().measure().isEnergy() && sameQuantities
                ? List.of(new Cause(CauseKind.OF_PRICE, ""))
                : List.of();
    }

    private static List<Cause> ofAccount(Line line, OurFigures.Month month, Set<String> shippers) {
        String behind = some(month.journal().stream()
                .filter(entry -> entry.account().number().equals(line.figure().subject()))
                .map(entry -> entry.shipper().value())
                .filter(shippers::contains)
                .map(shipper -> month.names().getOrDefault(Subject.SHIPPER + shipper, shipper)));
        return behind.isEmpty() ? List.of() : List.of(new Cause(CauseKind.OF_SHIPPERS, behind));
    }

    private static String some(Stream<String> names) {
        List<String> all = names.distinct().sorted().toList();
        String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return all.size() > MOST_NAMES ? first + ", …" : first;
    }
}
