package io.tallybook.messages.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;

/**
 * What holds for packages judged in a period and after it, until other rules begin.
 *
 * @param effectiveFrom the open period from which they hold
 * @param months how many months a production month may lie behind the open one
 * @param rebuttalMonths how many more with a rebuttal
 * @param absoluteMonths the last that needs no legal hold
 * @param materialEnergy a point and contract whose running sum reaches it is booked; zero: every change is material
 * @param materialAmount likewise in the currency of the contract, 2 decimals; zero: every change is material
 */
public record AdjustmentRules(
        AccountingPeriod effectiveFrom,
        int months,
        int rebuttalMonths,
        int absoluteMonths,
        Energy materialEnergy,
        BigDecimal materialAmount) {
    private static final int MOST_MONTHS = 120;

    public AdjustmentRules {
        Invalid.unless(months >= 1 && rebuttalMonths >= 0, "an age limit is at least one month");
        Invalid.unless(
                months + rebuttalMonths <= absoluteMonths && absoluteMonths <= MOST_MONTHS,
                "the absolute limit comes after the rebuttal months and is at most 120 months");
        Invalid.unless(
                materialEnergy.signum() >= 0 && materialAmount.signum() >= 0, "what is material is not below zero");
        Invalid.unless(
                materialAmount.stripTrailingZeros().scale() <= 2
                        && materialAmount.precision() - materialAmount.scale() <= 16,
                "a material amount has 2 decimals and at most 16 digits before the point");
        materialAmount = materialAmount.setScale(2);
    }

    /** NAESB WGQ 2.3.11: six months, three more for the rebuttal, and 24 as the last; everything is material. */
    public static AdjustmentRules standard() {
        return new AdjustmentRules(new AccountingPeriod("1900-01"), 6, 3, 24, Energy.ZERO, BigDecimal.ZERO);
    }

    /** What a production month so many months behind the open one needs. */
    public LateGround groundFor(long age) {
        if (age <= months) {
            return LateGround.NONE;
        }
        if (age <= (long) months + rebuttalMonths) {
            return LateGround.REBUTTAL;
        }
        return age <= absoluteMonths ? LateGround.MISTAKE : LateGround.LEGAL_HOLD;
    }
}
