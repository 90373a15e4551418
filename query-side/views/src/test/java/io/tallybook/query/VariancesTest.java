package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.Variance;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewUnsigned;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewOutdated;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.StepState;
import io.tallybook.query.close.StepView;
import io.tallybook.query.variance.VarianceQueries;
import io.tallybook.query.variance.VarianceReviewView;
import io.tallybook.query.variance.WordView;
import io.tallybook.query.variance.WordView.Deed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VariancesTest extends ViewsTest {
    private static final Instant NOW = Instant.parse("2024-11-05T08:00:00Z");

    @Autowired
    VarianceQueries variances;

    @Autowired
    CloseQueries closes;

    @Test
    void setsALineBesideEveryBaseItHas() {
        Sample sample = sample().system();
        SampleVariance told = new SampleVariance(sample).said().compared(1);
        seen();

        VarianceReviewView.ReviewLine line = only(told);

        assertThat(line.figures().variances())
                .extracting(Variance::basis)
                .containsExactly(VarianceBasis.PRIOR_MONTH, VarianceBasis.NOMINATION, VarianceBasis.BUDGET);
        Variance september = line.figures().variances().getFirst();
        // 2,400 kWh in 30 days are 2,480 in 31
        assertThat(september.base().energy()).isEqualTo(Energy.ofKwh(2_480));
        assertThat(september.total()).isEqualTo(usd("103.33"));
        assertThat(september.effects().total()).isEqualTo(september.total());
        assertThat(line.figures().variances().get(1).base().money()).isEqualTo(usd("320.00"));
        assertThat(line.figures().actual().heatingValue()).isEqualTo(SampleVariance.HEAT);
        assertThat(line.threshold()).isEqualTo(SampleVariance.FIVE_PERCENT);
        assertThat(line.word()).isNull();
    }

    @Test
    void aNewAttemptTakesItsFiguresAnewAndKeepsWhatWasSaid() {
        Sample sample = sample().system();
        SampleVariance told = new SampleVariance(sample)
                .said()
                .compared(1)
                .flagged(1, SampleVariance.FIGURES)
                .explained();
        told.reviewed(1).compared(2);
        seen();

        VarianceReviewView view = variances.review(told.review).orElseThrow();

        assertThat(view.attempt()).isEqualTo(2);
        assertThat(view.reviewedAt()).isNull();
        assertThat(view.lines()).hasSize(1);
        assertThat(Objects.requireNonNull(view.lines().getFirst().word()).state())
                .isEqualTo(ExplanationState.APPROVED);
    }

    @Test
    void theWordGoesFromPendingToReviewToApprovedAndBackWithItsHistory() {
        Sample sample = sample().system();
        SampleVariance told = new SampleVariance(sample).said().compared(1).flagged(1, SampleVariance.FIGURES);
        seen();
        assertThat(word(told).state()).isEqualTo(ExplanationState.PENDING);

        told.explained();
        seen();
        assertThat(word(told).state()).isEqualTo(ExplanationState.REVIEW);
        assertThat(word(told).driver()).isEqualTo(VarianceDriver.VOLUME);
        assertThat(word(told).hash()).isNotNull();

        told.reviewed(1);
        seen();
        assertThat(word(told).state()).isEqualTo(ExplanationState.APPROVED);
        assertThat(word(told).reviewedBy()).isEqualTo(Sample.EVA);

        told.flagged(2, Sha256.of("other figures"));
        seen();
        assertThat(word(told).state()).isEqualTo(ExplanationState.PENDING);
        assertThat(word(told).text()).isEqualTo("colder");
        assertThat(word(told).hash()).isNull();
        assertThat(variances.history(told.review, new VarianceLine(sample.north, Direction.RECEIPT)))
                .extracting(WordView::deed)
                .containsExactly(Deed.FLAGGED, Deed.EXPLAINED, Deed.APPROVED, Deed.FLAGGED);
    }

    @Test
    void whatIsSentBackIsPendingAgainAndItsWordsStayToBeSeen() {
        Sample sample = sample().system();
        SampleVariance told = new SampleVariance(sample)
                .said()
                .compared(1)
                .flagged(1, SampleVariance.FIGURES)
                .explained();
        told.reviewed(1);
        sample.tells(
                told.review, new ReviewUnsigned(told.review, sample.north, Direction.RECEIPT, "how much?", Sample.EVA));
        sample.tells(told.review, new VarianceReviewOutdated(told.review, sample.close, 1, "again"));
        seen();

        assertThat(word(told).state()).isEqualTo(ExplanationState.PENDING);
        assertThat(word(told).text()).isEqualTo("colder");
        assertThat(variances.review(told.review).orElseThrow().reviewedAt()).isNull();
    }

    @Test
    void onlyFlaggedLinesCountAndHoldUpTheClose() {
        Sample sample = sample().system().opened().cutoff();
        SampleVariance told = new SampleVariance(sample).said().compared(1).flagged(1, SampleVariance.FIGURES);
        seen();

        assertThat(variances.progress(sample.close)).singleElement().satisfies(progress -> {
            assertThat(progress.flagged()).isEqualTo(1);
            assertThat(progress.pending()).isEqualTo(1);
            assertThat(progress.reviewed()).isFalse();
        });
        assertThat(closes.overview(sample.close, NOW).orElseThrow().blockers())
                .filteredOn(blocker -> blocker.kind() == BlockerKind.VARIANCE_UNREVIEWED)
                .singleElement()
                .satisfies(blocker -> assertThat(blocker.step()).isEqualTo(CloseStep.REVIEW));

        told.explained().reviewed(1);
        seen();
        assertThat(step(sample).state()).isEqualTo(StepState.DONE);
        assertThat(closes.overview(sample.close, NOW).orElseThrow().blockers())
                .noneMatch(blocker -> blocker.kind() == BlockerKind.VARIANCE_UNREVIEWED);
    }

    @Test
    void showsWhatWasSetForTheSetUp() {
        Sample sample = sample().system();
        SampleVariance told = new SampleVariance(sample).said();
        seen();

        assertThat(variances.thresholds(sample.group)).containsExactly(SampleVariance.FIVE_PERCENT);
        assertThat(variances.budgets())
                .filteredOn(budget -> budget.review().equals(told.review))
                .singleElement()
                .satisfies(
                        budget -> assertThat(budget.figures().amounts().money()).isEqualTo(usd("300.00")));
        assertThat(variances.heatingValues())
                .filteredOn(heat -> heat.review().equals(told.review))
                .singleElement()
                .satisfies(heat -> assertThat(heat.heatingValue()).isEqualTo(SampleVariance.HEAT));
    }

    private StepView step(Sample sample) {
        return closes.overview(sample.close, NOW).orElseThrow().steps().stream()
                .filter(step -> step.step() == CloseStep.REVIEW)
                .findFirst()
                .orElseThrow();
    }

    private VarianceReviewView.ReviewLine only(SampleVariance told) {
        VarianceReviewView view = variances.review(told.review).orElseThrow();
        assertThat(view.lines()).hasSize(1);
        return view.lines().getFirst();
    }

    private VarianceReviewView.ReviewWord word(SampleVariance told) {
        return Objects.requireNonNull(only(told).word());
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
