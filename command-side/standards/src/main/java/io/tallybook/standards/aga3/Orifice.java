package io.tallybook.standards.aga3;

import io.tallybook.standards.InvalidInput;
import java.util.Locale;

/**
 * An orifice meter's geometry as measured at 68 °F.
 *
 * @param boreIn dr, in
 * @param pipeIn Dm, in
 * @param boreExpansionPerF linear expansion of the plate, 1/°F
 * @param pipeExpansionPerF linear expansion of the tube, 1/°F
 */
public record Orifice(double boreIn, double pipeIn, double boreExpansionPerF, double pipeExpansionPerF) {
    private static final double REFERENCE_F = 68;

    /** @throws InvalidInput unless 0 &lt; bore &lt; pipe */
    public Orifice {
        InvalidInput.positive("boreIn", boreIn);
        InvalidInput.positive("pipeIn", pipeIn);
        InvalidInput.unless(boreIn < pipeIn, "boreIn", "the bore is smaller than the pipe: 0 < beta < 1");
        InvalidInput.notNegative("boreExpansionPerF", boreExpansionPerF);
        InvalidInput.notNegative("pipeExpansionPerF", pipeExpansionPerF);
    }

    /** Of materials of API MPMS 14.3.1 Table 1. */
    public static Orifice of(double boreIn, double pipeIn, Material plate, Material tube) {
        return new Orifice(boreIn, pipeIn, plate.expansionPerF, tube.expansionPerF);
    }

    /** d at a temperature in °F, in. */
    double bore(double fahrenheit) {
        return boreIn * (1 + boreExpansionPerF * (fahrenheit - REFERENCE_F));
    }

    /** D at a temperature in °F, in. */
    double pipe(double fahrenheit) {
        return pipeIn * (1 + pipeExpansionPerF * (fahrenheit - REFERENCE_F));
    }

    /** What plates and tubes are made of. */
    public enum Material {
        STAINLESS_304_316,
        MONEL,
        CARBON_STEEL;

        private final double expansionPerF;

        Material() {
            expansionPerF = Aga3.FILES.value(Aga3.TABLE, "expansion_" + name().toLowerCase(Locale.ROOT));
        }

        /** Linear expansion, 1/°F. */
        public double expansionPerF() {
            return expansionPerF;
        }
    }
}
