package io.tallybook.standards;

import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Natural gases of 21 components by a seed, all different. */
public final class RandomGases {
    private static final double[] TYPICAL = {
        0.80, 0.03, 0.02, 0.06, 0.025, 0.005, 0.006, 0.002, 0.002, 0.0015, 0.001, 0.0005, 0.0002, 0.0001, 0.01, 0.001,
        0.002, 0.0001, 0.0005, 0.002, 0.001
    };

    private RandomGases() {}

    /** Fractions in AGA 8's order, adding up to one but for rounding. */
    public static double[] fractions(RandomGenerator random) {
        double[] x = new double[TYPICAL.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = TYPICAL[i] * random.nextDouble(0.5, 1.5);
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
        return x;
    }

    public static List<Composition> of(int count, long seed) {
        RandomGenerator random = generator(seed);
        List<Composition> gases = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            gases.add(Composition.of(Detail.components(), fractions(random)));
        }
        return gases;
    }

    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
