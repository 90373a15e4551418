package io.tallybook.command.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    @Test
    void apportionsTheSeatsOf1790AsHamiltonDid() throws IOException {
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        Map<String, BigInteger> published = new LinkedHashMap<>();
        for (String[] row : rows()) {
            weights.put(row[0], new BigInteger(row[1]));
            published.put(row[0], new BigInteger(row[2]));
        }
        assertThat(LargestRemainder.split(BigInteger.valueOf(60), weights)).isEqualTo(published);
    }

    @Test
    void givesTheLastUnitOfATieToTheFirst() {
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        weights.put("a", BigInteger.ONE);
        weights.put("b", BigInteger.ONE);
        weights.put("c", BigInteger.ONE);
        assertThat(LargestRemainder.split(BigInteger.valueOf(4), weights))
                .isEqualTo(Map.of("a", BigInteger.TWO, "b", BigInteger.ONE, "c", BigInteger.ONE));
    }

    @Test
    void neverGivesAnythingToAWeightOfZero() {
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        weights.put("a", BigInteger.ZERO);
        weights.put("b", BigInteger.ONE);
        weights.put("c", BigInteger.TWO);
        assertThat(LargestRemainder.split(BigInteger.ONE, weights)).containsEntry("a", BigInteger.ZERO);
    }

    @Test
    void refusesToSplitOverWeightsOfZero() {
        assertThatThrownBy(() -> LargestRemainder.split(BigInteger.ONE, Map.of("a", BigInteger.ZERO)))
                .hasMessageContaining("weights of zero");
    }

    @Test
    void addsUpExactlyAndStaysWithinOneUnitOfTheQuota() {
        long seed = 1792L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 5_000; i++) {
            Map<Integer, BigInteger> weights = weights(random);
            BigInteger units = BigInteger.valueOf(random.nextLong(0, 1L << random.nextInt(1, 62)));
            Map<Integer, BigInteger> parts = LargestRemainder.split(units, weights);
            BigInteger sum = sum(weights);
            assertThat(sum(parts)).as("seed %d, case %d", seed, i).isEqualTo(units);
            assertThat(weights.keySet())
                    .as("seed %d, case %d", seed, i)
                    .allMatch(key -> offQuota(parts, weights, units, sum, key).compareTo(sum) < 0);
        }
    }

    /** How far a part is from its quota, in units times the sum of the weights. */
    private static BigInteger offQuota(
            Map<Integer, BigInteger> parts,
            Map<Integer, BigInteger> weights,
            BigInteger units,
            BigInteger sum,
            Integer key) {
        BigInteger part = parts.getOrDefault(key, BigInteger.ZERO);
        BigInteger weight = weights.getOrDefault(key, BigInteger.ZERO);
        return part.multiply(sum).subtract(units.multiply(weight)).abs();
    }

    private static Map<Integer, BigInteger> weights(RandomGenerator random) {
        Map<Integer, BigInteger> weights = new LinkedHashMap<>();
        weights.put(0, BigInteger.ONE);
        int recipients = random.nextInt(1, 65);
        for (int i = 1; i < recipients; i++) {
            weights.put(i, BigInteger.valueOf(random.nextLong(0, 100_000_000)));
        }
        return weights;
    }

    private static BigInteger sum(Map<?, BigInteger> of) {
        return of.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                LargestRemainderTest.class.getResourceAsStream("/vectors/largest_remainder_hamilton_1790.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
