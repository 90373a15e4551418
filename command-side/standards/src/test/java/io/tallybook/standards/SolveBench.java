package io.tallybook.standards;

import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.gerg2008.Gerg2008;
import io.tallybook.standards.helmholtz.Compressibility;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Times density solutions of DETAIL and GERG-2008 on one thread: 21-component mixtures, every input another, T 273 to 323 K,
 * P 0.1 to 10 MPa, the set-up of each mixture included. Rounds take turns; the checksum shows that the work was done.
 * No test: run {@code main} with C2, arguments: solves per round, rounds.
 */
public final class SolveBench {
    private static final long SEED = 20_241_001;
    private static final double[] TYPICAL = {
        0.80, 0.03, 0.02, 0.06, 0.025, 0.005, 0.006, 0.002, 0.002, 0.0015, 0.001, 0.0005, 0.0002, 0.0001, 0.01, 0.001,
        0.002, 0.0001, 0.0005, 0.002, 0.001
    };

    private SolveBench() {}

    private record Input(Composition composition, Temperature temperature, Pressure pressure) {}

    private interface Method {
        Compressibility solve(Composition composition, Temperature temperature, Pressure pressure);
    }

    public static void main(String[] arguments) {
        int solves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        Input[] inputs = inputs(solves);
        for (int round = 1; round <= rounds; round++) {
            time("DETAIL", round, inputs, Detail::compressibility);
            time("GERG-2008", round, inputs, Gerg2008::compressibility);
        }
    }

    private static void time(String name, int round, Input[] inputs, Method method) {
        double checksum = 0;
        long steps = 0;
        long from = System.nanoTime();
        for (Input input : inputs) {
            Compressibility z = method.solve(input.composition(), input.temperature(), input.pressure());
            checksum += z.z();
            steps += z.iterations();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                "round %d  %-9s %,10.0f solves/s  %.2f steps each  checksum %.9f%n",
                round, name, inputs.length / seconds, (double) steps / inputs.length, checksum);
    }

    private static Input[] inputs(int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Input[] inputs = new Input[count];
        for (int n = 0; n < count; n++) {
            double[] x = new double[TYPICAL.length];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = TYPICAL[i] * random.nextDouble(0.5, 1.5);
                sum += x[i];
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= sum;
            }
            inputs[n] = new Input(
                    Composition.of(Detail.components(), x),
                    new Temperature(random.nextDouble(273, 323)),
                    Pressure.of(random.nextDouble(0.1, 10), Pressure.Unit.MPA));
        }
        return inputs;
    }
}
