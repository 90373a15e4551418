package io.tallybook.command.cashout;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Price;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutTier;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Cashes an imbalance out by marginal tiers: each band of the imbalance level is priced at the index times the band's own
 * factor, never the whole imbalance at the highest one. The level is the imbalance over a base, the actual receipts unless the
 * tariff says otherwise (FERC sheets: Ozark Gas Transmission RP09-1040 sheet 173, Gulf Crossing RP09-61 sheet 953, Maritimes
 * & Northeast RP07-64).
 */
public final class MarginalTiers {
    private MarginalTiers() {}

    /**
     * The bands an imbalance reaches, in order; their energies add up to it exactly, each amount is rounded half-up once.
     *
     * @param tiers of one side, in order from 0 %, the last without end
     * @param imbalance how much one side owes, ≥ 0 kWh
     * @param base what its level is measured against, ≥ 0 kWh; against none everything is in the last band
     * @param index the price of the month
     */
    public static List<CashOutLine> cashOut(List<CashOutTier> tiers, Energy imbalance, Energy base, Price index) {
        Invalid.unless(
                imbalance.signum() >= 0 && base.signum() >= 0,
                "an imbalance is cashed out by its amount, and who owes it is said by the tiers");
        List<CashOutLine> lines = new ArrayList<>();
        Energy from = Energy.ZERO;
        for (CashOutTier tier : tiers) {
            Energy to = end(tier, imbalance, base);
            Energy energy = to.minus(from);
            if (energy.signum() > 0) {
                lines.add(new CashOutLine(tier, energy, energy.mmbtu(), energy.at(index, tier.factor())));
                from = to;
            }
        }
        return lines;
    }

    /** Where a band ends, to the sixth decimal of a kWh, or the imbalance within it. */
    private static Energy end(CashOutTier tier, Energy imbalance, Energy base) {
        if (tier.upTo() == null) {
            return imbalance;
        }
        Energy level =
                new Energy(base.kwh().multiply(tier.upTo()).movePointLeft(2).setScale(6, RoundingMode.HALF_UP));
        return imbalance.compareTo(level) <= 0 ? imbalance : level;
    }
}
