package io.tallybook.query.variance;

import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_FIGURE;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_HEAT;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_HISTORY;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_LIMIT;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_REVIEW;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_THRESHOLD;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_WORD;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.migrations.jooq.tables.records.ViewVarianceFigureRecord;
import io.tallybook.migrations.jooq.tables.records.ViewVarianceReviewRecord;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.variance.WordView.Deed;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads reviews of variances; the variances themselves are worked out as the review itself does. */
final class VarianceReader implements VarianceQueries {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_WORDS = 1_000;

    private final DSLContext db;

    VarianceReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<VarianceReviewView> ofClose(CloseId closeId) {
        return db.selectFrom(VIEW_VARIANCE_REVIEW)
                .where(VIEW_VARIANCE_REVIEW.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_VARIANCE_REVIEW.CONTRACT)
                .fetch(this::view);
    }

    @Override
    public List<ReviewProgress> progress(CloseId closeId) {
        return ofClose(closeId).stream().map(VarianceReviewView::progress).toList();
    }

    @Override
    public Optional<VarianceReviewView> review(VarianceReviewId review) {
        return db.selectFrom(VIEW_VARIANCE_REVIEW)
                .where(VarianceProjection.is(review))
                .fetchOptional(this::view);
    }

    private VarianceReviewView view(ViewVarianceReviewRecord row) {
        VarianceReviewId id = id(row.getContract(), row.getPeriod());
        ReadLines lines = new ReadLines(id, Columns.maybe(row.getArea(), AreaId::new));
        db.selectFrom(VIEW_VARIANCE_FIGURE)
                .where(VIEW_VARIANCE_FIGURE.CONTRACT.eq(row.getContract()))
                .and(VIEW_VARIANCE_FIGURE.PERIOD.eq(row.getPeriod()))
                .forEach(lines::figure);
        db.selectFrom(VIEW_VARIANCE_HEAT)
                .where(VIEW_VARIANCE_HEAT.CONTRACT.eq(row.getContract()))
                .and(VIEW_VARIANCE_HEAT.PERIOD.eq(row.getPeriod()))
                .forEach(heat -> lines.heat(new PointId(heat.getPoint()), new HeatingValue(heat.getHeatingValue())));
        db.selectFrom(VIEW_VARIANCE_LIMIT)
                .where(VIEW_VARIANCE_LIMIT.CONTRACT.eq(row.getContract()))
                .and(VIEW_VARIANCE_LIMIT.PERIOD.eq(row.getPeriod()))
                .forEach(limit -> lines.limit(new VarianceThreshold(
                        new AccountingPeriod(limit.getEffectiveFrom()),
                        new ThresholdScope(limit.getScope()),
                        limit.getMoney(),
                        limit.getPercent(),
                        limit.getBothLimits())));
        db.selectFrom(VIEW_VARIANCE_WORD)
                .where(VIEW_VARIANCE_WORD.CONTRACT.eq(row.getContract()))
                .and(VIEW_VARIANCE_WORD.PERIOD.eq(row.getPeriod()))
                .forEach(lines::word);
        return new VarianceReviewView(
                id,
                Columns.maybe(row.getCloseId(), CloseId::new),
                row.getAttempt(),
                Columns.maybe(row.getArea(), AreaId::new),
                Columns.maybe(row.getShipper(), ShipperId::new),
                row.getFiguresAt(),
                row.getReviewedAt(),
                row.getClosedAt(),
                Columns.hash(row.getContentHash()),
                lines.all(),
                row.getSequence(),
                row.getPosition());
    }

    @Override
    public List<WordView> history(VarianceReviewId review, VarianceLine line) {
        Condition of = VIEW_VARIANCE_HISTORY
                .CONTRACT
                .eq(review.contract().value())
                .and(VIEW_VARIANCE_HISTORY.PERIOD.eq(review.period().value()))
                .and(VIEW_VARIANCE_HISTORY.POINT.eq(line.point().value()))
                .and(VIEW_VARIANCE_HISTORY.DIRECTION.eq(line.direction().name()));
        return db.selectFrom(VIEW_VARIANCE_HISTORY)
                .where(of)
                .orderBy(VIEW_VARIANCE_HISTORY.POSITION)
                .limit(MOST_WORDS)
                .fetch(row -> new WordView(
                        Deed.valueOf(row.getDeed()),
                        Columns.maybe(row.getDriver(), VarianceDriver::valueOf),
                        row.getWords(),
                        Columns.maybe(row.getByPerson(), PersonId::new),
                        row.getAt(),
                        row.getPosition()));
    }

    @Override
    public List<VarianceThreshold> thresholds(CloseGroup group) {
        return db.selectFrom(VIEW_VARIANCE_THRESHOLD)
                .where(VIEW_VARIANCE_THRESHOLD.CLOSE_GROUP.eq(group.value()))
                .orderBy(VIEW_VARIANCE_THRESHOLD.SCOPE, VIEW_VARIANCE_THRESHOLD.EFFECTIVE_FROM)
                .fetch(row -> new VarianceThreshold(
                        new AccountingPeriod(row.getEffectiveFrom()),
                        new ThresholdScope(row.getScope()),
                        row.getMoney(),
                        row.getPercent(),
                        row.getBothLimits()));
    }

    @Override
    public List<BudgetView> budgets() {
        return db.selectFrom(VIEW_VARIANCE_FIGURE)
                .where(VIEW_VARIANCE_FIGURE.BASIS.eq(VarianceBasis.BUDGET.name()))
                .orderBy(
                        VIEW_VARIANCE_FIGURE.PERIOD.desc(),
                        VIEW_VARIANCE_FIGURE.CONTRACT,
                        VIEW_VARIANCE_FIGURE.POINT,
                        VIEW_VARIANCE_FIGURE.DIRECTION)
                .limit(MOST_ROWS)
                .fetch(row -> new BudgetView(
                        id(row.getContract(), row.getPeriod()),
                        new LineFigures(
                                new PointId(row.getPoint()), Direction.valueOf(row.getDirection()), amounts(row))));
    }

    @Override
    public List<HeatingValueView> heatingValues() {
        return db.selectFrom(VIEW_VARIANCE_HEAT)
                .orderBy(VIEW_VARIANCE_HEAT.PERIOD.desc(), VIEW_VARIANCE_HEAT.CONTRACT, VIEW_VARIANCE_HEAT.POINT)
                .limit(MOST_ROWS)
                .fetch(row -> new HeatingValueView(
                        id(row.getContract(), row.getPeriod()),
                        new PointId(row.getPoint()),
                        new HeatingValue(row.getHeatingValue())));
    }

    static LineAmounts amounts(ViewVarianceFigureRecord row) {
        return new LineAmounts(
                new Energy(row.getEnergyKwh()),
                new Money(row.getMoney(), row.getCurrency()),
                Columns.maybe(row.getHeatingValue(), HeatingValue::new));
    }

    private static VarianceReviewId id(String contract, String period) {
        return VarianceReviewId.of(new ContractId(contract), new AccountingPeriod(period));
    }
}
