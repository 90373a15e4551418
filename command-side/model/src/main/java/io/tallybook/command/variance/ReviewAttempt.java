package io.tallybook.command.variance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewEvent.EarlierFiguresAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.FiguresCompleted;
import io.tallybook.messages.variance.VarianceReviewEvent.LinesValued;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewOpened;
import io.tallybook.messages.variance.VarianceReviewEvent.ThresholdsAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewCompleted;
import io.tallybook.messages.variance.VarianceThreshold;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one attempt of a close brought to a review. */
final class ReviewAttempt {
    final CloseId closeId;
    final int number;
    private final Map<VarianceLine, LineAmounts> lines = new TreeMap<>();
    private final Set<String> points = new HashSet<>();
    private final Map<VarianceBasis, Map<Integer, EarlierFiguresAdded>> earlier = new EnumMap<>(VarianceBasis.class);
    private @Nullable ReviewOpened opened;
    private @Nullable ThresholdsAdded thresholds;
    private @Nullable FiguresCompleted completed;
    private @Nullable VarianceReviewCompleted reviewed;
    private boolean outdated;

    ReviewAttempt(CloseId closeId, int number) {
        this.closeId = closeId;
        this.number = number;
    }

    void open(ReviewOpened event) {
        opened = event;
    }

    void add(ThresholdsAdded event) {
        thresholds = event;
    }

    void add(EarlierFiguresAdded event) {
        earlier.computeIfAbsent(event.basis(), basis -> new HashMap<>()).put(event.part(), event);
    }

    void add(LinesValued event) {
        points.add(event.point().value());
        event.lines().forEach(line -> lines.put(line.line(), line.amounts()));
    }

    void complete(FiguresCompleted event) {
        completed = event;
    }

    void reviewed(VarianceReviewCompleted event) {
        reviewed = event;
    }

    void outdate() {
        outdated = true;
    }

    boolean isOpened() {
        return opened != null;
    }

    boolean hasThresholds() {
        return thresholds != null;
    }

    boolean has(VarianceBasis basis, int part) {
        return earlier.getOrDefault(basis, Map.of()).containsKey(part);
    }

    boolean hasPoint(String point) {
        return points.contains(point);
    }

    boolean hasFigures() {
        return completed != null;
    }

    boolean isOutdated() {
        return outdated;
    }

    @Nullable VarianceReviewCompleted reviewed() {
        return reviewed;
    }

    /** Whether everything it is compared with has answered. */
    boolean isWhole() {
        return opened != null
                && thresholds != null
                && completed != null
                && Stream.of(VarianceBasis.values())
                        .filter(VarianceBasis::isEarlierMonth)
                        .allMatch(this::hasAllParts);
    }

    private boolean hasAllParts(VarianceBasis basis) {
        Map<Integer, EarlierFiguresAdded> parts = earlier.getOrDefault(basis, Map.of());
        return parts.values().stream().anyMatch(part -> part.parts() == parts.size());
    }

    Map<VarianceLine, LineAmounts> lines() {
        return lines;
    }

    Map<VarianceLine, LineAmounts> earlier(VarianceBasis basis) {
        Map<VarianceLine, LineAmounts> of = new TreeMap<>();
        earlier.getOrDefault(basis, Map.of()).values().stream()
                .flatMap(part -> part.lines().stream())
                .forEach((LineFigures line) -> of.put(line.line(), line.amounts()));
        return of;
    }

    AreaId area() {
        return Objects.requireNonNull(opened).area();
    }

    List<VarianceThreshold> thresholds() {
        return Objects.requireNonNull(thresholds).inForce();
    }

    List<PersonId> contributors() {
        return Objects.requireNonNull(completed).contributors();
    }
}
