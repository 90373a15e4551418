package io.tallybook.standards.aga3;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import java.util.List;

/**
 * The flow through an orifice by AGA 3 with everything on the way to it.
 *
 * @param boreIn d at flowing temperature, in
 * @param pipeIn D at flowing temperature, in
 * @param beta d/D
 * @param velocityOfApproach Ev = 1/√(1 − β⁴)
 * @param upstreamPressurePsia Pf1, psia
 * @param pressureRatio x₁ = hw/(27.707·Pf1)
 * @param expansionFactor Y
 * @param infiniteDischargeCoefficient Cd at infinite Reynolds number
 * @param dischargeCoefficient Cd(FT)
 * @param pipeReynolds ReD
 * @param iterations steps of the Reader-Harris/Gallagher iteration
 * @param extension √(hw·Pf1), √(inH₂O·psia)
 * @param massFlowLbPerH qm, lbm/h
 * @param flowingVolumeFt3PerH at flowing conditions, ft³/h
 * @param baseVolumeFt3PerH Qb, ft³/h at base conditions
 * @param coefficient C′ = Qb per extension: recalculation from a recorded extension multiplies it by that, never by averages
 */
public record OrificeFlow(
        Standard standard,
        double boreIn,
        double pipeIn,
        double beta,
        double velocityOfApproach,
        double upstreamPressurePsia,
        double pressureRatio,
        double expansionFactor,
        double infiniteDischargeCoefficient,
        double dischargeCoefficient,
        double pipeReynolds,
        int iterations,
        double extension,
        double massFlowLbPerH,
        double flowingVolumeFt3PerH,
        double baseVolumeFt3PerH,
        double coefficient,
        List<Flag> flags) {
    public OrificeFlow {
        flags = List.copyOf(flags);
    }
}
