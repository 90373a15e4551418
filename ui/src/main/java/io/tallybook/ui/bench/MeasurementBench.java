package io.tallybook.ui.bench;

import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.gerg2008.Gerg2008;
import io.tallybook.standards.helmholtz.Compressibility;
import io.tallybook.ui.bench.SolveFigures.Round;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Solves DETAIL and GERG-2008 for density on one thread: mixtures of 21 components, every input another, T 273 to 323 K, P 0.1
 * to 10 MPa, the set-up of each mixture included. Rounds take turns; a core's rate goes by the thread's CPU time, for the clock
 * of a shared machine also counts what others do.
 */
public final class MeasurementBench {
    private static final long SEED = 20_241_001;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** About a natural gas, in AGA 8's order. */
    private static final double[] GAS = {
        0.80, 0.03, 0.02, 0.06, 0.025, 0.005, 0.006, 0.002, 0.002, 0.0015, 0.001, 0.0005, 0.0002, 0.0001, 0.01, 0.001,
        0.002, 0.0001, 0.0005, 0.002, 0.001
    };

    private final List<Input> inputs;

    private record Input(double[] fractions, Temperature temperature, Pressure pressure) {}

    private interface Method {
        Compressibility solve(Composition composition, Temperature temperature, Pressure pressure);
    }

    /** @param solves inputs per round, each another */
    public MeasurementBench(int solves) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        inputs = new ArrayList<>(solves);
        for (int n = 0; n < solves; n++) {
            inputs.add(new Input(
                    fractions(random),
                    new Temperature(random.nextDouble(273, 323)),
                    Pressure.of(random.nextDouble(0.1, 10), Pressure.Unit.MPA)));
        }
    }

    private static double[] fractions(RandomGenerator random) {
        double[] fractions = new double[GAS.length];
        double sum = 0;
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = GAS[i] * random.nextDouble(0.5, 1.5);
            sum += fractions[i];
        }
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] /= sum;
        }
        return fractions;
    }

    /** The first rounds also warm the compiler up; their figures stand with the others. */
    public SolveFigures run(int rounds) {
        List<Round> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            all.add(round("AGA 8 DETAIL", round, Detail::compressibility));
            all.add(round("GERG-2008", round, Gerg2008::compressibility));
        }
        return new SolveFigures(inputs.size(), all);
    }

    private Round round(String name, int number, Method method) {
        double checksum = 0;
        long steps = 0;
        long from = System.nanoTime();
        long cpuFrom = THREADS.getCurrentThreadCpuTime();
        for (Input input : inputs) {
            Compressibility found = method.solve(
                    Composition.of(Detail.components(), input.fractions()), input.temperature(), input.pressure());
            checksum += found.z();
            steps += found.iterations();
        }
        double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpuFrom) / 1e9;
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Round(
                name,
                number,
                inputs.size() / cpuSeconds,
                inputs.size() / seconds,
                (double) steps / inputs.size(),
                checksum);
    }
}
