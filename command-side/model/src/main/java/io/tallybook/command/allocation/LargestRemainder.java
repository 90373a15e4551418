package io.tallybook.command.allocation;

import io.tallybook.messages.Invalid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a whole number of units by weight so that the parts add up exactly: everyone gets the whole units of the quota, the
 * rest go one each to the largest remainders (Hamilton, 1792). Ties go by the weights' own order, first come first.
 */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param units what is split, ≥ 0
     * @param weights each ≥ 0, their sum > 0, in the order that decides ties
     * @return a part per weight, in the same order; their sum is {@code units}
     */
    static <K> Map<K, BigInteger> split(BigInteger units, Map<K, BigInteger> weights) {
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Invalid.unless(sum.signum() > 0, "nothing is split over weights of zero");
        Map<K, BigInteger> parts = new LinkedHashMap<>();
        List<Remainder<K>> remainders = new ArrayList<>();
        weights.forEach((key, weight) -> {
            BigInteger[] quota = units.multiply(weight).divideAndRemainder(sum);
            parts.put(key, quota[0]);
            remainders.add(new Remainder<>(key, quota[1]));
        });
        BigInteger given = parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        // fewer units are left than there are weights with a remainder, so nobody gets two; the sort is stable
        remainders.stream()
                .sorted(Comparator.comparing(Remainder<K>::rest).reversed())
                .limit(units.subtract(given).longValueExact())
                .forEach(r -> parts.merge(r.key(), BigInteger.ONE, BigInteger::add));
        return parts;
    }

    private record Remainder<K>(K key, BigInteger rest) {}
}
