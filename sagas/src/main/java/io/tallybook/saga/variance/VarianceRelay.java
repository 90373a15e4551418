package io.tallybook.saga.variance;

import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ContractEvent.ContractTermsClosed;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdsCommand.CloseThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.PinThresholds;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdsOutdated;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdsPinned;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceReviewCommand.AddEarlierFigures;
import io.tallybook.messages.variance.VarianceReviewCommand.AddThresholds;
import io.tallybook.messages.variance.VarianceReviewCommand.AddValuedLines;
import io.tallybook.messages.variance.VarianceReviewCommand.CloseReview;
import io.tallybook.messages.variance.VarianceReviewCommand.CompleteFigures;
import io.tallybook.messages.variance.VarianceReviewCommand.NoteNominations;
import io.tallybook.messages.variance.VarianceReviewCommand.OpenReview;
import io.tallybook.messages.variance.VarianceReviewCommand.TellFigures;
import io.tallybook.messages.variance.VarianceReviewEvent.FiguresTold;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewCompleted;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewOutdated;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Carries to the review of a contract's month what it compares, and to the close what became of it (ADR 18). */
@DisallowReplay
@ProcessingGroup(VarianceRelay.PROCESSOR)
class VarianceRelay {
    static final String PROCESSOR = "relay-variances";

    private static final String NAME = "variances";
    private static final String CONTRACT = "contract";
    private final Orders orders;

    VarianceRelay(Orders orders) {
        this.orders = orders;
    }

    /** Of the roster the close took: one that was pinned for an attempt it never began opens no review. */
    @EventHandler
    void on(RosterAdded e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        List<ContractId> contracts =
                e.areas().stream().flatMap(area -> area.contracts().stream()).toList();
        ThresholdsId thresholds = ThresholdsId.of(e.closeId().group());
        giveFor(
                e.closeId(),
                e.attempt(),
                new PinThresholds(thresholds, e.closeId(), e.attempt(), contracts, errand.at()),
                errand);
    }

    @EventHandler
    void on(ThresholdsPinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        List<AddThresholds> limits = e.contracts().stream()
                .map(contract -> new AddThresholds(
                        review(contract, e.closeId()), e.closeId(), e.attempt(), e.inForce(), errand.at()))
                .toList();
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.REVIEW, limits);
    }

    @EventHandler
    void on(ThresholdsOutdated e, EventMessage<?> message) {
        tellStale(e.closeId(), e.attempt(), e.reason(), message);
    }

    /** Opens the month's review and asks the earlier months for their figures. */
    @EventHandler
    void on(ContractPinned e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        VarianceReviewId review = review(e.contract(), e.closeId());
        List<Command> opening = new ArrayList<>();
        opening.add(new OpenReview(review, e.closeId(), e.attempt(), e.area(), e.shipper(), errand.at()));
        Stream.of(VarianceBasis.values())
                .filter(VarianceBasis::isEarlierMonth)
                .map(basis -> new TellFigures(
                        VarianceReviewId.of(e.contract(), basis.monthFor(review.period())),
                        review,
                        e.closeId(),
                        e.attempt(),
                        basis,
                        errand.at()))
                .forEach(opening::add);
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.REVIEW, opening);
    }

    @EventHandler
    void on(FiguresTold e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command earlier = new AddEarlierFigures(
                e.asker(),
                e.closeId(),
                e.attempt(),
                e.basis(),
                e.throughSequence(),
                e.part(),
                e.parts(),
                e.lines(),
                errand.at());
        giveFor(e.closeId(), e.attempt(), earlier, errand);
    }

    @EventHandler
    void on(VolumesValued e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        List<LineFigures> lines = Stream.of(Direction.values())
                .flatMap(direction -> e.lines().stream()
                        .filter(line -> line.direction() == direction)
                        .map(VarianceRelay::amounts)
                        .reduce(LineAmounts::plus)
                        .map(sum -> new LineFigures(e.point(), direction, sum))
                        .stream())
                .toList();
        Command valued = new AddValuedLines(
                review(e.contract(), e.closeId()), e.closeId(), e.attempt(), e.point(), lines, errand.at());
        giveFor(e.closeId(), e.attempt(), valued, errand);
    }

    private static LineAmounts amounts(ValuedLine line) {
        return new LineAmounts(line.energy(), line.amount(), null);
    }

    /** What the contracts moved stands before this event in the statement's stream: all of it has been told. */
    @EventHandler
    void on(StatementPrepared e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        List<CompleteFigures> complete = contracts(e)
                .map(contract -> new CompleteFigures(
                        review(contract, e.closeId()), e.closeId(), e.attempt(), e.contributors(), errand.at()))
                .toList();
        errand.giveFor(e.closeId(), e.attempt(), CloseStep.REVIEW, complete);
    }

    /** A statement names its contracts by their versions, {@code contract|nord-1|v2}. */
    private static Stream<ContractId> contracts(StatementPrepared e) {
        return e.versions().stream()
                .map(line -> line.split("\\|", -1))
                .filter(parts -> parts[0].equals(CONTRACT))
                .map(parts -> new ContractId(parts[1]));
    }

    @EventHandler
    void on(NominationsRecorded e, EventMessage<?> message) {
        if (e.kind() == NominationKind.NOMINATED) {
            Errand errand = orders.because(message, NAME);
            VarianceReviewId review =
                    VarianceReviewId.of(e.month().contract(), e.month().period());
            errand.give(new NoteNominations(review, e.month().point(), e.version(), e.days(), errand.at()));
        }
    }

    @EventHandler
    void on(VarianceReviewCompleted e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command reviewed = new AddVarianceReview(
                e.closeId(), e.attempt(), e.contract(), e.flagged(), e.contentHash(), e.contributors(), errand.at());
        giveFor(e.closeId(), e.attempt(), reviewed, errand);
    }

    @EventHandler
    void on(VarianceReviewOutdated e, EventMessage<?> message) {
        tellStale(e.closeId(), e.attempt(), e.reason(), message);
    }

    @EventHandler
    void on(ContractTermsClosed e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new CloseReview(review(e.contract(), e.closeId()), e.closeId(), errand.at()));
    }

    @EventHandler
    void on(ApprovalsComplete e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new CloseThresholds(ThresholdsId.of(e.closeId().group()), e.closeId(), errand.at()));
    }

    @EventHandler
    void on(NewsAwaited e, EventMessage<?> message) {
        orders.because(message, NAME).confirmNoNews(e, NewsRelay.VARIANCES);
    }

    private static VarianceReviewId review(ContractId contract, CloseId close) {
        return VarianceReviewId.of(contract, close.period());
    }

    private void tellStale(CloseId close, int attempt, String reason, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        giveFor(close, attempt, new ReportStaleResult(close, attempt, reason, errand.at()), errand);
    }

    private static void giveFor(CloseId close, int attempt, Command order, Errand errand) {
        errand.giveFor(close, attempt, CloseStep.REVIEW, order);
    }
}
