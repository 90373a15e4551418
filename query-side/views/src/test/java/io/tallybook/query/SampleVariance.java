package io.tallybook.query;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleEvent.MonthReviewed;
import io.tallybook.messages.close.CloseCycleEvent.VarianceReviewAdded;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdSet;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceReviewEvent.BudgetSet;
import io.tallybook.messages.variance.VarianceReviewEvent.EarlierFiguresAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.FiguresCompleted;
import io.tallybook.messages.variance.VarianceReviewEvent.HeatingValueSet;
import io.tallybook.messages.variance.VarianceReviewEvent.LinesValued;
import io.tallybook.messages.variance.VarianceReviewEvent.NominationsNoted;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewOpened;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewSigned;
import io.tallybook.messages.variance.VarianceReviewEvent.ThresholdsAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceExplained;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewCompleted;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.math.BigDecimal;
import java.util.List;

/** The review of alpha's October: 3,100 kWh for 310.00 in the north, 200.00 in September, a budget of 300.00. */
final class SampleVariance {
    static final VarianceThreshold FIVE_PERCENT =
            new VarianceThreshold(Sample.OCTOBER, ThresholdScope.ALL, null, new BigDecimal("5"), true);
    static final HeatingValue HEAT = new HeatingValue(new BigDecimal("12.1"));
    static final Sha256 FIGURES = Sha256.of("figures");

    final VarianceReviewId review;
    private final Sample sample;

    SampleVariance(Sample sample) {
        this.sample = sample;
        this.review = VarianceReviewId.of(sample.alphaContract, Sample.OCTOBER);
    }

    /** What was said beside the month, before it was closed. */
    SampleVariance said() {
        sample.tells(
                ThresholdsId.of(sample.group),
                new ThresholdSet(ThresholdsId.of(sample.group), FIVE_PERCENT, Sample.ANN));
        sample.tells(review, new BudgetSet(review, List.of(line(sample.north, "3000", "300.00")), Sample.ANN));
        sample.tells(review, new HeatingValueSet(review, sample.north, HEAT, Sample.ANN));
        sample.tells(review, new NominationsNoted(review, sample.north, 1, List.of(), Energy.ofKwh(3_200), null));
        return this;
    }

    SampleVariance compared(int attempt) {
        sample.tells(review, new ReviewOpened(review, sample.close, attempt, sample.area, sample.alpha));
        sample.tells(review, new ThresholdsAdded(review, sample.close, attempt, List.of(FIVE_PERCENT)));
        sample.tells(
                review, earlier(attempt, VarianceBasis.PRIOR_MONTH, List.of(line(sample.north, "2400", "200.00"))));
        sample.tells(review, earlier(attempt, VarianceBasis.SAME_MONTH_LAST_YEAR, List.of()));
        sample.tells(
                review,
                new LinesValued(
                        review, sample.close, attempt, sample.north, List.of(line(sample.north, "3100", "310.00"))));
        sample.tells(review, new FiguresCompleted(review, sample.close, attempt, List.of(Sample.ANN)));
        return this;
    }

    SampleVariance flagged(int attempt, Sha256 figures) {
        sample.tells(
                review,
                new VarianceFlagged(
                        review,
                        sample.close,
                        attempt,
                        sample.north,
                        Direction.RECEIPT,
                        List.of(VarianceBasis.PRIOR_MONTH),
                        figures));
        return this;
    }

    SampleVariance explained() {
        sample.tells(
                review,
                new VarianceExplained(
                        review, sample.north, Direction.RECEIPT, VarianceDriver.VOLUME, "colder", FIGURES, Sample.ANN));
        return this;
    }

    SampleVariance reviewed(int attempt) {
        sample.tells(
                review,
                new ReviewSigned(review, sample.north, Direction.RECEIPT, Sha256.of("said"), Sample.EVA),
                new VarianceReviewCompleted(
                        review, sample.close, attempt, sample.alphaContract, 1, Sample.HASH, List.of(Sample.ANN)));
        sample.tells(
                sample.close,
                new VarianceReviewAdded(
                        sample.close, attempt, sample.alphaContract, 1, Sample.HASH, List.of(Sample.ANN)),
                new MonthReviewed(sample.close, attempt, 1, 1));
        return this;
    }

    private EarlierFiguresAdded earlier(int attempt, VarianceBasis basis, List<LineFigures> lines) {
        return new EarlierFiguresAdded(review, sample.close, attempt, basis, 9, 0, 1, lines);
    }

    static LineFigures line(PointId point, String kwh, String money) {
        return new LineFigures(
                point,
                Direction.RECEIPT,
                new LineAmounts(new Energy(new BigDecimal(kwh)), new Money(new BigDecimal(money), "USD"), null));
    }
}
