package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * RANKED: lowest rank first, each up to its nomination; equal ranks pro rata by nomination; what is left over all nominations
 * goes to the last rank (NAESB WGQ 2.3.16 to 2.3.21, ranked).
 */
final class ByRank {
    private ByRank() {}

    static DaySplit split(DayFlow flow) {
        String without = flow.contracts(p -> p.rule().rank() == null);
        if (!without.isEmpty()) {
            return new Obstacle(
                    "rank-missing",
                    "The point is allocated by rank as " + flow.direction() + ", and " + without
                            + " has none: amend the contract.");
        }
        if (flow.figures().signum() == 0) {
            return ByNomination.nothingNominated(flow);
        }
        int scale = flow.commonScale();
        Map<ContractId, BigInteger> parts = new HashMap<>();
        BigInteger left = DayFlow.units(flow.total(), scale);
        TreeMap<Integer, List<Party>> ranks = ranks(flow);
        for (List<Party> rank : ranks.values()) {
            Map<ContractId, BigInteger> wanted = nominations(rank, scale);
            BigInteger given = left.min(sum(wanted));
            parts.putAll(given.equals(sum(wanted)) ? wanted : LargestRemainder.split(given, wanted));
            left = left.subtract(given);
        }
        rest(left, nominations(ranks.lastEntry().getValue(), scale))
                .forEach((contract, more) -> parts.merge(contract, more, BigInteger::add));
        return DayFlow.parts(parts, scale);
    }

    private static TreeMap<Integer, List<Party>> ranks(DayFlow flow) {
        return flow.parties().stream()
                .collect(Collectors.groupingBy(
                        p -> Objects.requireNonNull(p.rule().rank()), TreeMap::new, Collectors.toList()));
    }

    private static Map<ContractId, BigInteger> nominations(List<Party> rank, int scale) {
        Map<ContractId, BigInteger> nominations = new LinkedHashMap<>();
        rank.forEach(p -> nominations.put(p.contract(), DayFlow.units(p.figureOrZero(), scale)));
        return nominations;
    }

    /** By nomination; where the last rank nominated nothing, in equal parts. */
    private static Map<ContractId, BigInteger> rest(BigInteger left, Map<ContractId, BigInteger> last) {
        if (sum(last).signum() == 0) {
            last.replaceAll((contract, nothing) -> BigInteger.ONE);
        }
        return LargestRemainder.split(left, last);
    }

    private static BigInteger sum(Map<ContractId, BigInteger> units) {
        return units.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
