package io.tallybook.command.adjustment;

import io.tallybook.messages.Energy;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentEffectAdded;
import io.tallybook.messages.adjustment.AdjustmentRules;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What changes too small to book have added up to, by point and contract: a sum that is material is booked, however small its
 * parts (no salami).
 */
final class RunningSums {
    private record Sum(Energy energy, BigDecimal amount) {}

    private final Map<String, Sum> sums = new TreeMap<>();

    void add(Collection<AdjustmentEffectAdded> effects) {
        effects.forEach(e -> sums.merge(
                key(e),
                sum(e),
                (a, b) -> new Sum(a.energy().plus(b.energy()), a.amount().add(b.amount()))));
    }

    /** The points and contracts whose sum is material; where nothing is set all are. */
    Set<String> material(AdjustmentRules rules) {
        Set<String> material = new HashSet<>();
        sums.forEach((key, sum) -> {
            if (isMaterial(sum, rules)) {
                material.add(key);
            }
        });
        return material;
    }

    private static boolean isMaterial(Sum sum, AdjustmentRules rules) {
        boolean byEnergy = rules.materialEnergy().signum() > 0;
        boolean byAmount = rules.materialAmount().signum() > 0;
        return (!byEnergy && !byAmount)
                || (byEnergy && sum.energy().abs().compareTo(rules.materialEnergy()) >= 0)
                || (byAmount && sum.amount().abs().compareTo(rules.materialAmount()) >= 0);
    }

    static String key(AdjustmentEffectAdded e) {
        return e.point().value() + "|" + e.contract().value();
    }

    /** Signed: receipts less deliveries, what is bought less what is sold. */
    private static Sum sum(AdjustmentEffectAdded e) {
        return new Sum(
                e.difference().receipts().minus(e.difference().deliveries()),
                e.difference()
                        .purchases()
                        .amount()
                        .subtract(e.difference().sales().amount()));
    }
}
