package io.tallybook.query.variance;

import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_HISTORY;
import static io.tallybook.migrations.jooq.Tables.VIEW_VARIANCE_WORD;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewSigned;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewUnsigned;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceCleared;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceExplained;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.variance.WordView.Deed;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The word on every flagged line as it stands, and everything that was said before. */
final class WordRows {
    private final DSLContext db;

    WordRows(DSLContext db) {
        this.db = db;
    }

    /** What was said of the figures before stays; a signature goes. */
    void flagged(VarianceFlagged e, At at) {
        String[] bases = e.bases().stream().map(Enum::name).toArray(String[]::new);
        db.insertInto(VIEW_VARIANCE_WORD)
                .set(VIEW_VARIANCE_WORD.CONTRACT, e.review().contract().value())
                .set(VIEW_VARIANCE_WORD.PERIOD, e.review().period().value())
                .set(VIEW_VARIANCE_WORD.POINT, e.point().value())
                .set(VIEW_VARIANCE_WORD.DIRECTION, e.direction().name())
                .set(VIEW_VARIANCE_WORD.BASES, bases)
                .set(VIEW_VARIANCE_WORD.FIGURES_HASH, e.figuresHash().hex())
                .set(VIEW_VARIANCE_WORD.POSITION, at.position())
                .onConflict(
                        VIEW_VARIANCE_WORD.CONTRACT,
                        VIEW_VARIANCE_WORD.PERIOD,
                        VIEW_VARIANCE_WORD.POINT,
                        VIEW_VARIANCE_WORD.DIRECTION)
                .doUpdate()
                .set(VIEW_VARIANCE_WORD.BASES, bases)
                .set(VIEW_VARIANCE_WORD.FIGURES_HASH, e.figuresHash().hex())
                .setNull(VIEW_VARIANCE_WORD.SIGNED_BY)
                .setNull(VIEW_VARIANCE_WORD.SIGNED_AT)
                .set(VIEW_VARIANCE_WORD.POSITION, at.position())
                .execute();
        remember(e.review(), e.point(), e.direction(), Deed.FLAGGED, null, null, null, at);
    }

    void cleared(VarianceCleared e, At at) {
        db.deleteFrom(VIEW_VARIANCE_WORD)
                .where(is(e.review(), e.point(), e.direction()))
                .execute();
        remember(e.review(), e.point(), e.direction(), Deed.CLEARED, null, null, null, at);
    }

    void explained(VarianceExplained e, At at) {
        db.update(VIEW_VARIANCE_WORD)
                .set(VIEW_VARIANCE_WORD.DRIVER, e.driver().name())
                .set(VIEW_VARIANCE_WORD.WORDS, e.text())
                .set(VIEW_VARIANCE_WORD.EXPLAINED_HASH, e.figuresHash().hex())
                .set(VIEW_VARIANCE_WORD.EXPLAINED_BY, e.by().value())
                .set(VIEW_VARIANCE_WORD.EXPLAINED_AT, at.time())
                .setNull(VIEW_VARIANCE_WORD.SIGNED_BY)
                .setNull(VIEW_VARIANCE_WORD.SIGNED_AT)
                .where(is(e.review(), e.point(), e.direction()))
                .execute();
        remember(e.review(), e.point(), e.direction(), Deed.EXPLAINED, e.driver(), e.text(), e.by(), at);
    }

    void signed(ReviewSigned e, At at) {
        db.update(VIEW_VARIANCE_WORD)
                .set(VIEW_VARIANCE_WORD.SIGNED_BY, e.by().value())
                .set(VIEW_VARIANCE_WORD.SIGNED_AT, at.time())
                .where(is(e.review(), e.point(), e.direction()))
                .execute();
        remember(e.review(), e.point(), e.direction(), Deed.APPROVED, null, null, e.by(), at);
    }

    /** It waits to be said anew; the words stay to be seen. */
    void unsigned(ReviewUnsigned e, At at) {
        db.update(VIEW_VARIANCE_WORD)
                .setNull(VIEW_VARIANCE_WORD.EXPLAINED_HASH)
                .setNull(VIEW_VARIANCE_WORD.SIGNED_BY)
                .setNull(VIEW_VARIANCE_WORD.SIGNED_AT)
                .where(is(e.review(), e.point(), e.direction()))
                .execute();
        remember(e.review(), e.point(), e.direction(), Deed.SENT_BACK, null, e.reason(), e.by(), at);
    }

    private void remember(
            VarianceReviewId review,
            PointId point,
            Direction direction,
            Deed deed,
            @Nullable VarianceDriver driver,
            @Nullable String words,
            @Nullable PersonId by,
            At at) {
        var row = db.newRecord(VIEW_VARIANCE_HISTORY);
        row.setPosition(at.position());
        row.setContract(review.contract().value());
        row.setPeriod(review.period().value());
        row.setPoint(point.value());
        row.setDirection(direction.name());
        row.setDeed(deed.name());
        row.setDriver(Columns.text(driver));
        row.setWords(words);
        row.setByPerson(Columns.maybe(by, PersonId::value));
        row.setAt(at.time());
        row.merge();
    }

    private static Condition is(VarianceReviewId review, PointId point, Direction direction) {
        return VIEW_VARIANCE_WORD
                .CONTRACT
                .eq(review.contract().value())
                .and(VIEW_VARIANCE_WORD.PERIOD.eq(review.period().value()))
                .and(VIEW_VARIANCE_WORD.POINT.eq(point.value()))
                .and(VIEW_VARIANCE_WORD.DIRECTION.eq(direction.name()));
    }
}
