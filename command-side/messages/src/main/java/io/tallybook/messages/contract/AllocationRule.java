package io.tallybook.messages.contract;

import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a contract takes part in the allocation of a point and direction, where it is not by percentage.
 *
 * @param rank 1 to 64, lowest first; RANKED only, null where it is still to be given
 * @param balancing whether this is the swing or unmetered party; SWING and MEASURED_DIFFERENCE only
 * @param mayBeNegative whether this balancing party may be allocated less than nothing; without it such a day blocks
 * @param band where the factor must lie; OPERATOR_PROVIDED only, null for the standard one
 */
public record AllocationRule(
        AllocationMethod method,
        @Nullable Integer rank,
        boolean balancing,
        boolean mayBeNegative,
        @Nullable FactorBand band) {
    public static final int LAST_RANK = 64;

    public AllocationRule {
        // one way to say the standard band: rules that say the same are equal
        band = FactorBand.STANDARD.equals(band) ? null : band;
        Invalid.unless(rank == null || method == AllocationMethod.RANKED, "only a ranked allocation has a rank");
        Invalid.unless(rank == null || (rank >= 1 && rank <= LAST_RANK), "a rank is 1 to 64, was " + rank);
        Invalid.unless(
                !balancing || method.balances(),
                "only a swing or measured-difference allocation has a party that takes the difference");
        Invalid.unless(!mayBeNegative || balancing, "only the party that takes the difference may go negative");
        Invalid.unless(
                band == null || method == AllocationMethod.OPERATOR_PROVIDED,
                "only an operator-provided allocation has a factor band");
    }

    /** A method that asks nothing more of the party. */
    public static AllocationRule of(AllocationMethod method) {
        return new AllocationRule(method, null, false, false, null);
    }

    /**
     * As people write it down, every word absent where it does not apply; null for percentage, which needs no rule.
     *
     * @throws Invalid when a word does not go with the method
     */
    public static @Nullable AllocationRule written(
            @Nullable AllocationMethod method,
            @Nullable Integer rank,
            @Nullable Boolean balancing,
            @Nullable Boolean mayBeNegative,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        AllocationRule rule = new AllocationRule(
                method == null ? AllocationMethod.PERCENTAGE : method,
                rank,
                Boolean.TRUE.equals(balancing),
                Boolean.TRUE.equals(mayBeNegative),
                band(low, high));
        return rule.method() == AllocationMethod.PERCENTAGE ? null : rule;
    }

    private static @Nullable FactorBand band(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (low == null && high == null) {
            return null;
        }
        return new FactorBand(
                low == null ? FactorBand.STANDARD.low() : low, high == null ? FactorBand.STANDARD.high() : high);
    }

    /** Where the factor must lie. */
    public FactorBand bandInForce() {
        return band == null ? FactorBand.STANDARD : band;
    }

    /** The rule as one line of canonical words, for hashes. */
    public String canonical() {
        return String.join(
                "|",
                Stream.of(method, rank == null ? "" : rank, balancing, mayBeNegative, band == null ? "" : band)
                        .map(Object::toString)
                        .toList());
    }
}
