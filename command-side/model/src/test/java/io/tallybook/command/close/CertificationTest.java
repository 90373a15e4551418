package io.tallybook.command.close;

import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CertificationRule;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.StepCertified;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificationTest {
    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

    @Test
    void whatNeedsNobodysWordIsCertifiedByARuleOfAVersion() {
        close.told(Orders.open(), Orders.cutoff(ANNA));
        Stream.of(Orders.results(1)).map(CertificationTest::needingNoWord).forEach(close::told);

        assertThat(close.facts(StepCertified.class))
                .containsExactly(
                        new StepCertified(CLOSE, 1, CertificationRule.NOTHING_BY_HAND, 1, 8),
                        new StepCertified(CLOSE, 1, CertificationRule.BALANCE_WITHIN_TOLERANCE, 1, 1),
                        new StepCertified(CLOSE, 1, CertificationRule.STATEMENTS_TIE, 1, 2),
                        new StepCertified(CLOSE, 1, CertificationRule.NO_VARIANCE, 1, 2));
        assertThat(close.facts(PackReady.class)).hasSize(1);
    }

    @Test
    void whatSomebodyExplainedIsNot() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));

        assertThat(close.facts(StepCertified.class))
                .containsExactly(new StepCertified(CLOSE, 1, CertificationRule.STATEMENTS_TIE, 1, 2));
    }

    @Test
    void aNewAttemptIsCertifiedAnew() {
        close.told(Orders.open(), Orders.cutoff(ANNA)).told(Orders.results(1));
        close.told(Orders.restart("again", ANNA)).told(Orders.results(2));

        assertThat(close.facts(StepCertified.class))
                .extracting(StepCertified::attempt)
                .containsExactly(1, 2);
    }

    private static Object needingNoWord(Object order) {
        return switch (order) {
            case AddFrozenArea o ->
                new AddFrozenArea(
                        o.closeId(),
                        o.attempt(),
                        o.area(),
                        o.points(),
                        o.records(),
                        o.contentHash(),
                        List.of(PersonId.HOUSE),
                        o.at());
            case AddAreaBalance o ->
                new AddAreaBalance(
                        o.closeId(), o.attempt(), o.area(), o.month(), 0, o.contentHash(), o.contributors(), o.at());
            case AddVarianceReview o ->
                new AddVarianceReview(
                        o.closeId(), o.attempt(), o.contract(), 0, o.contentHash(), o.contributors(), o.at());
            default -> order;
        };
    }
}
