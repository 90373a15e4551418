package io.tallybook.standards.gpa2172;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import java.util.List;

/**
 * A gas by GPA 2172 at 60 °F and a base pressure with everything on the way to it.
 *
 * @param rawSum what the fractions added up to as given
 * @param basePsia psia
 * @param molarMassLbPerLbmol M, lb/lbmol
 * @param summation Σ x·s at 14.696 psia
 * @param z Z = 1 − (Σ x·s)²·Pb/14.696
 * @param airZ Z of dry air at base conditions
 * @param idealHeatAt14696BtuPerFt3 Hv° at 14.696 psia, Btu/ft³
 * @param idealHeatBtuPerFt3 Hv° at the base pressure, Btu/ft³
 * @param dryHeatBtuPerFt3 Hv of dry real gas, Btu/ft³
 * @param saturatedWater mole fraction of water at saturation, 60 °F and base pressure
 * @param saturatedHeatBtuPerFt3 Hv of saturated real gas, Btu/ft³
 * @param water mole fraction of water of the basis asked for
 * @param heatBtuPerFt3 Hv of real gas on the basis asked for, Btu/ft³
 * @param idealRelativeDensity G°
 * @param relativeDensity G
 * @param liquids per component that the table has a liquid of
 */
public record Gpa2172Properties(
        Standard standard,
        double rawSum,
        double basePsia,
        double molarMassLbPerLbmol,
        double summation,
        double z,
        double airZ,
        double idealHeatAt14696BtuPerFt3,
        double idealHeatBtuPerFt3,
        double dryHeatBtuPerFt3,
        double saturatedWater,
        double saturatedHeatBtuPerFt3,
        double water,
        double heatBtuPerFt3,
        double idealRelativeDensity,
        double relativeDensity,
        List<TheoreticalLiquid> liquids,
        List<Flag> flags) {
    public Gpa2172Properties {
        liquids = List.copyOf(liquids);
        flags = List.copyOf(flags);
    }
}
