package io.tallybook.standards.gerg2008;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import io.tallybook.standards.helmholtz.GasProperties;
import io.tallybook.standards.helmholtz.Residual;
import java.util.List;

/**
 * A state of a gas by GERG-2008 with everything on the way to it.
 *
 * @param temperatureK K
 * @param rawSum what the fractions added up to as given
 * @param gasConstantJPerMolK R, J/(mol·K)
 * @param reducingTemperatureK Tr, K
 * @param reducingDensityMolPerDm3 ρr, mol/dm³
 * @param inverseReducedTemperature τ = Tr/T
 * @param reducedDensity δ = ρ/ρr
 * @param secondVirialDm3PerMol B, dm³/mol
 * @param iterations steps of the density solution, 0 where the density was given
 * @param residual the residual Helmholtz energy and its derivatives
 */
public record GergState(
        Standard standard,
        double temperatureK,
        double rawSum,
        double gasConstantJPerMolK,
        double reducingTemperatureK,
        double reducingDensityMolPerDm3,
        double inverseReducedTemperature,
        double reducedDensity,
        double secondVirialDm3PerMol,
        int iterations,
        Residual residual,
        GasProperties properties,
        List<Flag> flags) {
    public GergState {
        flags = List.copyOf(flags);
    }
}
