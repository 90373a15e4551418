package io.tallybook.command.variance;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdScope;
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
import io.tallybook.messages.variance.VarianceReviewEvent.FiguresTold;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceExplained;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewCompleted;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VarianceReviewTest {
    private static final VarianceReviewId OCTOBER = new VarianceReviewId("nord-1/2024-10");
    private static final VarianceReviewId NOVEMBER = new VarianceReviewId("nord-1/2024-11");
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final PointId ELLUND = new PointId("ellund");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId ERIK = new PersonId("erik");
    private static final PersonId PIA = new PersonId("pia");
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");

    private final Tale<VarianceReview> review = new Tale<>(VarianceReview.class);

    @Test
    void isReviewedAtOnceWhenThereIsNothingToCompareWith() {
        List<Object> all = new ArrayList<>();
        Arrays.stream(inputs(1, "310.00", null)).forEach(order -> all.addAll(review.when(order)));

        assertThat(names(all))
                .containsExactly(
                        "ReviewOpened",
                        "ThresholdsAdded",
                        "EarlierFiguresAdded",
                        "EarlierFiguresAdded",
                        "LinesValued",
                        "FiguresCompleted",
                        "VarianceReviewCompleted");
        assertThat(review.latest(VarianceReviewCompleted.class).flagged()).isZero();
        Arrays.stream(inputs(1, "310.00", null))
                .forEach(order -> assertThat(review.when(order)).isEmpty());
    }

    @Test
    void flagsWhatReachesItsThresholdAndWaitsForAWordAndASecondPerson() {
        review.told(inputs(1, "310.00", "200.00"));

        VarianceFlagged flag = review.latest(VarianceFlagged.class);
        assertThat(flag.bases()).containsExactly(VarianceBasis.PRIOR_MONTH);
        assertThat(review.facts(VarianceReviewCompleted.class)).isEmpty();
        assertThat(review.refusal(sign(PIA, "nothing said yet"))).isEqualTo("nothing-to-review");

        assertThat(names(review.when(explain(ANNA, "colder than last October"))))
                .containsExactly("VarianceExplained");
        assertThat(review.when(explain(ANNA, "colder than last October"))).isEmpty();
        assertThat(review.facts(VarianceReviewCompleted.class)).isEmpty();
        assertThat(names(review.when(sign(PIA, "colder than last October"))))
                .containsExactly("ReviewSigned", "VarianceReviewCompleted");
        assertThat(review.when(sign(PIA, "colder than last October"))).isEmpty();
        VarianceReviewCompleted done = review.latest(VarianceReviewCompleted.class);
        assertThat(done.flagged()).isEqualTo(1);
        assertThat(done.contributors()).containsExactly(ANNA);
    }

    @Test
    void neitherWhoWroteTheWordsNorWhoHadAHandInTheFiguresReviewsThem() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"));

        assertThat(review.refusal(sign(ANNA, "colder"))).isEqualTo("preparer-may-not-review");
        assertThat(review.refusal(sign(ERIK, "colder"))).isEqualTo("contributor-may-not-review");
        assertThat(review.refusal(sign(PIA, "other words"))).isEqualTo("explanation-not-current");
    }

    @Test
    void aLineBelowItsThresholdTakesNoWord() {
        review.told(inputs(1, "310.00", "300.00"));

        assertThat(review.refusal(explain(ANNA, "colder"))).isEqualTo("nothing-to-explain");
        assertThat(review.latest(VarianceReviewCompleted.class).flagged()).isZero();
    }

    @Test
    void comparesPerDaySoThat31DaysAreNoVarianceOf30() {
        // September's 300.00 in 30 days are 310.00 in 31
        review.told(thresholds(1, "0"), open(1), earlier(1, VarianceBasis.PRIOR_MONTH, "300.00"));
        review.told(earlier(1, VarianceBasis.SAME_MONTH_LAST_YEAR, null), valued(1, "310.00"), complete(1));

        assertThat(review.facts(VarianceFlagged.class)).isEmpty();
        assertThat(review.facts(VarianceReviewCompleted.class)).hasSize(1);
    }

    @Test
    void keepsWhatWasSaidWhenTheFiguresMoveAndWantsItLookedAtAgain() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"), sign(PIA, "colder"));

        review.told(inputs(2, "311.00", "200.00"));
        assertThat(review.facts(VarianceFlagged.class)).hasSize(2);
        assertThat(review.facts(VarianceReviewCompleted.class)).hasSize(1);
        assertThat(review.refusal(sign(PIA, "colder"))).isEqualTo("nothing-to-review");
        review.told(explain(ANNA, "colder"), sign(PIA, "colder"));
        assertThat(review.latest(VarianceReviewCompleted.class).attempt()).isEqualTo(2);
        assertThat(review.facts(VarianceExplained.class)).hasSize(2);
    }

    @Test
    void whatWasReviewedStandsWhenTheSameFiguresComeAnew() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"), sign(PIA, "colder"));
        Sha256 first = review.latest(VarianceReviewCompleted.class).contentHash();

        review.told(inputs(2, "310.00", "200.00"));

        assertThat(review.facts(VarianceFlagged.class)).hasSize(1);
        assertThat(review.latest(VarianceReviewCompleted.class).attempt()).isEqualTo(2);
        assertThat(review.latest(VarianceReviewCompleted.class).contentHash()).isEqualTo(first);
    }

    @Test
    void aReviewerWhoSinceHadAHandInTheFiguresHasNotReviewedThem() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"), sign(PIA, "colder"));

        Object[] again = inputs(2, "310.00", "200.00");
        again[again.length - 1] = new CompleteFigures(OCTOBER, CLOSE, 2, List.of(PIA), AT);
        review.told(again);

        assertThat(review.facts(VarianceReviewCompleted.class)).hasSize(1);
        assertThat(review.refusal(sign(PIA, "colder"))).isEqualTo("contributor-may-not-review");
        assertThat(names(review.when(sign(ERIK, "colder")))).contains("VarianceReviewCompleted");
    }

    @Test
    void whatIsSentBackIsSaidAnewAndTheCloseHearsOfIt() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"), sign(PIA, "colder"));

        assertThat(names(review.when(unsign("how much colder?"))))
                .containsExactly("ReviewUnsigned", "VarianceReviewOutdated");
        assertThat(review.refusal(sign(PIA, "colder"))).isEqualTo("nothing-to-review");
        review.told(inputs(2, "310.00", "200.00"));
        assertThat(names(review.when(explain(ANNA, "4 K colder")))).containsExactly("VarianceExplained");
        assertThat(names(review.when(sign(PIA, "4 K colder")))).contains("VarianceReviewCompleted");
    }

    @Test
    void anApprovedWordIsChangedOnlyWhenItWasSentBack() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"), sign(PIA, "colder"));

        assertThat(review.refusal(explain(ANNA, "warmer"))).isEqualTo("explanation-approved");
    }

    @Test
    void setsABudgetBesideTheMonthWheneverItComes() {
        review.told(budget("100.00"));
        review.told(inputs(1, "310.00", "300.00"));
        assertThat(review.latest(VarianceFlagged.class).bases()).containsExactly(VarianceBasis.BUDGET);

        assertThat(names(review.when(budget("310.00"))))
                .containsExactly("BudgetSet", "VarianceCleared", "VarianceReviewCompleted");
        assertThat(review.when(budget("310.00"))).isEmpty();
        assertThat(names(review.when(budget("100.00"))))
                .containsExactly("BudgetSet", "VarianceFlagged", "VarianceReviewOutdated");
    }

    @Test
    void aLineThatOnlyABaseHasIsComparedWithNothing() {
        review.told(budget("100.00"));
        review.told(open(1), thresholds(1, "5"), complete(1));
        review.told(earlier(1, VarianceBasis.PRIOR_MONTH, null), earlier(1, VarianceBasis.SAME_MONTH_LAST_YEAR, null));

        assertThat(review.latest(VarianceFlagged.class).direction()).isEqualTo(Direction.RECEIPT);
    }

    @Test
    void comparesNominationsAtTheMonthsOwnPriceAndKnowsThemByVersion() {
        review.told(nominated(1, 500), nominated(1, 500));
        review.told(inputs(1, "310.00", "300.00"));

        assertThat(review.latest(VarianceFlagged.class).bases()).containsExactly(VarianceBasis.NOMINATION);
        assertThat(names(review.when(nominated(2, 3100))))
                .containsExactly("NominationsNoted", "VarianceCleared", "VarianceReviewCompleted");
    }

    @Test
    void anotherCurrencyIsNoBasis() {
        review.told(new SetBudget(
                OCTOBER,
                List.of(new LineFigures(
                        ELLUND,
                        Direction.RECEIPT,
                        new LineAmounts(Energy.ofKwh(1), new Money(BigDecimal.ONE, "EUR"), null))),
                ANNA,
                AT));
        review.told(inputs(1, "310.00", null));

        assertThat(review.facts(VarianceFlagged.class)).isEmpty();
    }

    @Test
    void tellsALaterMonthItsFiguresInPartsWithTheirHeatingValues() {
        review.told(new SetHeatingValue(OCTOBER, ELLUND, new HeatingValue(new BigDecimal("12.1")), ANNA, AT));
        List<LineFigures> more = IntStream.range(0, 200)
                .mapToObj(i -> line(new PointId("p" + i), "1.00"))
                .toList();
        more.forEach(line -> review.told(new AddValuedLines(OCTOBER, CLOSE, 1, line.point(), List.of(line), AT)));
        review.told(inputs(1, "310.00", null));

        TellFigures tell =
                new TellFigures(OCTOBER, NOVEMBER, new CloseId("dk/2024-11"), 1, VarianceBasis.PRIOR_MONTH, AT);
        review.told(tell);

        List<FiguresTold> told = review.facts(FiguresTold.class);
        assertThat(told).hasSize(2).allSatisfy(part -> assertThat(part.parts()).isEqualTo(2));
        assertThat(told.getFirst().lines()).hasSize(128);
        assertThat(told.getLast().lines()).hasSize(73);
        assertThat(told.getFirst().lines().getFirst().amounts().heatingValue())
                .isEqualTo(new HeatingValue(new BigDecimal("12.1")));
        assertThat(told.getFirst().throughSequence()).isPositive();
        // a process that was killed asks again and is told the same, word for word
        assertThat(review.when(tell)).isEqualTo(List.copyOf(told));
    }

    @Test
    void tellsALaterMonthThatThereIsNothing() {
        review.told(new TellFigures(OCTOBER, NOVEMBER, new CloseId("dk/2024-11"), 1, VarianceBasis.PRIOR_MONTH, AT));

        FiguresTold told = review.latest(FiguresTold.class);
        assertThat(told.lines()).isEmpty();
        assertThat(told.parts()).isEqualTo(1);
        assertThat(told.throughSequence()).isEqualTo(-1);
    }

    @Test
    void takesItsPartsInAnyOrder() {
        long seed = 20241104L;
        Random random = new Random(seed);
        for (int i = 0; i < 24; i++) {
            List<Object> orders = new ArrayList<>(Arrays.asList(inputs(1, "310.00", "200.00")));
            // what values a point comes before the word that all are valued, in one stream
            Object complete = orders.removeLast();
            Collections.shuffle(orders, random);
            int valued = IntStream.range(0, orders.size())
                    .filter(at -> orders.get(at) instanceof AddValuedLines)
                    .findFirst()
                    .orElseThrow();
            orders.add(random.nextInt(valued + 1, orders.size() + 1), complete);
            Tale<VarianceReview> tale = new Tale<>(VarianceReview.class).told(orders.toArray());

            assertThat(tale.facts(VarianceFlagged.class)).as("seed %d", seed).hasSize(1);
        }
    }

    @Test
    void nothingMovesOnceTheCloseIsApprovedUnlessItIsReopened() {
        review.told(inputs(1, "310.00", "200.00")).told(explain(ANNA, "colder"), sign(PIA, "colder"));
        review.told(new CloseReview(OCTOBER, CLOSE, AT));

        assertThat(review.refusal(budget("1.00"))).isEqualTo("period-is-closed");
        assertThat(review.refusal(unsign("why?"))).isEqualTo("period-is-closed");
        assertThat(review.refusal(new SetHeatingValue(OCTOBER, ELLUND, new HeatingValue(BigDecimal.TEN), ANNA, AT)))
                .isEqualTo("period-is-closed");
        assertThat(review.when(nominated(1, 1))).isEmpty();
        assertThat(review.when(valued(1, "999.00"))).isEmpty();
        assertThat(review.when(new CloseReview(OCTOBER, CLOSE, AT))).isEmpty();

        review.told(inputs(2, "999.00", "200.00"));
        assertThat(review.latest(VarianceFlagged.class).attempt()).isEqualTo(2);
    }

    @Test
    void noticesAnOlderAttemptNoMore() {
        review.told(inputs(2, "310.00", "200.00"));

        assertThat(review.when(valued(1, "1.00"))).isEmpty();
        assertThat(review.when(complete(1))).isEmpty();
    }

    /** What the relays bring in during one attempt: 3,100 kWh at Ellund; {@code prior} is September's money, null for none. */
    private static Object[] inputs(int attempt, String money, @Nullable String prior) {
        return new Object[] {
            open(attempt),
            thresholds(attempt, "5"),
            earlier(attempt, VarianceBasis.PRIOR_MONTH, prior),
            earlier(attempt, VarianceBasis.SAME_MONTH_LAST_YEAR, null),
            valued(attempt, money),
            complete(attempt)
        };
    }

    private static OpenReview open(int attempt) {
        return new OpenReview(OCTOBER, CLOSE, attempt, new AreaId("dk"), new ShipperId("nord"), AT);
    }

    private static AddThresholds thresholds(int attempt, String percent) {
        VarianceThreshold threshold = new VarianceThreshold(
                new AccountingPeriod("2024-10"), ThresholdScope.ALL, null, new BigDecimal(percent), true);
        return new AddThresholds(OCTOBER, CLOSE, attempt, List.of(threshold), AT);
    }

    private static AddEarlierFigures earlier(int attempt, VarianceBasis basis, @Nullable String money) {
        List<LineFigures> lines = money == null ? List.of() : List.of(line(ELLUND, money));
        return new AddEarlierFigures(OCTOBER, CLOSE, attempt, basis, 4, 0, 1, lines, AT);
    }

    private static AddValuedLines valued(int attempt, String money) {
        return new AddValuedLines(OCTOBER, CLOSE, attempt, ELLUND, List.of(line(ELLUND, money)), AT);
    }

    private static CompleteFigures complete(int attempt) {
        return new CompleteFigures(OCTOBER, CLOSE, attempt, List.of(ERIK), AT);
    }

    private static SetBudget budget(String money) {
        return new SetBudget(OCTOBER, List.of(line(ELLUND, money)), ANNA, AT);
    }

    private static NoteNominations nominated(int version, long kwh) {
        NominatedDay day = new NominatedDay(new GasDay("2024-10-01"), Energy.ofKwh(kwh), null);
        return new NoteNominations(OCTOBER, ELLUND, version, List.of(day), AT);
    }

    private static LineFigures line(PointId point, String money) {
        return new LineFigures(
                point,
                Direction.RECEIPT,
                new LineAmounts(Energy.ofKwh(3100), new Money(new BigDecimal(money), "USD"), null));
    }

    private static RecordVarianceExplanation explain(PersonId by, String text) {
        return new RecordVarianceExplanation(OCTOBER, ELLUND, Direction.RECEIPT, VarianceDriver.VOLUME, text, by, AT);
    }

    private SignReview sign(PersonId by, String text) {
        Sha256 figures = review.latest(VarianceFlagged.class).figuresHash();
        Sha256 shown = Words.Word.hash(
                new VarianceExplained(OCTOBER, ELLUND, Direction.RECEIPT, VarianceDriver.VOLUME, text, figures, ANNA));
        return new SignReview(OCTOBER, ELLUND, Direction.RECEIPT, shown, by, AT);
    }

    private static UnsignReview unsign(String reason) {
        return new UnsignReview(OCTOBER, ELLUND, Direction.RECEIPT, reason, PIA, AT);
    }
}
