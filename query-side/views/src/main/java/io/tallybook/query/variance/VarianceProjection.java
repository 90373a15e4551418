package io.tallybook.query.variance;

import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_FIGURE;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_HEAT;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_HISTORY;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_LIMIT;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_REVIEW;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_THRESHOLD;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_WORD;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdsEvent;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdSet;
import io.tallybook.messages.variance.VarianceBasis;
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
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Keeps every month's figures beside those it is compared with, and the words on them. */
final class VarianceProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "variance",
            List.of(VarianceReviewEvent.class, ThresholdsEvent.class),
            List.of(
                    VIEW_VARIANCE_REVIEW,
                    VIEW_VARIANCE_FIGURE,
                    VIEW_VARIANCE_HEAT,
                    VIEW_VARIANCE_LIMIT,
                    VIEW_VARIANCE_THRESHOLD,
                    VIEW_VARIANCE_WORD,
                    VIEW_VARIANCE_HISTORY),
            VarianceProjection::new);

    /** The basis under which a month's own amounts lie. */
    static final String ACTUAL = "ACTUAL";

    private final DSLContext db;
    private final WordRows words;

    private VarianceProjection(DSLContext db) {
        this.db = db;
        this.words = new WordRows(db);
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof ThresholdSet e) {
            threshold(e, at);
        } else if (event instanceof VarianceReviewEvent e && !(e instanceof FiguresTold)) {
            touch(e.review(), at);
            on(e, at);
        }
    }

    private void on(VarianceReviewEvent event, At at) {
        switch (event) {
            case BudgetSet e -> {
                forget(e.review(), VarianceBasis.BUDGET.name());
                e.lines().forEach(line -> figure(e.review(), VarianceBasis.BUDGET.name(), line, null, at));
            }
            case HeatingValueSet e -> heat(e, at);
            case NominationsNoted e -> {
                nomination(e.review(), e.point(), Direction.RECEIPT, e.receipt(), at);
                nomination(e.review(), e.point(), Direction.DELIVERY, e.delivery(), at);
            }
            case ReviewOpened e -> {
                begin(e.review(), e.closeId(), e.attempt());
                set(e.review(), VIEW_VARIANCE_REVIEW.AREA, e.area().value());
                set(e.review(), VIEW_VARIANCE_REVIEW.SHIPPER, e.shipper().value());
            }
            case ThresholdsAdded e -> {
                begin(e.review(), e.closeId(), e.attempt());
                e.inForce().forEach(limit -> limit(e.review(), limit, at));
            }
            case EarlierFiguresAdded e -> {
                begin(e.review(), e.closeId(), e.attempt());
                e.lines().forEach(line -> figure(e.review(), e.basis().name(), line, e.throughSequence(), at));
            }
            case LinesValued e -> {
                begin(e.review(), e.closeId(), e.attempt());
                e.lines().forEach(line -> figure(e.review(), ACTUAL, line, null, at));
            }
            case FiguresCompleted e -> {
                begin(e.review(), e.closeId(), e.attempt());
                set(e.review(), VIEW_VARIANCE_REVIEW.FIGURES_AT, at.time());
            }
            case VarianceFlagged e -> words.flagged(e, at);
            case VarianceCleared e -> words.cleared(e, at);
            case VarianceExplained e -> words.explained(e, at);
            case ReviewSigned e -> words.signed(e, at);
            case ReviewUnsigned e -> words.unsigned(e, at);
            case VarianceReviewCompleted e -> {
                set(e.review(), VIEW_VARIANCE_REVIEW.REVIEWED_AT, at.time());
                set(
                        e.review(),
                        VIEW_VARIANCE_REVIEW.CONTENT_HASH,
                        e.contentHash().hex());
            }
            case VarianceReviewOutdated e -> notReviewed(e.review());
            case VarianceReviewClosed e -> set(e.review(), VIEW_VARIANCE_REVIEW.CLOSED_AT, at.time());
            case FiguresTold e -> {}
        }
    }

    private void touch(VarianceReviewId review, At at) {
        db.insertInto(VIEW_VARIANCE_REVIEW)
                .set(VIEW_VARIANCE_REVIEW.CONTRACT, review.contract().value())
                .set(VIEW_VARIANCE_REVIEW.PERIOD, review.period().value())
                .set(VIEW_VARIANCE_REVIEW.ATTEMPT, 0)
                .set(VIEW_VARIANCE_REVIEW.SEQUENCE, at.sequence())
                .set(VIEW_VARIANCE_REVIEW.POSITION, at.position())
                .onConflict(VIEW_VARIANCE_REVIEW.CONTRACT, VIEW_VARIANCE_REVIEW.PERIOD)
                .doUpdate()
                .set(VIEW_VARIANCE_REVIEW.SEQUENCE, at.sequence())
                .set(VIEW_VARIANCE_REVIEW.POSITION, at.position())
                .execute();
    }

    /** A higher attempt starts anew; what was said beside the figures stays. */
    private void begin(VarianceReviewId review, CloseId closeId, int attempt) {
        int begun = db.update(VIEW_VARIANCE_REVIEW)
                .set(VIEW_VARIANCE_REVIEW.CLOSE_ID, closeId.value())
                .set(VIEW_VARIANCE_REVIEW.ATTEMPT, attempt)
                .setNull(VIEW_VARIANCE_REVIEW.FIGURES_AT)
                .setNull(VIEW_VARIANCE_REVIEW.REVIEWED_AT)
                .setNull(VIEW_VARIANCE_REVIEW.CLOSED_AT)
                .setNull(VIEW_VARIANCE_REVIEW.CONTENT_HASH)
                .where(is(review))
                .and(VIEW_VARIANCE_REVIEW.ATTEMPT.lt(attempt))
                .execute();
        if (begun > 0) {
            forget(review, ACTUAL);
            forget(review, VarianceBasis.PRIOR_MONTH.name());
            forget(review, VarianceBasis.SAME_MONTH_LAST_YEAR.name());
            db.deleteFrom(VIEW_VARIANCE_LIMIT)
                    .where(VIEW_VARIANCE_LIMIT.CONTRACT.eq(review.contract().value()))
                    .and(VIEW_VARIANCE_LIMIT.PERIOD.eq(review.period().value()))
                    .execute();
        }
    }

    private void notReviewed(VarianceReviewId review) {
        db.update(VIEW_VARIANCE_REVIEW)
                .setNull(VIEW_VARIANCE_REVIEW.REVIEWED_AT)
                .setNull(VIEW_VARIANCE_REVIEW.CONTENT_HASH)
                .where(is(review))
                .execute();
    }

    private void forget(VarianceReviewId review, String basis) {
        db.deleteFrom(VIEW_VARIANCE_FIGURE)
                .where(VIEW_VARIANCE_FIGURE.CONTRACT.eq(review.contract().value()))
                .and(VIEW_VARIANCE_FIGURE.PERIOD.eq(review.period().value()))
                .and(VIEW_VARIANCE_FIGURE.BASIS.eq(basis))
                .execute();
    }

    private void figure(VarianceReviewId review, String basis, LineFigures line, @Nullable Long through, At at) {
        var row = db.newRecord(VIEW_VARIANCE_FIGURE);
        row.setContract(review.contract().value());
        row.setPeriod(review.period().value());
        row.setBasis(basis);
        row.setPoint(line.point().value());
        row.setDirection(line.direction().name());
        row.setEnergyKwh(line.amounts().energy().kwh());
        row.setMoney(line.amounts().money().amount());
        row.setCurrency(line.amounts().money().currency());
        row.setHeatingValue(Columns.maybe(line.amounts().heatingValue(), heat -> heat.kwhPerM3()));
        row.setThroughSequence(through);
        row.setPosition(at.position());
        row.merge();
    }

    private void nomination(
            VarianceReviewId review, PointId point, Direction direction, @Nullable Energy energy, At at) {
        if (energy == null) {
            db.deleteFrom(VIEW_VARIANCE_FIGURE)
                    .where(VIEW_VARIANCE_FIGURE.CONTRACT.eq(review.contract().value()))
                    .and(VIEW_VARIANCE_FIGURE.PERIOD.eq(review.period().value()))
                    .and(VIEW_VARIANCE_FIGURE.BASIS.eq(VarianceBasis.NOMINATION.name()))
                    .and(VIEW_VARIANCE_FIGURE.POINT.eq(point.value()))
                    .and(VIEW_VARIANCE_FIGURE.DIRECTION.eq(direction.name()))
                    .execute();
            return;
        }
        var row = db.newRecord(VIEW_VARIANCE_FIGURE);
        row.setContract(review.contract().value());
        row.setPeriod(review.period().value());
        row.setBasis(VarianceBasis.NOMINATION.name());
        row.setPoint(point.value());
        row.setDirection(direction.name());
        row.setEnergyKwh(energy.kwh());
        row.setPosition(at.position());
        row.merge();
    }

    private void heat(HeatingValueSet e, At at) {
        var row = db.newRecord(VIEW_VARIANCE_HEAT);
        row.setContract(e.review().contract().value());
        row.setPeriod(e.review().period().value());
        row.setPoint(e.point().value());
        row.setHeatingValue(e.heatingValue().kwhPerM3());
        row.setByPerson(e.by().value());
        row.setPosition(at.position());
        row.merge();
    }

    private void limit(VarianceReviewId review, VarianceThreshold limit, At at) {
        var row = db.newRecord(VIEW_VARIANCE_LIMIT);
        row.setContract(review.contract().value());
        row.setPeriod(review.period().value());
        row.setScope(limit.scope().value());
        row.setEffectiveFrom(limit.effectiveFrom().value());
        row.setMoney(limit.money());
        row.setPercent(limit.percent());
        row.setBothLimits(limit.both());
        row.setPosition(at.position());
        row.merge();
    }

    private void threshold(ThresholdSet e, At at) {
        var row = db.newRecord(VIEW_VARIANCE_THRESHOLD);
        row.setCloseGroup(e.thresholds().value());
        row.setScope(e.threshold().scope().value());
        row.setEffectiveFrom(e.threshold().effectiveFrom().value());
        row.setMoney(e.threshold().money());
        row.setPercent(e.threshold().percent());
        row.setBothLimits(e.threshold().both());
        row.setByPerson(e.by().value());
        row.setPosition(at.position());
        row.merge();
    }

    private <T> void set(VarianceReviewId review, Field<T> field, T value) {
        db.update(VIEW_VARIANCE_REVIEW).set(field, value).where(is(review)).execute();
    }

    static Condition is(VarianceReviewId review) {
        return VIEW_VARIANCE_REVIEW
                .CONTRACT
                .eq(review.contract().value())
                .and(VIEW_VARIANCE_REVIEW.PERIOD.eq(review.period().value()));
    }
}
