package io.tallybook.standards.gas;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.RandomGases;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gerg2008.Gerg2008;
import io.tallybook.standards.helmholtz.Compressibility;
import io.tallybook.standards.helmholtz.GasProperties;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of any equation of state of natural gas, whichever it is. */
class NaturalGasTest {
    enum Equation {
        DETAIL(8.31451) {
            @Override
            GasProperties at(Composition gas, double t, double kpa) {
                return Detail.at(gas, new Temperature(t), new Pressure(kpa)).properties();
            }

            @Override
            GasProperties atDensity(Composition gas, double t, double d) {
                return Detail.atDensity(gas, new Temperature(t), d).properties();
            }

            @Override
            Compressibility z(Composition gas, double t, double kpa) {
                return Detail.compressibility(gas, new Temperature(t), new Pressure(kpa));
            }
        },
        GERG(8.314472) {
            @Override
            GasProperties at(Composition gas, double t, double kpa) {
                return Gerg2008.at(gas, new Temperature(t), new Pressure(kpa)).properties();
            }

            @Override
            GasProperties atDensity(Composition gas, double t, double d) {
                return Gerg2008.atDensity(gas, new Temperature(t), d).properties();
            }

            @Override
            Compressibility z(Composition gas, double t, double kpa) {
                return Gerg2008.compressibility(gas, new Temperature(t), new Pressure(kpa));
            }
        };

        final double r;

        Equation(double r) {
            this.r = r;
        }

        abstract GasProperties at(Composition gas, double t, double kpa);

        abstract GasProperties atDensity(Composition gas, double t, double d);

        abstract Compressibility z(Composition gas, double t, double kpa);
    }

    private static final List<Composition> GASES = RandomGases.of(40, 8);

    @ParameterizedTest
    @EnumSource
    void theSolutionHasThePressureAskedFor(Equation eos) {
        RandomGenerator random = RandomGases.generator(1);
        for (Composition gas : GASES) {
            double t = random.nextDouble(273, 323);
            double kpa = random.nextDouble(100, 10_000);
            Compressibility z = eos.z(gas, t, kpa);
            GasProperties at = eos.atDensity(gas, t, z.molarDensityMolPerDm3());
            near("P", at.pressureKpa(), kpa, 1e-13);
            near("Z", z.z(), at.z(), 1e-12);
            near("Z", z.z(), kpa / (z.molarDensityMolPerDm3() * eos.r * t), 1e-14);
            near("rho", z.massDensityKgPerM3(), at.massDensityKgPerM3(), 1e-14);
            assertThat(eos.at(gas, t, kpa).molarDensityMolPerDm3()).isEqualTo(z.molarDensityMolPerDm3());
            assertThat(z.iterations()).isBetween(1, 6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isIdealWithoutPressure(Equation eos) {
        for (Composition gas : GASES) {
            assertThat(eos.z(gas, 300, 1e-3).z()).isCloseTo(1, offset(1e-7));
            assertThat(eos.z(gas, 300, 1).z()).isLessThan(1).isCloseTo(1, offset(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDenserTheHigherThePressureAndThinnerTheWarmer(Equation eos) {
        Composition gas = GASES.getFirst();
        double last = 0;
        for (double kpa = 50; kpa < 60_000; kpa *= 1.2) {
            double density = eos.z(gas, 320, kpa).molarDensityMolPerDm3();
            assertThat(density).isGreaterThan(last);
            last = density;
        }
        for (double t = 280; t < 400; t += 5) {
            double density = eos.z(gas, t, 8000).molarDensityMolPerDm3();
            assertThat(density).isLessThan(last);
            last = density;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDerivativesAreThoseOfThePressure(Equation eos) {
        for (Composition gas : GASES.subList(0, 5)) {
            GasProperties at = eos.atDensity(gas, 310, 5);
            double h = 1e-4;
            double up = eos.atDensity(gas, 310, 5 + h).pressureKpa();
            double down = eos.atDensity(gas, 310, 5 - h).pressureKpa();
            near("dP/dD", at.dPdDKpaDm3PerMol(), (up - down) / (2 * h), 1e-7);
            double dUp = eos.atDensity(gas, 310, 5 + h).dPdDKpaDm3PerMol();
            double dDown = eos.atDensity(gas, 310, 5 - h).dPdDKpaDm3PerMol();
            near("d2P/dD2", at.d2PdD2(), (dUp - dDown) / (2 * h), 1e-6);
            double warm = eos.atDensity(gas, 310 + h, 5).pressureKpa();
            double cold = eos.atDensity(gas, 310 - h, 5).pressureKpa();
            near("dP/dT", at.dPdTKpaPerK(), (warm - cold) / (2 * h), 1e-7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePropertiesFollowFromOneAnother(Equation eos) {
        double h = 1e-3;
        for (Composition gas : GASES.subList(0, 5)) {
            GasProperties at = eos.atDensity(gas, 310, 4);
            GasProperties warm = eos.atDensity(gas, 310 + h, 4);
            GasProperties cold = eos.atDensity(gas, 310 - h, 4);
            near("cv", at.cvJPerMolK(), (warm.internalEnergyJPerMol() - cold.internalEnergyJPerMol()) / (2 * h), 1e-6);
            near("T dS", 310 * (warm.entropyJPerMolK() - cold.entropyJPerMolK()) / (2 * h), at.cvJPerMolK(), 1e-6);
            near("H", at.enthalpyJPerMol(), at.internalEnergyJPerMol() + at.pressureKpa() / 4, 1e-12);
            near("G", at.gibbsEnergyJPerMol(), at.enthalpyJPerMol() - 310 * at.entropyJPerMolK(), 1e-10);
            double kpa = at.pressureKpa();
            GasProperties warmer = eos.at(gas, 310 + h, kpa);
            GasProperties colder = eos.at(gas, 310 - h, kpa);
            near("cp", at.cpJPerMolK(), (warmer.enthalpyJPerMol() - colder.enthalpyJPerMol()) / (2 * h), 1e-5);
            double byPressure = (eos.at(gas, 310, kpa + 1).enthalpyJPerMol()
                            - eos.at(gas, 310, kpa - 1).enthalpyJPerMol())
                    / 2;
            near("JT", at.jouleThomsonKPerKpa(), -byPressure / at.cpJPerMolK(), 1e-6);
            double sound =
                    Math.sqrt(1000 * at.cpJPerMolK() / at.cvJPerMolK() * at.dPdDKpaDm3PerMol() / at.molarMassGPerMol());
            near("w", at.speedOfSoundMPerS(), sound, 1e-13);
            double kappa = sound * sound * at.molarMassGPerMol() / (1000 * eos.r * 310 * at.z());
            near("kappa", at.isentropicExponent(), kappa, 1e-13);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoEquationsOfOneGasAreWithinATenthOfAPercent(Equation eos) {
        for (String name : List.of("GulfCoast", "Amarillo", "Ekofisk", "HighN2", "HighCO2")) {
            Composition gas = Vectors.gas(name);
            double other =
                    Equation.values()[1 - eos.ordinal()].z(gas, 300, 5000).z();
            near("Z of " + name, eos.z(gas, 300, 5000).z(), other, 1e-3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGasGivenInAnotherScaleIsTheSameGas(Equation eos) {
        RandomGenerator random = RandomGases.generator(5);
        for (int n = 0; n < 20; n++) {
            double[] x = RandomGases.fractions(random);
            double scale = random.nextDouble(0.991, 1.009);
            double[] scaled = Arrays.stream(x).map(it -> it * scale).toArray();
            double one =
                    eos.z(Composition.of(Detail.components(), x), 300, 7000).z();
            double two = eos.z(Composition.of(Detail.components(), scaled), 300, 7000)
                    .z();
            near("Z of case " + n, two, one, 1e-13);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsComeToWhatOneComesTo(Equation eos) {
        List<Composition> gases = RandomGases.of(400, 99);
        double[] serial =
                IntStream.range(0, 400).mapToDouble(n -> z(eos, gases, n)).toArray();
        double[] parallel = IntStream.range(0, 400)
                .parallel()
                .mapToDouble(n -> z(eos, gases, n))
                .toArray();
        assertThat(parallel).isEqualTo(serial);
    }

    private static double z(Equation eos, List<Composition> gases, int n) {
        return eos.z(gases.get(n), 273 + n / 8.0, 100 + 20 * n).z();
    }

    @ParameterizedTest
    @EnumSource
    void refusesADensityThatIsNone(Equation eos) {
        for (double density : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> eos.atDensity(GASES.getFirst(), 300, density))
                    .satisfies(no -> assertThat(no.field()).isEqualTo("density"));
        }
    }
}
