package io.tallybook.messages.network;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;

/**
 * How much unaccounted-for gas passes without explanation: outside only when it is more than the percentage of receipts
 * AND more than the floor.
 *
 * @param effectiveFrom first period it holds for
 * @param dayPercent percent of a day's receipts
 * @param monthPercent percent of the month's receipts
 * @param floor absolute amount below which nothing needs explaining
 */
public record Tolerance(AccountingPeriod effectiveFrom, BigDecimal dayPercent, BigDecimal monthPercent, Energy floor) {
    public Tolerance {
        Invalid.unless(dayPercent.signum() >= 0 && monthPercent.signum() >= 0, "a tolerance is not negative");
        Invalid.unless(floor.signum() >= 0, "a tolerance floor is not negative");
    }

    /** 0.5 % by day and month, at least 250 MMBtu (domain default). */
    public static Tolerance standard(AccountingPeriod from) {
        BigDecimal half = new BigDecimal("0.5");
        return new Tolerance(from, half, half, Energy.ofMmbtu(new BigDecimal("250")));
    }
}
