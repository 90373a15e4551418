package io.tallybook.standards;

import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.gerg2008.Gerg2008;
import io.tallybook.standards.helmholtz.Compressibility;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.random.RandomGenerator;

/**
 * Times density solutions of DETAIL and GERG-2008 on one thread: 21-component mixtures, every input another, T 273 to 323 K,
 * P 0.1 to 10 MPa, composition and set-up of each mixture included. Rounds take turns; a core's rate goes
 * by the thread's CPU time, as a shared machine's clock also counts what others do; the checksum shows that the work was done.
 * No test: run {@code main} with C2, arguments: solves per round, rounds.
 */
public final class SolveBench {
    private static final long SEED = 20_241_001;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SolveBench() {}

    private record Input(double[] fractions, Temperature temperature, Pressure pressure) {}

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
        long cpuFrom = THREADS.getCurrentThreadCpuTime();
        for (Input input : inputs) {
            Compressibility z = method.solve(
                    Composition.of(Detail.components(), input.fractions()), input.temperature(), input.pressure());
            checksum += z.z();
            steps += z.iterations();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpuFrom) / 1e9;
        System.out.printf(
                "round %d  %-9s %,10.0f solves/s of one core  %,10.0f by the clock  %.2f steps each  checksum %.9f%n",
                round,
                name,
                inputs.length / cpuSeconds,
                inputs.length / seconds,
                (double) steps / inputs.length,
                checksum);
    }

    private static Input[] inputs(int count) {
        RandomGenerator random = RandomGases.generator(SEED);
        Input[] inputs = new Input[count];
        for (int n = 0; n < count; n++) {
            inputs[n] = new Input(
                    RandomGases.fractions(random),
                    new Temperature(random.nextDouble(273, 323)),
                    Pressure.of(random.nextDouble(0.1, 10), Pressure.Unit.MPA));
        }
        return inputs;
    }
}
