package io.tallybook.messages.variance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line's month beside every base it has, in the order of the bases; a base it does not have is not there.
 *
 * @param actual of nothing where the line moved nothing this month and a base has it
 */
public record LineComparison(VarianceLine line, LineAmounts actual, List<Variance> variances) {
    /**
     * Sets a line beside what is given. A base in another currency is none, and neither is a nomination of a line that moved
     * nothing: energy alone is worth nothing without the month's price.
     *
     * @param actual null when the line moved nothing this month; then {@code given} has a base
     * @param given what the whole month of a base was, but for the nomination
     * @param nominated energy, valued at the month's own price: it differs by volume alone
     */
    public static LineComparison of(
            AccountingPeriod period,
            VarianceLine line,
            @Nullable LineAmounts actual,
            Map<VarianceBasis, LineAmounts> given,
            @Nullable Energy nominated) {
        LineAmounts moved = actual == null ? nothing(given.values()) : actual;
        List<Variance> variances = new ArrayList<>();
        for (VarianceBasis basis : VarianceBasis.values()) {
            LineAmounts base = basis == VarianceBasis.NOMINATION ? valued(moved, nominated) : given.get(basis);
            if (base != null && base.money().currency().equals(moved.money().currency())) {
                variances.add(Variance.of(period, basis, moved, base));
            }
        }
        return new LineComparison(line, moved, List.copyOf(variances));
    }

    private static LineAmounts nothing(Collection<LineAmounts> given) {
        String currency =
                given.stream().map(base -> base.money().currency()).findFirst().orElse(Money.NO_CURRENCY);
        return new LineAmounts(Energy.ZERO, Money.zero(currency), null);
    }

    private static @Nullable LineAmounts valued(LineAmounts moved, @Nullable Energy nominated) {
        if (nominated == null || moved.energy().signum() == 0) {
            return null;
        }
        BigDecimal money = nominated
                .kwh()
                .multiply(moved.money().amount())
                .divide(moved.energy().kwh(), Money.SCALE, RoundingMode.HALF_UP);
        return new LineAmounts(nominated, new Money(money, moved.money().currency()), moved.heatingValue());
    }

    /** The bases whose threshold it reaches. */
    public List<VarianceBasis> breaching(VarianceThreshold threshold) {
        return variances.stream()
                .filter(variance -> variance.breaches(threshold))
                .map(Variance::basis)
                .toList();
    }

    /** Over what the line is and what those bases say: equal figures are looked at once. */
    public Sha256 hash(Collection<VarianceBasis> bases) {
        Stream<String> compared = variances.stream()
                .filter(variance -> bases.contains(variance.basis()))
                .map(variance -> variance.basis() + "|" + canonical(variance.base()));
        return Sha256.ofLines(Stream.concat(Stream.of("actual|" + canonical(actual)), compared)
                .toList());
    }

    private static String canonical(LineAmounts amounts) {
        HeatingValue heat = amounts.heatingValue();
        return amounts.energy() + "|" + amounts.money() + "|"
                + (heat == null ? "" : heat.kwhPerM3().toPlainString());
    }
}
