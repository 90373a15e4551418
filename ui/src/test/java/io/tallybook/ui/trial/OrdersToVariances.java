package io.tallybook.ui.trial;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Command;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdsCommand.CloseThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.PinThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.SetThreshold;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceReviewCommand.AddEarlierFigures;
import io.tallybook.messages.variance.VarianceReviewCommand.AddThresholds;
import io.tallybook.messages.variance.VarianceReviewCommand.AddValuedLines;
import io.tallybook.messages.variance.VarianceReviewCommand.CloseReview;
import io.tallybook.messages.variance.VarianceReviewCommand.CompleteFigures;
import io.tallybook.messages.variance.VarianceReviewCommand.NoteNominations;
import io.tallybook.messages.variance.VarianceReviewCommand.OpenReview;
import io.tallybook.messages.variance.VarianceReviewCommand.RecordVarianceExplanation;
import io.tallybook.messages.variance.VarianceReviewCommand.SetBudget;
import io.tallybook.messages.variance.VarianceReviewCommand.SetHeatingValue;
import io.tallybook.messages.variance.VarianceReviewCommand.SignReview;
import io.tallybook.messages.variance.VarianceReviewCommand.TellFigures;
import io.tallybook.messages.variance.VarianceReviewCommand.UnsignReview;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Orders to the review of a locked month's variances, and to what it is measured by. */
final class OrdersToVariances {
    private static final PersonId EVE = new PersonId("eve");
    private static final Sha256 OTHER = Sha256.of("other");

    private final LockedMonth month;

    OrdersToVariances(LockedMonth month) {
        this.month = month;
    }

    List<Command> all() {
        Instant at = House.now();
        CloseId close = month.system.close();
        AccountingPeriod period = close.period();
        ThresholdsId limits = ThresholdsId.of(close.group());
        VarianceReviewId review = VarianceReviewId.of(month.system.contract(0, 0), period);
        PointId point = month.system.point(0);
        LineFigures line = new LineFigures(
                point,
                Direction.RECEIPT,
                new LineAmounts(Energy.ofKwh(1), new Money(new BigDecimal("9999999.00"), "USD"), null));
        return List.of(
                new SetThreshold(limits, VarianceThreshold.standard(period), EVE, at),
                new PinThresholds(limits, close, 1, List.of(), at),
                new CloseThresholds(limits, close, at),
                new SetBudget(review, List.of(line), EVE, at),
                new SetHeatingValue(review, point, new HeatingValue(BigDecimal.TEN), EVE, at),
                new NoteNominations(
                        review, point, 99, List.of(new NominatedDay(period.firstDay(), Energy.ZERO, null)), at),
                new OpenReview(review, close, 1, month.system.area(0), month.system.shipper(0), at),
                new AddThresholds(review, close, 1, List.of(VarianceThreshold.standard(period)), at),
                new TellFigures(
                        review,
                        VarianceReviewId.of(month.system.contract(0, 0), period.next()),
                        CloseId.of(close.group(), period.next()),
                        1,
                        VarianceBasis.PRIOR_MONTH,
                        at),
                new AddEarlierFigures(review, close, 1, VarianceBasis.PRIOR_MONTH, 1, 0, 1, List.of(line), at),
                new AddValuedLines(review, close, 1, point, List.of(line), at),
                new CompleteFigures(review, close, 1, List.of(), at),
                new RecordVarianceExplanation(
                        review, point, Direction.RECEIPT, VarianceDriver.PPA, "an attempt", EVE, at),
                new SignReview(review, point, Direction.RECEIPT, OTHER, EVE, at),
                new UnsignReview(review, point, Direction.RECEIPT, "an attempt", EVE, at),
                new CloseReview(review, close, at),
                new AddVarianceReview(close, 1, month.system.contract(0, 0), 7, OTHER, List.of(), at));
    }
}
