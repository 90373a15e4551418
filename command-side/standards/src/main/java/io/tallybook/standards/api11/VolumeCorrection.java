package io.tallybook.standards.api11;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import java.math.BigDecimal;
import java.util.List;

/**
 * Factors from flowing volume to volume at 60 °F and 0 psig by API MPMS 11.1 with everything on the way to them.
 *
 * @param baseDensityKgPerM3 at 60 °F and 0 psig, kg/m³
 * @param temperatureIpts68F flowing temperature of IPTS-68, °F
 * @param densityIpts68KgPerM3 ρ*, base density at 60 °F of IPTS-68, kg/m³
 * @param thermalExpansionPerF α60, 1/°F
 * @param compressibilityPer1e5Psi Fp, 10⁻⁵/psi
 * @param ctl correction for temperature
 * @param cpl correction for pressure
 * @param ctplUnrounded CTL·CPL
 * @param ctpl CTL·CPL to five decimals, half up: what a ticket multiplies by
 * @param flowingDensityKgPerM3 at flowing conditions, kg/m³
 */
public record VolumeCorrection(
        Standard standard,
        Api11.Group group,
        double baseDensityKgPerM3,
        double temperatureIpts68F,
        double densityIpts68KgPerM3,
        double thermalExpansionPerF,
        double compressibilityPer1e5Psi,
        double ctl,
        double cpl,
        double ctplUnrounded,
        BigDecimal ctpl,
        double flowingDensityKgPerM3,
        List<Flag> flags) {
    public VolumeCorrection {
        flags = List.copyOf(flags);
    }
}
