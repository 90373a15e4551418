package io.tallybook.standards.aga11;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Standard;
import io.tallybook.standards.base.BaseConditions;

/** AGA Report No. 11 (API MPMS 14.9): Coriolis meters, from mass to gas volume at base. Pure functions. */
public final class Aga11 {
    public static final Standard STANDARD =
            new Standard("aga11", "AGA Report No. 11 (2013, API MPMS 14.9), Coriolis meters", "1.0.0", null);

    /** J/(mol·K), as AGA 8 Part 1 has it. */
    private static final double R = 8.31451;

    private Aga11() {}

    /**
     * A mass as volume at base.
     *
     * @param massKg as indicated, not below zero, kg (or kg/h for a rate)
     * @param meterFactor MF of the proving, 1 for none
     * @param molarMassGPerMol M of the gas, g/mol
     */
    public static CoriolisVolume volume(
            double massKg, double meterFactor, double molarMassGPerMol, BaseConditions base) {
        InvalidInput.notNegative("massKg", massKg);
        InvalidInput.positive("meterFactor", meterFactor);
        InvalidInput.positive("molarMassGPerMol", molarMassGPerMol);
        double density = base.pressure().kilopascal()
                * molarMassGPerMol
                / (base.z() * R * base.temperature().kelvin());
        double corrected = massKg * meterFactor;
        return new CoriolisVolume(STANDARD, R, massKg, corrected, density, corrected / density);
    }

    /**
     * What a mass came to.
     *
     * @param gasConstantJPerMolK R, J/(mol·K)
     * @param massKg as indicated, kg
     * @param correctedMassKg times the meter factor, kg
     * @param baseDensityKgPerM3 ρb = Pb·M/(Zb·R·Tb), kg/m³
     * @param baseVolumeM3 Vb, m³ at base
     */
    public record CoriolisVolume(
            Standard standard,
            double gasConstantJPerMolK,
            double massKg,
            double correctedMassKg,
            double baseDensityKgPerM3,
            double baseVolumeM3) {}
}
