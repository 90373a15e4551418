package io.tallybook.standards.aga7;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.aga7.Aga7.Counted;
import io.tallybook.standards.aga7.MeterFactors.Point;
import io.tallybook.standards.base.BaseConditions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No worked example of AGA 7 is published: each figure is held against the equation by hand, and against its invariants. */
class Aga7Test {
    private static final BaseConditions FLOWING =
            new BaseConditions(Pressure.of(800, Pressure.Unit.PSIA), Temperature.of(75, Temperature.Unit.F), 0.88);
    private static final BaseConditions BASE =
            new BaseConditions(Pressure.of(14.73, Pressure.Unit.PSIA), Temperature.of(60, Temperature.Unit.F), 0.9976);
    private static final MeterFactors CURVE =
            new MeterFactors(List.of(new Point(10, 1.002), new Point(100, 0.998), new Point(200, 1.0)));

    private static Counted pulses(double counted) {
        return new Counted(counted, false);
    }

    @Test
    void countsBetweenTwoReadings() {
        assertThat(Aga7.difference(100, 350, 1e8, 10, 3600)).isEqualTo(new Counted(250, false));
        assertThat(Aga7.difference(100, 100, 1e8, 10, 0)).isEqualTo(new Counted(0, false));
        assertThat(Aga7.difference(0, 36_000, 1e8, 10, 3600).counted()).isEqualTo(36_000);
    }

    @Test
    void countsThroughZero() {
        assertThat(Aga7.difference(99_999_900, 150, 1e8, 10, 3600)).isEqualTo(new Counted(250, true));
        assertThat(Aga7.difference(99_999_900, 0, 1e8, 10, 3600)).isEqualTo(new Counted(100, true));
    }

    @ParameterizedTest
    @CsvSource({"0, 36001", "500, 499"})
    void whatAMeterCannotHaveCountedIsNoVolume(double previous, double current) {
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> Aga7.difference(previous, current, 1e8, 10, 3600))
                .satisfies(no -> assertThat(no.field()).isEqualTo("current"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 100, 1, 1, previous",
        "100, 0, 100, 1, 1, previous",
        "0, -1, 100, 1, 1, current",
        "0, 100, 100, 1, 1, current",
        "0, NaN, 100, 1, 1, current",
        "0, 0, 0, 1, 1, rollover",
        "0, 0, 100, 0, 1, highestRate",
        "0, 0, 100, 1, -1, seconds"
    })
    void refusesReadingsThatAreNone(
            double previous, double current, double rollover, double rate, double seconds, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Aga7.difference(previous, current, rollover, rate, seconds))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @Test
    void carriesEveryStepOfTheWay() {
        LinearFlow flow = Aga7.volume(pulses(198_000), 3600, 50, CURVE, FLOWING, BASE);
        near("frequency", flow.frequencyHz(), 55, 1e-14);
        near("indicated", flow.indicatedVolume(), 3960, 1e-14);
        near("MF", flow.meterFactor(), 1.0, 1e-14);
        near("Vf", flow.flowingVolume(), 3960, 1e-14);
        near("P", flow.pressureMultiplier(), 800 / 14.73, 1e-14);
        near("T", flow.temperatureMultiplier(), 519.67 / 534.67, 1e-14);
        near("Z", flow.compressibilityMultiplier(), 0.9976 / 0.88, 1e-14);
        near("multiplier", flow.baseMultiplier(), 800 / 14.73 * (519.67 / 534.67) * (0.9976 / 0.88), 1e-14);
        near("Vb", flow.baseVolume(), 3960 * flow.baseMultiplier(), 1e-14);
        assertThat(flow.pulses()).isEqualTo(198_000);
        assertThat(flow.flags()).isEmpty();
        assertThat(flow.standard().name()).isEqualTo("aga7");
    }

    @ParameterizedTest
    @CsvSource({"10, 1.002", "55, 1.0", "100, 0.998", "150, 0.999", "200, 1.0", "9.99, 1.002", "201, 1.0", "0, 1.002"})
    void theFactorLiesOnStraightLinesBetweenThePoints(double frequency, double factor) {
        near("MF", CURVE.at(frequency), factor, 1e-14);
    }

    @Test
    void flagsAFrequencyOutsideThePoints() {
        assertThat(Aga7.volume(pulses(9.9), 1, 1, CURVE, FLOWING, BASE).flags())
                .containsExactly(Flag.OUTSIDE_LINEARISATION);
        assertThat(Aga7.volume(pulses(200.1), 1, 1, CURVE, FLOWING, BASE).flags())
                .containsExactly(Flag.OUTSIDE_LINEARISATION);
        assertThat(Aga7.volume(pulses(10), 1, 1, CURVE, FLOWING, BASE).flags()).isEmpty();
        assertThat(Aga7.volume(pulses(200), 1, 1, CURVE, FLOWING, BASE).flags()).isEmpty();
        assertThat(Aga7.volume(new Counted(20, true), 1, 1, CURVE, FLOWING, BASE)
                        .flags())
                .containsExactly(Flag.ROLLOVER);
        LinearFlow constant = Aga7.volume(pulses(5), 1, 1, MeterFactors.constant(1.01), FLOWING, BASE);
        assertThat(constant.flags()).isEmpty();
        assertThat(constant.flowingVolume()).isEqualTo(5.05);
    }

    @Test
    void thePartsOfAnIntervalAddUpToTheWhole() {
        double whole = Aga7.volume(pulses(7200), 3600, 50, CURVE, FLOWING, BASE).baseVolume();
        double halves =
                2 * Aga7.volume(pulses(3600), 1800, 50, CURVE, FLOWING, BASE).baseVolume();
        near("sum", halves, whole, 1e-14);
        assertThat(Aga7.volume(pulses(0), 3600, 50, CURVE, FLOWING, BASE).baseVolume())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, pulses", "NaN, 1, 1, pulses", "1, 0, 1, seconds", "1, 1, 0, kFactor"})
    void refusesWhatIsNoMeasurement(double pulses, double seconds, double k, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Aga7.volume(pulses(pulses), seconds, k, CURVE, FLOWING, BASE))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }

    @Test
    void refusesPointsThatAreNoCurve() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new MeterFactors(List.of()));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new MeterFactors(List.of(new Point(10, 1), new Point(10, 1))));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Point(-1, 1));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Point(1, 0));
        List<Point> most = IntStream.range(0, MeterFactors.MOST)
                .mapToObj(i -> new Point(i, 1))
                .toList();
        assertThat(new MeterFactors(most).points()).hasSize(32);
        List<Point> more = IntStream.range(0, 33).mapToObj(i -> new Point(i, 1)).toList();
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new MeterFactors(more));
    }
}
