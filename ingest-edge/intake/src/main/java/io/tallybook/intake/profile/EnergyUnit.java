package io.tallybook.intake.profile;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Units of energy that convert to kWh by an exact constant; nothing else does without a heating value. */
public enum EnergyUnit {
    KWH,
    MWH,
    GJ,
    MMBTU;

    private static final Map<String, EnergyUnit> NAMES = Map.of("kWh", KWH, "MWh", MWH, "GJ", GJ, "MMBtu", MMBTU);
    // 1 GJ = 1000/3.6 kWh = 2500/9 kWh
    private static final BigDecimal GJ_NUMERATOR = new BigDecimal("2500");
    private static final BigDecimal GJ_DENOMINATOR = new BigDecimal("9");

    /** @throws Invalid with a sentence that names the unit */
    public static EnergyUnit named(String name) {
        EnergyUnit unit = NAMES.get(name);
        Invalid.unless(
                unit != null,
                "unit " + BadValue.quoted(name)
                        + " cannot be taken: kWh, MWh, GJ and MMBtu convert exactly, anything else needs a heating value");
        return java.util.Objects.requireNonNull(unit);
    }

    /** Into kWh; GJ and MMBtu are rounded half-up once, to 6 decimals of a kWh. */
    public Energy energy(BigDecimal amount) {
        return switch (this) {
            case KWH -> new Energy(amount);
            case MWH -> new Energy(amount.movePointRight(3));
            case GJ -> new Energy(amount.multiply(GJ_NUMERATOR).divide(GJ_DENOMINATOR, 6, RoundingMode.HALF_UP));
            case MMBTU -> Energy.ofMmbtu(amount);
        };
    }
}
