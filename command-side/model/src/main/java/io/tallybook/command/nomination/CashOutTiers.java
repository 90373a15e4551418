package io.tallybook.command.nomination;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cashes an imbalance out by marginal tiers: each band of the imbalance level is priced at the index times the band's own
 * factor, never the whole imbalance at the highest one. The level is the imbalance over a base, the actual receipts unless the
 * tariff says otherwise (FERC sheets: Ozark Gas Transmission RP09-1040 sheet 173, Gulf Crossing RP09-61 sheet 953, Maritimes
 * & Northeast RP07-64).
 *
 * @param tiers 1 to 16, in order from 0 %, each beginning where the one before it ends; the last has no end
 */
record CashOutTiers(List<Tier> tiers) {
    private static final int MOST_TIERS = 16;

    /**
     * A band of the imbalance level.
     *
     * @param above in percent, exclusive
     * @param upTo in percent, inclusive; null for no end
     * @param factor of the index price, 0 to 9.9999
     */
    record Tier(BigDecimal above, @Nullable BigDecimal upTo, BigDecimal factor) {
        Tier {
            Invalid.unless(
                    factor.signum() >= 0
                            && factor.compareTo(BigDecimal.TEN) < 0
                            && factor.stripTrailingZeros().scale() <= 4,
                    "a cash-out factor is 0 to 9.9999, was " + factor.toPlainString());
            Invalid.unless(
                    upTo == null || upTo.compareTo(above) > 0,
                    "a cash-out tier ends above its beginning, " + above.toPlainString() + " %");
        }
    }

    /** What one band comes to: its part of the imbalance, and that at index times factor, rounded half-up once. */
    record Line(Tier tier, Energy energy, Money amount) {}

    CashOutTiers {
        tiers = List.copyOf(tiers);
        Invalid.unless(!tiers.isEmpty() && tiers.size() <= MOST_TIERS, "a cash-out has 1 to 16 tiers");
        BigDecimal from = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            Invalid.unless(
                    from != null && tier.above().compareTo(from) == 0,
                    "a cash-out tier begins where the one before it ends, the first at 0 %, the last has no end");
            from = tier.upTo();
        }
        Invalid.unless(from == null, "the last cash-out tier has no end");
    }

    /**
     * The bands an imbalance reaches, in order; their energies add up to it exactly.
     *
     * @param imbalance how much one side owes, ≥ 0 kWh
     * @param base what its level is measured against, ≥ 0 kWh; against none everything is in the last band
     * @param index the price of the month
     */
    List<Line> cashOut(Energy imbalance, Energy base, Price index) {
        Invalid.unless(
                imbalance.signum() >= 0 && base.signum() >= 0,
                "an imbalance is cashed out by its amount, and who owes it is said by the tiers");
        List<Line> lines = new ArrayList<>();
        Energy from = Energy.ZERO;
        for (Tier tier : tiers) {
            Energy to = tier.upTo() == null ? imbalance : least(imbalance, level(base, tier.upTo()));
            Energy energy = to.minus(from);
            if (energy.signum() > 0) {
                lines.add(new Line(tier, energy, energy.at(index, tier.factor())));
                from = to;
            }
        }
        return lines;
    }

    /** Where a band ends, to the sixth decimal of a kWh. */
    private static Energy level(Energy base, BigDecimal percent) {
        return new Energy(base.kwh().multiply(percent).movePointLeft(2).setScale(6, RoundingMode.HALF_UP));
    }

    private static Energy least(Energy one, Energy other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
