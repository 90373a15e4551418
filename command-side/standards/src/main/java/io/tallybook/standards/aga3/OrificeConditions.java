package io.tallybook.standards.aga3;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * What flows through an orifice.
 *
 * @param staticPressure absolute, at the tap named
 * @param tap where the static pressure is measured
 * @param differentialInH2o hw, inches of water at 60 °F
 * @param isentropicExponent k; null for a liquid, whose expansion factor is one
 * @param expansion which equation of the expansion factor
 * @param viscosityCp μ, cP
 * @param flowingDensityLbPerFt3 ρ at the upstream tap, lbm/ft³
 * @param baseDensityLbPerFt3 ρb, lbm/ft³
 */
public record OrificeConditions(
        Temperature temperature,
        Pressure staticPressure,
        Tap tap,
        double differentialInH2o,
        @Nullable Double isentropicExponent,
        Expansion expansion,
        double viscosityCp,
        double flowingDensityLbPerFt3,
        double baseDensityLbPerFt3) {
    /** @throws InvalidInput naming the first that is no value of its kind */
    public OrificeConditions {
        InvalidInput.notNegative("differentialInH2o", differentialInH2o);
        if (isentropicExponent != null) {
            InvalidInput.finite("isentropicExponent", isentropicExponent);
            InvalidInput.unless(isentropicExponent > 1, "isentropicExponent", "an isentropic exponent is above 1");
        }
        InvalidInput.positive("viscosityCp", viscosityCp);
        InvalidInput.positive("flowingDensityLbPerFt3", flowingDensityLbPerFt3);
        InvalidInput.positive("baseDensityLbPerFt3", baseDensityLbPerFt3);
    }

    /** Where the static pressure is measured. */
    public enum Tap {
        UPSTREAM,
        DOWNSTREAM
    }

    /** The equation of the expansion factor, which the meter's configuration says. */
    public enum Expansion {
        /** 1 − (0.41 + 0.35 β⁴)·x₁/k (API MPMS 14.3.1:1990). */
        BUCKINGHAM,
        /** 1 − (0.3625 + 0.1027 β⁴ + 1.132 β⁸)·[1 − (1 − x₁)^(1/k)] (API MPMS 14.3.1:2012). */
        MORROW
    }
}
