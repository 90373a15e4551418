package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a point moved one way on one gas day, and everybody with a share of it.
 *
 * @param total ≥ 0 kWh
 * @param parties by contract id, which decides ties
 */
record DayFlow(GasDay day, Direction direction, Energy total, List<Party> parties) {
    /** Nothing moved, and nobody says that anything did: nothing is to be decided. */
    boolean isStill() {
        return total.signum() == 0
                && parties.stream()
                        .filter(p -> p.method().needsNominations())
                        .allMatch(p -> p.figureOrZero().signum() == 0);
    }

    /** The last decimal in which both the total and every figure are whole. */
    int commonScale() {
        return Stream.concat(Stream.of(total), parties.stream().map(Party::figureOrZero))
                .mapToInt(e -> e.kwh().scale())
                .max()
                .orElse(0);
    }

    /** What the parties said together. */
    Energy figures() {
        return parties.stream().map(Party::figureOrZero).reduce(Energy.ZERO, Energy::plus);
    }

    Map<ContractId, BigInteger> weights(Function<Party, BigInteger> weight) {
        Map<ContractId, BigInteger> weights = new LinkedHashMap<>();
        parties.forEach(p -> weights.put(p.contract(), weight.apply(p)));
        return weights;
    }

    /** The figures in units of that scale. */
    Map<ContractId, BigInteger> figures(int scale) {
        return weights(p -> units(p.figureOrZero(), scale));
    }

    /** The total by weight, in whole kWh when it is, else in its own last decimal. */
    DaySplit.Parts byWeight(Map<ContractId, BigInteger> weights) {
        int scale = total.kwh().scale();
        return parts(LargestRemainder.split(total.kwh().unscaledValue(), weights), scale);
    }

    String contracts(Predicate<Party> which) {
        return parties.stream().filter(which).map(p -> p.contract().value()).collect(Collectors.joining(", "));
    }

    /** For sentences: {@code RECEIPT of 2024-10-01}. */
    String where() {
        return direction + " of " + day;
    }

    static BigInteger units(Energy energy, int scale) {
        return energy.kwh().setScale(scale).unscaledValue();
    }

    static DaySplit.Parts parts(Map<ContractId, BigInteger> units, int scale) {
        Map<ContractId, Energy> parts = new LinkedHashMap<>();
        units.forEach((contract, unit) -> parts.put(contract, new Energy(new BigDecimal(unit, scale))));
        return new DaySplit.Parts(parts);
    }
}
