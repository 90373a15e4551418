package io.tallybook.messages.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Above how much an estimate waits for a second person: more than the larger of both (domain: month-end close, step 3).
 *
 * @param percent percent of the energy of the month's actual readings
 * @param floor kWh
 */
public record EstimateLimit(BigDecimal percent, Energy floor) {
    private static final int PERCENT_SCALE = 2;
    private static final int KWH_SCALE = 6;

    public EstimateLimit {
        Invalid.unless(
                percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0,
                "a share of the month is 0 to 100 percent");
        Invalid.unless(floor.signum() >= 0, "the least energy of a material estimate is not negative");
    }

    /** 0.5 % of the month, at least 250 MMBtu. */
    public static EstimateLimit standard() {
        return new EstimateLimit(new BigDecimal("0.5"), Energy.ofMmbtu(new BigDecimal("250")));
    }

    /** The limit in a month of that energy, rounded half-up once to 6 decimals of a kWh. */
    public Energy of(Energy month) {
        Energy share = new Energy(
                month.kwh().multiply(percent).movePointLeft(PERCENT_SCALE).setScale(KWH_SCALE, RoundingMode.HALF_UP));
        return share.compareTo(floor) > 0 ? share : floor;
    }
}
