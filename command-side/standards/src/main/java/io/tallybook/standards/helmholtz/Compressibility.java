package io.tallybook.standards.helmholtz;

import io.tallybook.standards.Flag;
import java.util.List;

/**
 * A gas's density at a temperature and pressure, without its further properties.
 *
 * @param z compressibility factor
 * @param molarDensityMolPerDm3 mol/dm³
 * @param molarMassGPerMol g/mol
 * @param iterations steps of the density solution
 */
public record Compressibility(
        double z, double molarDensityMolPerDm3, double molarMassGPerMol, int iterations, List<Flag> flags) {
    public Compressibility {
        flags = List.copyOf(flags);
    }

    /** kg/m³. */
    public double massDensityKgPerM3() {
        return molarDensityMolPerDm3 * molarMassGPerMol;
    }
}
