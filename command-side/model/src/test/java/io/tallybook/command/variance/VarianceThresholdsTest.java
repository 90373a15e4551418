package io.tallybook.command.variance;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.ThresholdsCommand.CloseThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.PinThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.SetThreshold;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdsPinned;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceThresholdsTest {
    private static final ThresholdsId DK = new ThresholdsId("dk");
    private static final CloseId OCTOBER = new CloseId("dk/2024-10");
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");

    private final Tale<VarianceThresholds> thresholds = new Tale<>(VarianceThresholds.class);

    @Test
    void answersWithWhatHoldsInThePeriodAndWithNothingWhereNothingWasSet() {
        thresholds.told(pin(1));
        assertThat(thresholds.latest(ThresholdsPinned.class).inForce()).isEmpty();

        thresholds.told(set("2024-09", "all", "3"), set("2024-11", "all", "9"), set("2024-10", "area:north", "1"));
        thresholds.told(pin(2));
        assertThat(thresholds.latest(ThresholdsPinned.class).inForce())
                .extracting(VarianceThreshold::percent)
                .containsExactly(new BigDecimal("3"), new BigDecimal("1"));
    }

    @Test
    void tellsACloseThatWasGivenOthersAndOnlyThen() {
        thresholds.told(set("2024-09", "all", "3"), pin(1));

        assertThat(names(thresholds.when(set("2024-11", "all", "9")))).containsExactly("ThresholdSet");
        assertThat(names(thresholds.when(set("2024-10", "all", "4"))))
                .containsExactly("ThresholdSet", "ThresholdsOutdated");
        assertThat(thresholds.when(set("2024-10", "all", "4"))).isEmpty();
    }

    @Test
    void givesOneAttemptOneSetOfLimitsHoweverOftenAsked() {
        thresholds.told(pin(2), set("2024-10", "all", "4"), pin(2));

        assertThat(thresholds.latest(ThresholdsPinned.class).inForce()).isEmpty();
        assertThat(thresholds.when(pin(1))).isEmpty();
    }

    @Test
    void refusesToMeasureAClosedMonthOtherwise() {
        thresholds.told(pin(1), new CloseThresholds(DK, OCTOBER, AT));

        assertThat(thresholds.refusal(set("2024-10", "all", "4"))).isEqualTo("period-is-closed");
        assertThat(names(thresholds.when(set("2024-11", "all", "4")))).containsExactly("ThresholdSet");
        assertThat(thresholds.when(new CloseThresholds(DK, OCTOBER, AT))).isEmpty();
    }

    @Test
    void hasABoundOnItsScopes() {
        for (int i = 0; i < VarianceThresholds.MOST_SCOPES; i++) {
            thresholds.told(set("2024-10", "area:a" + i, "4"));
        }
        assertThat(thresholds.refusal(set("2024-10", "area:one-more", "4"))).isEqualTo("too-many-scopes");
        assertThat(thresholds.when(set("2024-10", "area:a0", "5"))).hasSize(1);
    }

    private static PinThresholds pin(int attempt) {
        return new PinThresholds(DK, OCTOBER, attempt, List.of(new ContractId("nord-1")), AT);
    }

    private static SetThreshold set(String from, String scope, String percent) {
        return new SetThreshold(
                DK,
                new VarianceThreshold(
                        new AccountingPeriod(from), new ThresholdScope(scope), null, new BigDecimal(percent), true),
                new PersonId("anna"),
                AT);
    }
}
