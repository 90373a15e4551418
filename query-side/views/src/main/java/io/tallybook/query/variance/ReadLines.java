package io.tallybook.query.variance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineComparison;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.migrations.jooq.tables.records.ViewVarianceFigureRecord;
import io.tallybook.migrations.jooq.tables.records.ViewVarianceWordRecord;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.variance.VarianceReviewView.ReviewLine;
import io.tallybook.query.variance.VarianceReviewView.ReviewWord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one review together. */
final class ReadLines {
    private final VarianceReviewId review;
    private final @Nullable AreaId area;
    private final Map<VarianceLine, LineAmounts> actual = new TreeMap<>();
    private final Map<VarianceLine, Map<VarianceBasis, LineAmounts>> given = new TreeMap<>();
    private final Map<VarianceLine, Energy> nominated = new TreeMap<>();
    private final Map<String, HeatingValue> heat = new HashMap<>();
    private final List<VarianceThreshold> limits = new ArrayList<>();
    private final Map<VarianceLine, ReviewWord> words = new TreeMap<>();

    ReadLines(VarianceReviewId review, @Nullable AreaId area) {
        this.review = review;
        this.area = area;
    }

    void figure(ViewVarianceFigureRecord row) {
        VarianceLine line = new VarianceLine(new PointId(row.getPoint()), Direction.valueOf(row.getDirection()));
        if (row.getBasis().equals(VarianceProjection.ACTUAL)) {
            actual.put(line, VarianceReader.amounts(row));
        } else if (row.getBasis().equals(VarianceBasis.NOMINATION.name())) {
            nominated.put(line, new Energy(row.getEnergyKwh()));
        } else {
            given.computeIfAbsent(line, same -> new EnumMap<>(VarianceBasis.class))
                    .put(VarianceBasis.valueOf(row.getBasis()), VarianceReader.amounts(row));
        }
    }

    void heat(PointId point, HeatingValue value) {
        heat.put(point.value(), value);
    }

    void limit(VarianceThreshold limit) {
        limits.add(limit);
    }

    void word(ViewVarianceWordRecord row) {
        VarianceLine line = new VarianceLine(new PointId(row.getPoint()), Direction.valueOf(row.getDirection()));
        boolean current = row.getFiguresHash().equals(row.getExplainedHash());
        ExplanationState explained = row.getSignedBy() == null ? ExplanationState.REVIEW : ExplanationState.APPROVED;
        words.put(
                line,
                new ReviewWord(
                        Stream.of(row.getBases()).map(VarianceBasis::valueOf).toList(),
                        current ? explained : ExplanationState.PENDING,
                        Columns.maybe(row.getDriver(), VarianceDriver::valueOf),
                        row.getWords(),
                        Columns.maybe(row.getExplainedBy(), PersonId::new),
                        row.getExplainedAt(),
                        Columns.maybe(row.getSignedBy(), PersonId::new),
                        row.getSignedAt(),
                        current ? signedHash(row) : null));
    }

    /** As the review itself hashes what is signed. */
    private static Sha256 signedHash(ViewVarianceWordRecord row) {
        return Sha256.of(row.getFiguresHash() + "|" + row.getDriver() + "|" + row.getWords());
    }

    List<ReviewLine> all() {
        return Stream.concat(actual.keySet().stream(), given.keySet().stream())
                .distinct()
                .sorted()
                .map(this::line)
                .toList();
    }

    private ReviewLine line(VarianceLine line) {
        LineAmounts moved = actual.get(line);
        LineAmounts heated = moved == null
                ? null
                : new LineAmounts(
                        moved.energy(), moved.money(), heat.get(line.point().value()));
        LineComparison figures = LineComparison.of(
                review.period(), line, heated, given.getOrDefault(line, Map.of()), nominated.get(line));
        VarianceThreshold threshold = area == null
                ? VarianceThreshold.standard(review.period())
                : VarianceThreshold.inForce(limits, review.period(), area, line.direction());
        return new ReviewLine(figures, threshold, words.get(line));
    }
}
