package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.MonthReviewed;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceDriver;
import io.tallybook.messages.variance.VarianceReviewCommand.RecordVarianceExplanation;
import io.tallybook.messages.variance.VarianceReviewCommand.SetBudget;
import io.tallybook.messages.variance.VarianceReviewCommand.SignReview;
import io.tallybook.messages.variance.VarianceReviewCommand.UnsignReview;
import io.tallybook.messages.variance.VarianceReviewEvent.EarlierFiguresAdded;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceExplained;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewClosed;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a month differs by, on its way through the house to the signatures. */
class VariancesInTheHouseTest extends SmallMonthClose {
    private static final VarianceReviewId NORD = VarianceReviewId.of(Example.NORD, Example.PERIOD);
    private static final PersonId BOB = new PersonId("bob");

    @Test
    void aMonthWithoutAnythingToCompareWithIsReviewedByItself() {
        month.record();
        toCutoff();

        assertThat(house.await(Example.CLOSE, MonthReviewed.class).flagged()).isZero();
        house.await(Example.CLOSE, PackReady.class);
        assertThat(house.all(EarlierFiguresAdded.class))
                .hasSize(4)
                .allSatisfy(earlier -> assertThat(earlier.lines()).isEmpty());
    }

    @Test
    void nothingCanBeSignedUntilTheFlaggedLineIsExplainedAndApprovedByAnother() throws IOException {
        budget("1.00");
        month.record();
        toCutoff();
        VarianceFlagged flag = house.await(NORD, VarianceFlagged.class);
        assertThat(flag.bases()).containsExactly(VarianceBasis.BUDGET);
        house.awaitQuiet();
        assertThat(house.all(Example.CLOSE, PackReady.class)).isEmpty();

        explain("colder than planned");
        assertThat(house.ask("anna", Role.APPROVER, sign("anna", "colder than planned"))
                        .rule())
                .isEqualTo("preparer-may-not-review");
        house.awaitQuiet();
        assertThat(house.all(Example.CLOSE, PackReady.class)).isEmpty();

        house.order("bob", Role.APPROVER, sign("bob", "colder than planned"));
        PackReady pack = house.await(Example.CLOSE, PackReady.class);
        assertThat(pack.contributors()).contains(SmallMonth.ACCOUNTANT);
        finish(pack.packHash());
        house.await(Example.CLOSE, CloseLocked.class);
        house.await(NORD, VarianceReviewClosed.class);
        assertThat(house.ask("bob", Role.APPROVER, unsign()).rule()).isEqualTo("period-is-closed");
    }

    @Test
    void aWordSentBackAfterItsApprovalTakesTheResultsAnew() {
        budget("1.00");
        month.record();
        toCutoff();
        house.await(NORD, VarianceFlagged.class);
        explain("colder");
        house.order("bob", Role.APPROVER, sign("bob", "colder"));
        PackReady first = house.await(Example.CLOSE, PackReady.class);

        house.order("bob", Role.APPROVER, unsign());

        assertThat(house.await(Example.CLOSE, ResultsInvalidated.class).reason())
                .contains("looked at again");
        explain("4 K colder");
        house.order("bob", Role.APPROVER, sign("bob", "4 K colder"));
        PackReady second = house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == 2);
        assertThat(second.packHash()).isNotEqualTo(first.packHash());
    }

    @Test
    void whatWasReviewedStandsWhenTheSameFiguresAreTakenAnew() {
        budget("1.00");
        month.record();
        toCutoff();
        house.await(NORD, VarianceFlagged.class);
        explain("colder");
        house.order("bob", Role.APPROVER, sign("bob", "colder"));
        PackReady first = house.await(Example.CLOSE, PackReady.class);

        house.order(
                "anna",
                Role.ACCOUNTANT,
                new RestartClose(Example.CLOSE, "once more", SmallMonth.ACCOUNTANT, House.now()));

        PackReady second = house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == 2);
        assertThat(second.packHash()).isEqualTo(first.packHash());
        assertThat(house.all(VarianceFlagged.class)).hasSize(1);
    }

    private void budget(String money) {
        LineFigures line = new LineFigures(
                Example.ELLUND,
                Direction.RECEIPT,
                new LineAmounts(Energy.ofKwh(1_000), new Money(new BigDecimal(money), "USD"), null));
        house.order("eric", Role.ENGINEER, new SetBudget(NORD, List.of(line), SmallMonth.ENGINEER, House.now()));
    }

    private void explain(String text) {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new RecordVarianceExplanation(
                        NORD,
                        Example.ELLUND,
                        Direction.RECEIPT,
                        VarianceDriver.VOLUME,
                        text,
                        SmallMonth.ACCOUNTANT,
                        House.now()));
    }

    private SignReview sign(String person, String text) {
        VarianceExplained said = house.all(VarianceExplained.class).getLast();
        assertThat(said.text()).isEqualTo(text);
        Sha256 shown = Sha256.of(said.figuresHash() + "|" + said.driver() + "|" + said.text());
        return new SignReview(NORD, Example.ELLUND, Direction.RECEIPT, shown, new PersonId(person), House.now());
    }

    private static UnsignReview unsign() {
        return new UnsignReview(NORD, Example.ELLUND, Direction.RECEIPT, "how much colder?", BOB, House.now());
    }
}
