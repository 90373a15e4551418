package io.tallybook.command.allocation;

import static io.tallybook.command.allocation.Flows.balancing;
import static io.tallybook.command.allocation.Flows.byShare;
import static io.tallybook.command.allocation.Flows.firm;
import static io.tallybook.command.allocation.Flows.obstacle;
import static io.tallybook.command.allocation.Flows.of;
import static io.tallybook.command.allocation.Flows.operator;
import static io.tallybook.command.allocation.Flows.party;
import static io.tallybook.command.allocation.Flows.proRata;
import static io.tallybook.command.allocation.Flows.ranked;
import static io.tallybook.command.allocation.Flows.split;
import static io.tallybook.messages.contract.AllocationMethod.MEASURED_DIFFERENCE;
import static io.tallybook.messages.contract.AllocationMethod.OPERATOR_PROVIDED;
import static io.tallybook.messages.contract.AllocationMethod.SWING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.FactorBand;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method on days worked out by hand, and everything that makes a day not to be split. */
class MethodsTest {
    record Worked(String why, DayFlow flow, Map<String, String> parts) {
        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<Worked> worked() {
        return Stream.of(
                new Worked(
                        "a share of an eighth of 101: 12.625 and 88.375, the larger rest gets the last kWh",
                        of("101", byShare("a", "0.125"), byShare("b", "0.875")),
                        Map.of("a", "13", "b", "88")),
                new Worked(
                        "pro rata 2:1 of 100: 66.67 and 33.33",
                        of("100", proRata("a", "200"), proRata("b", "100")),
                        Map.of("a", "67", "b", "33")),
                new Worked(
                        "pro rata of a fraction, in its own decimals, a party without nomination gets nothing",
                        of("0.05", proRata("a", "1"), proRata("b", "1"), proRata("c", null)),
                        Map.of("a", "0.03", "b", "0.02", "c", "0")),
                new Worked(
                        "ranked, short: the first gets its 60, the second 40 of 50, the third nothing",
                        of("100", ranked("a", 1, "60"), ranked("b", 2, "50"), ranked("c", 3, "10")),
                        Map.of("a", "60", "b", "40", "c", "0")),
                new Worked(
                        "ranked, long: everybody its nomination, the last rank 30 more",
                        of("150", ranked("a", 1, "60"), ranked("b", 2, "50"), ranked("c", 3, "10")),
                        Map.of("a", "60", "b", "50", "c", "40")),
                new Worked(
                        "equal ranks share 40 by nomination 2:1: 26.67 and 13.33",
                        of("100", ranked("a", 1, "60"), ranked("b", 2, "50"), ranked("c", 2, "25")),
                        Map.of("a", "60", "b", "27", "c", "13")),
                new Worked(
                        "what is left over goes to a last rank that nominated nothing, in equal parts",
                        of("63", ranked("a", 1, "60"), ranked("b", 7, "0"), ranked("c", 7, null)),
                        Map.of("a", "60", "b", "2", "c", "1")),
                new Worked(
                        "swing takes the difference",
                        of("100", firm(SWING, "a", "30"), firm(SWING, "b", "50"), balancing(SWING, "s", false)),
                        Map.of("a", "30", "b", "50", "s", "20")),
                new Worked(
                        "swing below zero by rule: 100 − 130",
                        of("100", firm(SWING, "a", "80"), firm(SWING, "b", "50"), balancing(SWING, "s", true)),
                        Map.of("a", "80", "b", "50", "s", "-30")),
                new Worked(
                        "swing of a day on which nothing flowed: by rule it gives what the others have",
                        of("0", firm(SWING, "a", "80"), balancing(SWING, "s", true)),
                        Map.of("a", "80", "s", "-80")),
                new Worked(
                        "the operator's 110 and 90 prorated to 190 by 0.95: 104.5 and 85.5, a tie goes by id",
                        of("190", operator("a", "110"), operator("b", "90")),
                        Map.of("a", "105", "b", "85")),
                new Worked(
                        "the band's lower end is in it: 80 of 100",
                        of("80", operator("a", "100"), operator("b", "0")),
                        Map.of("a", "80", "b", "0")),
                new Worked(
                        "the band's upper end is in it: 120 of 100",
                        of("120", operator("a", "100"), operator("b", "0")),
                        Map.of("a", "120", "b", "0")),
                new Worked(
                        "measured difference: 1000.5 − 400.25 − 0",
                        of(
                                "1000.5",
                                firm(MEASURED_DIFFERENCE, "a", "400.25"),
                                firm(MEASURED_DIFFERENCE, "b", "0"),
                                balancing(MEASURED_DIFFERENCE, "u", false)),
                        Map.of("a", "400.25", "b", "0", "u", "600.25")));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void splitsAsWorkedOutByHand(Worked day) {
        assertThat(split(day.flow())).isEqualTo(day.parts());
    }

    record Blocked(String rule, DayFlow flow, String says) {
        @Override
        public String toString() {
            return rule + ", " + says;
        }
    }

    static Stream<Blocked> blocked() {
        AllocationRule narrow = new AllocationRule(
                OPERATOR_PROVIDED, null, false, false, new FactorBand(new BigDecimal("0.99"), new BigDecimal("1.01")));
        return Stream.of(
                new Blocked("shares-missing", of("1"), "RECEIPT"),
                new Blocked("shares-do-not-add-up", of("1", byShare("a", "0.99999999")), "0.99999999"),
                new Blocked(
                        "methods-differ", of("1", byShare("a", "1"), proRata("b", "1")), "a PERCENTAGE, b PRO_RATA"),
                new Blocked("nothing-nominated", of("7", proRata("a", "0"), proRata("b", null)), "7 kWh flowed"),
                new Blocked("nothing-nominated", of("7", ranked("a", 1, null)), "RECEIPT of 2024-10-01"),
                new Blocked("rank-missing", of("7", ranked("a", 1, "1"), ranked("b", null, "1")), "b has none"),
                new Blocked("swing-party-missing", of("7", firm(SWING, "a", "7")), "amend one of a"),
                new Blocked(
                        "two-swing-parties",
                        of("7", balancing(SWING, "a", false), balancing(SWING, "b", true)),
                        "a, b"),
                new Blocked(
                        "negative-without-rule",
                        of("7", firm(SWING, "a", "8"), balancing(SWING, "s", false)),
                        "s would be allocated -1 kWh"),
                new Blocked("unmetered-party-missing", of("7", firm(MEASURED_DIFFERENCE, "a", "7")), "RECEIPT"),
                new Blocked(
                        "two-unmetered-parties",
                        of("7", balancing(MEASURED_DIFFERENCE, "a", false), balancing(MEASURED_DIFFERENCE, "b", false)),
                        "a, b"),
                new Blocked(
                        "measured-values-missing",
                        of("7", firm(MEASURED_DIFFERENCE, "a", null), balancing(MEASURED_DIFFERENCE, "u", false)),
                        "measured for a as RECEIPT of 2024-10-01"),
                new Blocked(
                        "negative-without-rule",
                        of("7", firm(MEASURED_DIFFERENCE, "a", "7.5"), balancing(MEASURED_DIFFERENCE, "u", false)),
                        "-0.5 kWh"),
                new Blocked("operator-values-missing", of("7", operator("a", "7"), operator("b", null)), "values of b"),
                new Blocked("operator-values-zero", of("7", operator("a", "0")), "7 kWh flowed"),
                new Blocked("factor-outside-band", of("79", operator("a", "100")), "0.79000"),
                new Blocked("factor-outside-band", of("121", operator("a", "100")), "0.80000 to 1.20000 of a"),
                new Blocked("factor-outside-band", of("0", operator("a", "100")), "0.00000"),
                new Blocked("factor-outside-band", of("98", operator("a", "50"), party("b", narrow, "50")), "of b"));
    }

    @ParameterizedTest
    @MethodSource("blocked")
    void blocksWithASentenceAPersonCanActOn(Blocked day) {
        Obstacle obstacle = obstacle(day.flow());

        assertThat(obstacle.rule()).isEqualTo(day.rule());
        assertThat(obstacle.sentence()).contains(day.says());
    }

    @Test
    void judgesTheFactorUnroundedNotToItsFiveDecimals() {
        // 1.2000000004 prints as 1.20000 and lies outside all the same
        assertThat(obstacle(of("300000000.1", operator("a", "250000000"))).rule())
                .isEqualTo("factor-outside-band");
    }

    @Test
    void decidesNothingOnADayOnWhichNothingMoved() {
        assertThat(split(of("0", byShare("a", "0.3"), proRata("b", null)))).isEqualTo(Map.of("a", "0", "b", "0"));
    }
}
