package io.tallybook.standards.gas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gpa2172.Gpa2172;
import io.tallybook.standards.iso6976.Iso6976;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
    private static final ComponentSet AGA = Detail.components();

    @Test
    void normalisesAndKeepsTheRawSum() {
        Composition gas = Composition.of(AGA, Map.of("methane", 0.9, "ethane", 0.095));
        assertThat(gas.rawSum()).isEqualTo(0.995, offset(1e-15));
        assertThat(gas.isNormalised()).isTrue();
        assertThat(gas.fraction("methane")).isEqualTo(0.9 / 0.995);
        assertThat(Arrays.stream(gas.in(AGA)).sum()).isCloseTo(1, offset(1e-15));
    }

    @Test
    void takesASumWithinRoundingAsGiven() {
        Composition gas = Composition.of(AGA, Map.of("methane", 0.9, "ethane", 0.1 + 9e-8));
        assertThat(gas.isNormalised()).isFalse();
        assertThat(gas.fraction("methane")).isEqualTo(0.9);
        assertThat(Composition.of(AGA, Map.of("methane", 0.9, "ethane", 0.1 + 1.1e-7))
                        .isNormalised())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 1.01})
    void takesASumAtTheTolerance(double sum) {
        assertThat(Composition.of(AGA, Map.of("methane", sum)).fraction("methane"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9899, 1.0101, 0.5, 0})
    void refusesAnotherSum(double sum) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Composition.of(AGA, Map.of("methane", sum / 2, "ethane", sum / 2)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("composition"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.02, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoFractionByName(double fraction) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Composition.of(AGA, Map.of("methane", 0.9, "Ethane", fraction)))
                .withMessageContaining("ethane was " + fraction)
                .satisfies(no -> assertThat(no.field()).isEqualTo("composition.ethane"));
    }

    @Test
    void refusesNothingAtAll() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Composition.of(AGA, Map.of()))
                .withMessage("the composition is empty");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Composition.of(AGA, 1, 0))
                .withMessageContaining("21");
    }

    @Test
    void refusesANameItDoesNotKnowOrHasHad() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Composition.of(AGA, Map.of("phlogiston", 1.0)))
                .withMessageContaining("phlogiston")
                .satisfies(no -> assertThat(no.field()).isEqualTo("composition.phlogiston"));
        Map<String, Double> twice = new LinkedHashMap<>();
        twice.put("n-butane", 0.5);
        twice.put("nC4", 0.5);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Composition.of(AGA, twice))
                .withMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource({
        "CO2, carbon_dioxide",
        "carbon dioxide, carbon_dioxide",
        "co, carbon_monoxide",
        "hydrogen sulphide, hydrogen_sulfide",
        "H2S, hydrogen_sulfide",
        "i-butane, isobutane",
        "2-methylpropane, isobutane",
        "nC10, n_decane",
        "' n-Hexane ', n_hexane",
        "n_hexane, n_hexane"
    })
    void knowsTheNamesPeopleUse(String name, String canonical) {
        assertThat(AGA.names().get(AGA.placeOf(name))).isEqualTo(canonical);
    }

    @Test
    void theOrderOfNamesDoesNotMatter() {
        Map<String, Double> forward = new LinkedHashMap<>();
        forward.put("methane", 0.8);
        forward.put("ethane", 0.15);
        forward.put("propane", 0.05);
        Map<String, Double> backward = new LinkedHashMap<>();
        List.of("propane", "ethane", "methane").forEach(name -> backward.put(name, forward.getOrDefault(name, 0.0)));
        assertThat(Composition.of(AGA, forward))
                .isEqualTo(Composition.of(AGA, backward))
                .hasSameHashCodeAs(Composition.of(AGA, backward));
        assertThat(Composition.of(AGA, forward)).isNotEqualTo(Composition.of(AGA, Map.of("methane", 1.0)));
        assertThat(Composition.of(AGA, Map.of("methane", 0.999)))
                .isNotEqualTo(Composition.of(AGA, Map.of("methane", 1.0)));
        assertThat(Composition.of(Iso6976.components(), Map.of("methane", 1.0))
                        .equals(Composition.of(AGA, Map.of("methane", 1.0))))
                .isFalse();
    }

    @Test
    void whatLeavesItIsACopy() {
        double[] given = new double[21];
        given[0] = 1;
        Composition gas = Composition.of(AGA, given);
        given[0] = 0;
        gas.in(AGA)[0] = 0;
        assertThat(gas.fraction("methane")).isEqualTo(1);
        assertThat(gas.present()).containsExactly(Map.entry("methane", 1.0));
        assertThat(gas).hasToString("{methane=1.0}");
    }

    @Test
    void goesToAnotherStandardsOrderByName() {
        Composition gas = Composition.of(Iso6976.components(), Map.of("carbon dioxide", 0.25, "methane", 0.75));
        double[] there = gas.in(AGA);
        assertThat(there[AGA.placeOf("co2")]).isEqualTo(0.25);
        assertThat(there[0]).isEqualTo(0.75);
        assertThat(gas.fraction("argon")).isZero();
        assertThat(gas.fraction("phlogiston")).isZero();
    }

    @Test
    void refusesAComponentTheOtherStandardDoesNotHave() {
        Composition gas = Composition.of(Iso6976.components(), Map.of("neopentane", 0.01, "methane", 0.99));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> gas.in(AGA))
                .withMessageContaining("lump")
                .satisfies(no -> assertThat(no.field()).isEqualTo("composition.neopentane"));
    }

    @Test
    void everyStandardHasItsOwnSet() {
        assertThat(AGA.size()).isEqualTo(21);
        assertThat(AGA).hasToString("AGA 8");
        assertThat(Iso6976.components().size()).isEqualTo(60);
        assertThat(Iso6976.components().names()).contains("2_2_dimethylbutane", "neopentane");
        assertThat(Gpa2172.components().size()).isEqualTo(15);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Gpa2172.components().placeOf("argon"))
                .withMessageContaining("GPA 2145");
    }
}
