package io.tallybook.standards.iso5167;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import java.util.List;

/**
 * The flow through an orifice plate by ISO 5167-2 with everything on the way to it.
 *
 * @param beta d/D
 * @param velocityOfApproach 1/√(1 − β⁴)
 * @param dischargeCoefficient C; 0 without flow
 * @param expansibilityFactor ε
 * @param pipeReynolds ReD
 * @param iterations steps of the Reader-Harris/Gallagher iteration
 * @param massFlowKgPerS qm, kg/s
 * @param volumeFlowM3PerS qV at upstream conditions, m³/s
 */
public record OrificePlateFlow(
        Standard standard,
        double beta,
        double velocityOfApproach,
        double dischargeCoefficient,
        double expansibilityFactor,
        double pipeReynolds,
        int iterations,
        double massFlowKgPerS,
        double volumeFlowM3PerS,
        List<Flag> flags) {
    public OrificePlateFlow {
        flags = List.copyOf(flags);
    }
}
