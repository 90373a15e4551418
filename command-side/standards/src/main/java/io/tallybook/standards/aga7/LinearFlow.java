package io.tallybook.standards.aga7;

import io.tallybook.standards.Flag;
import io.tallybook.standards.Standard;
import java.util.List;

/**
 * A linear meter's volume with everything on the way to it; volumes in the unit of the K-factor.
 *
 * @param pulses counted
 * @param frequencyHz mean of the interval, pulses/s
 * @param indicatedVolume pulses/K
 * @param meterFactor MF at the frequency
 * @param flowingVolume Vf at flowing conditions
 * @param pressureMultiplier Pf/Pb
 * @param temperatureMultiplier Tb/Tf
 * @param compressibilityMultiplier Zb/Zf
 * @param baseMultiplier their product
 * @param baseVolume Vb
 */
public record LinearFlow(
        Standard standard,
        double pulses,
        double frequencyHz,
        double indicatedVolume,
        double meterFactor,
        double flowingVolume,
        double pressureMultiplier,
        double temperatureMultiplier,
        double compressibilityMultiplier,
        double baseMultiplier,
        double baseVolume,
        List<Flag> flags) {
    public LinearFlow {
        flags = List.copyOf(flags);
    }
}
