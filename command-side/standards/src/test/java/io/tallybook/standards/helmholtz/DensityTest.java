package io.tallybook.standards.helmholtz;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import io.tallybook.standards.CalculationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Isotherms made up for the purpose, of which every root is known. */
class DensityTest {
    private static final Shapes SHAPES = new Shapes(new int[] {0, 2}, new double[] {1, 0.5, 1, 0.5})
            .with(0, 1)
            .with(0, 2)
            .with(1, 1)
            .with(2, 2);

    /** p = δ − 2.4 δ² + 1.5 δ³: rises to 0.1248 at δ = 0.284, falls to 0.0317 at 0.783, rises. */
    private static Isotherm loop() {
        return isotherm(0, -2.4, 0.75, 1, 1);
    }

    private static Isotherm ideal() {
        return isotherm(0, 0, 0, 2, 3);
    }

    private static Isotherm isotherm(double a0, double a1, double a2, double scale, double rt) {
        double[] c = new double[SHAPES.count() * Shapes.POWERS];
        c[Shapes.at(0, 0)] = a0;
        c[Shapes.at(0, 1)] = a1;
        c[Shapes.at(0, 2)] = a2;
        return new Isotherm(SHAPES, c, scale, rt);
    }

    private static double pressure(double d) {
        return d - 2.4 * d * d + 1.5 * d * d * d;
    }

    @Test
    void anIdealGasHasItsDensityAtOnce() {
        Density density = Density.ofGas(ideal(), 0.6);
        assertThat(density).isEqualTo(new Density(0.6 / 3, 1, 1, false));
        near("dense", Density.ofGas(ideal(), 5.9).molarDensity(), 5.9 / 3, 1e-14);
        near("stable", Density.stable(ideal(), 5.9).molarDensity(), 5.9 / 3, 1e-14);
    }

    @Test
    void aPressureNoDensityHasFails() {
        assertThatExceptionOfType(CalculationFailed.class)
                .isThrownBy(() -> Density.ofGas(ideal(), 6.1))
                .withMessageContaining("up to 2.0 mol/dm³")
                .satisfies(no -> assertThat(no.field()).isEqualTo("pressure"));
        assertThatExceptionOfType(CalculationFailed.class).isThrownBy(() -> Density.stable(loop(), 1e6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.03, 0.08, 0.12, 0.1247})
    void theGasIsTheFirstDensityWithThePressure(double p) {
        Density gas = Density.ofGas(loop(), p);
        assertThat(gas.molarDensity()).isLessThan(0.285);
        near("p", pressure(gas.molarDensity()), p, 1e-9);
        near("z", gas.z(), p / gas.molarDensity(), 1e-14);
        assertThat(gas.liquidLike()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.13, 0.2, 2, 30})
    void beyondTheLoopThereIsNoGas(double p) {
        assertThatExceptionOfType(CalculationFailed.class)
                .isThrownBy(() -> Density.ofGas(loop(), p))
                .withMessageContaining("no gas");
        Density liquid = Density.stable(loop(), p);
        assertThat(liquid.liquidLike()).isTrue();
        near("p", pressure(liquid.molarDensity()), p, 1e-12);
    }

    @Test
    void ofGasAndLiquidTheStableOneHasTheSmallerGibbsEnergy() {
        for (double p = 0.035; p < 0.124; p += 0.0025) {
            double gas = Density.ofGas(loop(), p).molarDensity();
            double liquid = largest(p);
            double difference = gibbs(gas) - gibbs(liquid);
            Density stable = Density.stable(loop(), p);
            assertThat(stable.liquidLike()).as("at " + p).isEqualTo(difference > 0);
            near("at " + p, stable.molarDensity(), difference > 0 ? liquid : gas, 1e-9);
        }
    }

    /** ∫(Z−1)/δ dδ + ln δ + Z. */
    private static double gibbs(double d) {
        return -2.4 * d + 0.75 * d * d + Math.log(d) + pressure(d) / d;
    }

    private static double largest(double p) {
        double low = 0.783;
        double high = 4;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (pressure(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Test
    void whatIsBetweenGasAndLiquidIsNeverTaken() {
        Density low = Density.stable(loop(), 0.02);
        assertThat(low.molarDensity()).isLessThan(0.03);
        assertThat(low.liquidLike()).isFalse();
        for (double p = 0.035; p < 0.124; p += 0.001) {
            assertThat(Density.stable(loop(), p).molarDensity()).matches(d -> d < 0.284 || d > 0.783);
        }
    }

    @Test
    void theDerivativesOfEveryShapeAreThoseOfTheSum() {
        double[] c = new double[SHAPES.count() * Shapes.POWERS];
        c[Shapes.at(0, 1)] = 0.3;
        c[Shapes.at(0, 2)] = -0.2;
        c[Shapes.at(1, 1)] = 0.7;
        c[Shapes.at(2, 2)] = -0.4;
        Isotherm isotherm = new Isotherm(SHAPES, c, 1, 1);
        double h = 1e-4;
        for (double d = 0.2; d < 2; d += 0.3) {
            double[] at = isotherm.derivatives(c, d);
            near("alpha", at[0], alpha(d), 1e-14);
            assertThat(at[1]).isCloseTo(d * (alpha(d + h) - alpha(d - h)) / (2 * h), offset(1e-8));
            double[] up = isotherm.derivatives(c, d + h);
            double[] down = isotherm.derivatives(c, d - h);
            double second = (up[1] / (d + h) - down[1] / (d - h)) / (2 * h);
            assertThat(at[2]).isCloseTo(d * d * second, offset(1e-7));
            double third = (up[2] / (d + h) / (d + h) - down[2] / (d - h) / (d - h)) / (2 * h);
            assertThat(at[3]).isCloseTo(d * d * d * third, offset(1e-7));
            Isotherm.Slope slope = isotherm.slope();
            near("p", slope.pressure(d), d * (1 + at[1]), 1e-14);
            near("dp/dd", slope.pressureByDensity(), 1 + 2 * at[1] + at[2], 1e-13);
            near("z", isotherm.compressibility(d), 1 + at[1], 1e-14);
        }
        near("B", isotherm.secondVirial(), 0.3 + 0.7, 1e-14);
    }

    private static double alpha(double d) {
        double gaussian = Math.exp(-(d - 0.5) * (d - 0.5) - (d - 0.5));
        return 0.3 * d - 0.2 * d * d + 0.7 * d * Math.exp(-d * d) - 0.4 * d * d * gaussian;
    }

    @Test
    void theSecondVirialCoefficientHasTheShapesValueAtNoDensityAndTheScale() {
        Shapes shapes = new Shapes(new int[] {0, 1}, new double[] {1, 0.5, 2, 0.5})
                .with(2, 1)
                .with(0, 1);
        double[] c = new double[shapes.count() * Shapes.POWERS];
        c[Shapes.at(2, 1)] = 3;
        c[Shapes.at(0, 1)] = 1;
        Isotherm isotherm = new Isotherm(shapes, c, 0.1, 2);
        near("B", isotherm.secondVirial(), 0.1 * (1 + 3 * Math.exp(-0.25 + 1)), 1e-14);
        near("slope", (isotherm.compressibility(1e-7) - 1) / 1e-7, isotherm.secondVirial(), 1e-6);
        assertThat(isotherm.rt()).isEqualTo(2);
        assertThat(isotherm.delta(5)).isEqualTo(0.5);
    }
}
