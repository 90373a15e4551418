package io.tallybook.standards.aga8;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import io.tallybook.standards.helmholtz.GasProperties;
import io.tallybook.standards.helmholtz.Residual;
import java.util.List;

/**
 * A state of a gas by AGA 8 Part 1 DETAIL with everything on the way to it.
 *
 * @param temperatureK K
 * @param rawSum what the fractions added up to as given
 * @param gasConstantJPerMolK R, J/(mol·K)
 * @param sizeParameterCubedDm3PerMol K³, dm³/mol
 * @param energyParameterK U, K
 * @param orientationParameter G
 * @param quadrupoleParameter Q
 * @param highTemperatureParameter F
 * @param secondVirialDm3PerMol B, dm³/mol
 * @param reducedDensity Dr = K³·D
 * @param iterations steps of the density solution, 0 where the density was given
 * @param residual the residual Helmholtz energy and its derivatives
 */
public record DetailState(
        Standard standard,
        double temperatureK,
        double rawSum,
        double gasConstantJPerMolK,
        double sizeParameterCubedDm3PerMol,
        double energyParameterK,
        double orientationParameter,
        double quadrupoleParameter,
        double highTemperatureParameter,
        double secondVirialDm3PerMol,
        double reducedDensity,
        int iterations,
        Residual residual,
        GasProperties properties,
        List<Flag> flags) {
    public DetailState {
        flags = List.copyOf(flags);
    }
}
