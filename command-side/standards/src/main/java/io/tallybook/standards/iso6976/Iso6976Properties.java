package io.tallybook.standards.iso6976;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import java.util.List;

/**
 * A gas by ISO 6976:2016 with everything on the way to it. Gross is superior, net is inferior; kJ/dm³ is MJ/m³.
 *
 * @param rawSum what the fractions added up to as given
 * @param molarMassGPerMol M, g/mol
 * @param summation Σ x·s at the metering temperature
 * @param z Z = 1 − p₂/p₀·(Σ x·s)²
 * @param airZ Z of dry air at the metering reference
 * @param idealMolarVolumeDm3PerMol V°, dm³/mol
 * @param molarVolumeDm3PerMol V, dm³/mol
 * @param grossMolarKjPerMol (Hc)G, kJ/mol
 * @param netMolarKjPerMol (Hc)N = (Hc)G − Σ x·b/2·L⁰, kJ/mol
 * @param grossMassMjPerKg (Hm)G, MJ/kg
 * @param netMassMjPerKg (Hm)N, MJ/kg
 * @param idealGrossVolumeMjPerM3 (Hv)G°, MJ/m³
 * @param idealNetVolumeMjPerM3 (Hv)N°, MJ/m³
 * @param grossVolumeMjPerM3 (Hv)G, MJ/m³
 * @param netVolumeMjPerM3 (Hv)N, MJ/m³
 * @param idealDensityKgPerM3 D°, kg/m³
 * @param densityKgPerM3 D, kg/m³
 * @param idealRelativeDensity G°
 * @param relativeDensity G
 * @param idealGrossWobbeMjPerM3 W°G, MJ/m³
 * @param idealNetWobbeMjPerM3 W°N, MJ/m³
 * @param grossWobbeMjPerM3 WG, MJ/m³
 * @param netWobbeMjPerM3 WN, MJ/m³
 */
public record Iso6976Properties(
        Standard standard,
        double rawSum,
        double molarMassGPerMol,
        double summation,
        double z,
        double airZ,
        double idealMolarVolumeDm3PerMol,
        double molarVolumeDm3PerMol,
        double grossMolarKjPerMol,
        double netMolarKjPerMol,
        double grossMassMjPerKg,
        double netMassMjPerKg,
        double idealGrossVolumeMjPerM3,
        double idealNetVolumeMjPerM3,
        double grossVolumeMjPerM3,
        double netVolumeMjPerM3,
        double idealDensityKgPerM3,
        double densityKgPerM3,
        double idealRelativeDensity,
        double relativeDensity,
        double idealGrossWobbeMjPerM3,
        double idealNetWobbeMjPerM3,
        double grossWobbeMjPerM3,
        double netWobbeMjPerM3,
        List<Flag> flags) {
    public Iso6976Properties {
        flags = List.copyOf(flags);
    }
}
