package io.tallybook.command.variance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.People;
import io.tallybook.command.variance.Words.Word;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineComparison;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewCommand;
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
import io.tallybook.messages.variance.VarianceReviewEvent;
import io.tallybook.messages.variance.VarianceReviewEvent.BudgetSet;
import io.tallybook.messages.variance.VarianceReviewEvent.EarlierFiguresAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.FiguresCompleted;
import io.tallybook.messages.variance.VarianceReviewEvent.FiguresTold;
import io.tallybook.messages.variance.VarianceReviewEvent.HeatingValueSet;
import io.tallybook.messages.variance.VarianceReviewEvent.LinesValued;
import io.tallybook.messages.variance.VarianceReviewEvent.NominationsNoted;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewOpened;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewSigned;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewUnsigned;
import io.tallybook.messages.variance.VarianceReviewEvent.ThresholdsAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceCleared;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceExplained;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewClosed;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewCompleted;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewOutdated;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The review of one contract's month: it sets every line beside its bases, flags what reaches its threshold, keeps what is said
 * of it and by whom, and says when everything is explained and approved by another person (domain/close.md, step 8; ADR 18).
 *
 * <p>Longer than an aggregate should be: it takes the figures of five sources, each by an order of its own.
 */
public final class VarianceReview {
    @AggregateIdentifier
    private @Nullable VarianceReviewId id;

    private final Bases bases = new Bases();
    private final Words words = new Words();
    private @Nullable ReviewAttempt current;
    // of the latest attempt that had all its figures: what a later month is told
    private Map<VarianceLine, LineAmounts> standing = new TreeMap<>();
    private boolean closed;
    private long toldThrough = -1;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void budget(SetBudget order) {
        if (!bases.isBudget(order.lines())) {
            refuseWhenClosed(order.review());
            apply(new BudgetSet(order.review(), order.lines(), order.by()));
            review();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void heat(SetHeatingValue order) {
        if (!bases.isHeatingValue(order.point(), order.heatingValue())) {
            refuseWhenClosed(order.review());
            apply(new HeatingValueSet(order.review(), order.point(), order.heatingValue(), order.by()));
            review();
        }
    }

    /** What is nominated once the close is approved changes no review. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteNominations order) {
        if (!closed && bases.isNewer(order.point(), order.version())) {
            apply(bases.noted(order));
            review();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenReview order) {
        if (isTaken(order.attempt()) && !known(order.attempt(), ReviewAttempt::isOpened)) {
            apply(new ReviewOpened(order.review(), order.closeId(), order.attempt(), order.area(), order.shipper()));
            review();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddThresholds order) {
        if (isTaken(order.attempt()) && !known(order.attempt(), ReviewAttempt::hasThresholds)) {
            apply(new ThresholdsAdded(order.review(), order.closeId(), order.attempt(), order.inForce()));
            review();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddEarlierFigures order) {
        if (isTaken(order.attempt()) && !known(order.attempt(), now -> now.has(order.basis(), order.part()))) {
            apply(new EarlierFiguresAdded(
                    order.review(),
                    order.closeId(),
                    order.attempt(),
                    order.basis(),
                    order.throughSequence(),
                    order.part(),
                    order.parts(),
                    order.lines()));
            review();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddValuedLines order) {
        if (isTaken(order.attempt())
                && !known(order.attempt(), now -> now.hasPoint(order.point().value()))) {
            apply(new LinesValued(order.review(), order.closeId(), order.attempt(), order.point(), order.lines()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void complete(CompleteFigures order) {
        if (isTaken(order.attempt()) && !known(order.attempt(), ReviewAttempt::hasFigures)) {
            apply(new FiguresCompleted(order.review(), order.closeId(), order.attempt(), order.contributors()));
            review();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(TellFigures order) {
        List<LineFigures> lines = bases.heated(standing).entrySet().stream()
                .map(line ->
                        new LineFigures(line.getKey().point(), line.getKey().direction(), line.getValue()))
                .toList();
        @Nullable Long version = AggregateLifecycle.getVersion();
        // what is told of the same figures again is told word for word the same, though the telling is in the stream
        // too
        long through = lines.isEmpty() || version == null ? -1 : toldThrough < 0 ? version : toldThrough;
        int parts = Math.max(1, Math.ceilDiv(lines.size(), VarianceReviewCommand.MOST_TOLD_LINES));
        for (int part = 0; part < parts; part++) {
            int from = part * VarianceReviewCommand.MOST_TOLD_LINES;
            int until = Math.min(lines.size(), from + VarianceReviewCommand.MOST_TOLD_LINES);
            apply(new FiguresTold(
                    order.review(),
                    order.asker(),
                    order.closeId(),
                    order.attempt(),
                    order.basis(),
                    through,
                    part,
                    parts,
                    lines.subList(from, until)));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void explain(RecordVarianceExplanation order) {
        Refused.unlessFound(id, order.review());
        VarianceLine line = new VarianceLine(order.point(), order.direction());
        Word word = words.needed(line);
        VarianceExplained wanted = new VarianceExplained(
                order.review(),
                order.point(),
                order.direction(),
                order.driver(),
                order.text(),
                word.flag().figuresHash(),
                order.by());
        if (wanted.equals(word.explained())) {
            return;
        }
        refuseWhenClosed(order.review());
        Refused.when(
                word.state() == ExplanationState.APPROVED,
                "explanation-approved",
                "The explanation is approved; who reviews can send it back.");
        apply(wanted);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void sign(SignReview order) {
        Refused.unlessFound(id, order.review());
        Word word = words.explained(new VarianceLine(order.point(), order.direction()));
        Refused.when(
                !word.hash().equals(order.explanation()),
                "explanation-not-current",
                "The figures or words you were shown are no longer the current ones.");
        if (word.state() == ExplanationState.APPROVED) {
            return;
        }
        refuseWhenClosed(order.review());
        Refused.when(
                Objects.requireNonNull(word.explained()).by().equals(order.by()),
                "preparer-may-not-review",
                "You wrote this explanation; it takes somebody else to approve it.");
        Refused.when(
                contributors().contains(order.by()),
                "contributor-may-not-review",
                "You had a hand in these figures; it takes somebody else to review them.");
        apply(new ReviewSigned(order.review(), order.point(), order.direction(), word.hash(), order.by()));
        review();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void unsign(UnsignReview order) {
        Refused.unlessFound(id, order.review());
        words.explained(new VarianceLine(order.point(), order.direction()));
        refuseWhenClosed(order.review());
        apply(new ReviewUnsigned(order.review(), order.point(), order.direction(), order.reason(), order.by()));
        review();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(CloseReview order) {
        if (!closed) {
            apply(new VarianceReviewClosed(order.review(), order.closeId()));
        }
    }

    private void refuseWhenClosed(VarianceReviewId review) {
        Refused.when(
                closed,
                "period-is-closed",
                "The period " + review.period()
                        + " is closed: what it was compared with and what was said of it stands.",
                Map.of("closed", review.period().value()));
    }

    private List<PersonId> contributors() {
        ReviewAttempt now = current;
        return now == null || !now.hasFigures() ? List.of() : now.contributors();
    }

    /** Flags and clears what the figures say now, and says so when all of it is reviewed, or was and no longer is. */
    private void review() {
        ReviewAttempt now = current;
        VarianceReviewId review = id;
        if (now == null || review == null || closed || now.isOutdated() || !now.isWhole()) {
            return;
        }
        Map<VarianceLine, VarianceFlagged> due = due(review, now);
        words.lines().stream()
                .filter(line -> !due.containsKey(line))
                .forEach(line ->
                        apply(new VarianceCleared(review, now.closeId, now.number, line.point(), line.direction())));
        due.forEach((line, flag) -> {
            Word word = words.of(line);
            if (word == null
                    || !word.flag().figuresHash().equals(flag.figuresHash())
                    || word.isSignedByAnyOf(now.contributors())) {
                apply(flag);
            }
        });
        conclude(review, now);
    }

    private Map<VarianceLine, VarianceFlagged> due(VarianceReviewId review, ReviewAttempt now) {
        Map<VarianceLine, VarianceFlagged> due = new TreeMap<>();
        for (LineComparison line : bases.compare(review, now)) {
            VarianceThreshold threshold = VarianceThreshold.inForce(
                    now.thresholds(), review.period(), now.area(), line.line().direction());
            List<VarianceBasis> breaching = line.breaching(threshold);
            if (!breaching.isEmpty()) {
                VarianceLine of = line.line();
                due.put(
                        of,
                        new VarianceFlagged(
                                review,
                                now.closeId,
                                now.number,
                                of.point(),
                                of.direction(),
                                breaching,
                                line.hash(breaching)));
            }
        }
        return due;
    }

    private void conclude(VarianceReviewId review, ReviewAttempt now) {
        VarianceReviewCompleted said = now.reviewed();
        boolean approved = words.areApproved();
        VarianceReviewCompleted wanted = new VarianceReviewCompleted(
                review,
                now.closeId,
                now.number,
                review.contract(),
                words.lines().size(),
                contentHash(now),
                explainers());
        if (said == null && approved) {
            apply(wanted);
        } else if (said != null && !(approved && said.contentHash().equals(wanted.contentHash()))) {
            apply(new VarianceReviewOutdated(
                    review,
                    now.closeId,
                    now.number,
                    "the variances of " + review.contract().value() + " have to be looked at again"));
        }
    }

    private Sha256 contentHash(ReviewAttempt now) {
        Stream<String> said = words.all()
                .map(word -> "word|" + word.flag().point().value() + "|"
                        + word.flag().direction() + "|"
                        + (word.isCurrent() ? word.hash() : word.flag().figuresHash()));
        Stream<String> limits = now.thresholds().stream().map(limit -> "threshold|" + limit);
        return Sha256.ofLines(Stream.concat(said, limits).toList());
    }

    private List<PersonId> explainers() {
        return People.union(
                words.all().flatMap(word -> Stream.ofNullable(word.explained())).map(said -> List.of(said.by())));
    }

    /** Not those of an older attempt, nor of the one whose close is approved; a close that was reopened begins another. */
    private boolean isTaken(int attempt) {
        ReviewAttempt now = current;
        return now == null || attempt > now.number || (attempt == now.number && !closed);
    }

    private boolean known(int attempt, Predicate<ReviewAttempt> what) {
        ReviewAttempt now = current;
        return now != null && now.number == attempt && what.test(now);
    }

    @EventSourcingHandler
    void on(VarianceReviewEvent event) {
        id = event.review();
        switch (event) {
            case BudgetSet e -> bases.budget(e);
            case HeatingValueSet e -> {
                bases.heat(e);
                toldThrough = -1;
            }
            case NominationsNoted e -> bases.nominate(e);
            case ReviewOpened e -> attempt(e.closeId(), e.attempt()).open(e);
            case ThresholdsAdded e -> attempt(e.closeId(), e.attempt()).add(e);
            case EarlierFiguresAdded e -> attempt(e.closeId(), e.attempt()).add(e);
            case LinesValued e -> attempt(e.closeId(), e.attempt()).add(e);
            case FiguresCompleted e -> {
                ReviewAttempt now = attempt(e.closeId(), e.attempt());
                now.complete(e);
                standing = new TreeMap<>(now.lines());
                toldThrough = -1;
            }
            case VarianceFlagged e -> words.flag(e);
            case VarianceCleared e -> words.clear(new VarianceLine(e.point(), e.direction()));
            case VarianceExplained e -> words.explain(e);
            case ReviewSigned e -> words.sign(e);
            case ReviewUnsigned e -> words.unsign(new VarianceLine(e.point(), e.direction()));
            case VarianceReviewCompleted e -> attempt(e.closeId(), e.attempt()).reviewed(e);
            case VarianceReviewOutdated e -> attempt(e.closeId(), e.attempt()).outdate();
            case VarianceReviewClosed e -> closed = true;
            case FiguresTold e -> toldThrough = e.throughSequence();
        }
    }

    /** A higher attempt starts anew, whichever of its parts comes first. */
    private ReviewAttempt attempt(CloseId closeId, int number) {
        ReviewAttempt known = current;
        if (known == null || number > known.number) {
            known = new ReviewAttempt(closeId, number);
            current = known;
            closed = false;
        }
        return known;
    }
}
