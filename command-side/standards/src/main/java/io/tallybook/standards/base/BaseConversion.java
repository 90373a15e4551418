package io.tallybook.standards.base;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Standard;

/**
 * Volume and heating value of a dry gas from one base to another: the volume by (P₁/P₂)·(T₂/T₁)·(Z₂/Z₁), the heating value by
 * the inverse, so that the energy stays. API MPMS 21.1 §7, ISO 13443 §5. Pure functions.
 */
public final class BaseConversion {
    public static final Standard STANDARD =
            new Standard("base-conversion", "Base conversion (API MPMS 21.1, ISO 13443)", "1.0.0", null);

    private BaseConversion() {}

    /**
     * @param volume at the first base, any unit
     * @param heatingValue per unit of volume at the first base, any unit
     */
    public static Converted convert(double volume, double heatingValue, BaseConditions from, BaseConditions to) {
        InvalidInput.finite("volume", volume);
        InvalidInput.notNegative("heatingValue", heatingValue);
        double pressureFactor = from.pressure().kilopascal() / to.pressure().kilopascal();
        double temperatureFactor =
                to.temperature().kelvin() / from.temperature().kelvin();
        double compressibilityFactor = to.z() / from.z();
        double factor = from.content() / to.content();
        return new Converted(
                STANDARD,
                pressureFactor,
                temperatureFactor,
                compressibilityFactor,
                factor,
                volume * factor,
                heatingValue / factor,
                volume * heatingValue);
    }

    /**
     * What a conversion came to.
     *
     * @param pressureFactor P₁/P₂
     * @param temperatureFactor T₂/T₁
     * @param compressibilityFactor Z₂/Z₁
     * @param volumeFactor their product
     * @param volume at the second base, in the unit given
     * @param heatingValue per unit of volume at the second base, in the unit given
     * @param energy volume × heating value, which no base changes
     */
    public record Converted(
            Standard standard,
            double pressureFactor,
            double temperatureFactor,
            double compressibilityFactor,
            double volumeFactor,
            double volume,
            double heatingValue,
            double energy) {}
}
