package io.tallybook.standards.helmholtz;

import io.tallybook.standards.Temperature;

/**
 * Thermodynamic properties of a single-phase gas mixture (ISO 20765-1 clause 4, ISO 20765-2 clause 5). Energies are zero for
 * the ideal gas at 298.15 K and 101.325 kPa.
 *
 * @param pressureKpa kPa
 * @param z compressibility factor
 * @param molarMassGPerMol g/mol
 * @param molarDensityMolPerDm3 mol/dm³
 * @param massDensityKgPerM3 kg/m³
 * @param dPdDKpaDm3PerMol ∂p/∂D at constant T, kPa/(mol/dm³)
 * @param d2PdD2 ∂²p/∂D², kPa/(mol/dm³)²
 * @param dPdTKpaPerK ∂p/∂T at constant D, kPa/K
 * @param internalEnergyJPerMol U, J/mol
 * @param enthalpyJPerMol H, J/mol
 * @param entropyJPerMolK S, J/(mol·K)
 * @param cvJPerMolK isochoric heat capacity, J/(mol·K)
 * @param cpJPerMolK isobaric heat capacity, J/(mol·K)
 * @param speedOfSoundMPerS m/s; 0 where the state is mechanically unstable
 * @param gibbsEnergyJPerMol G, J/mol
 * @param jouleThomsonKPerKpa ∂T/∂p at constant H, K/kPa
 * @param isentropicExponent κ = w²·M/(R·T·Z)
 */
public record GasProperties(
        double pressureKpa,
        double z,
        double molarMassGPerMol,
        double molarDensityMolPerDm3,
        double massDensityKgPerM3,
        double dPdDKpaDm3PerMol,
        double d2PdD2,
        double dPdTKpaPerK,
        double internalEnergyJPerMol,
        double enthalpyJPerMol,
        double entropyJPerMolK,
        double cvJPerMolK,
        double cpJPerMolK,
        double speedOfSoundMPerS,
        double gibbsEnergyJPerMol,
        double jouleThomsonKPerKpa,
        double isentropicExponent) {
    /**
     * @param r gas constant, J/(mol·K)
     * @param density mol/dm³
     * @param molarMass g/mol
     */
    public static GasProperties of(
            double r,
            Temperature temperature,
            double density,
            double molarMass,
            IdealGas.Mixture ideal,
            Residual residual) {
        double t = temperature.kelvin();
        double rt = r * t;
        double z = 1 + residual.delta();
        double pressure = density * rt * z;
        double dPdD = rt * (1 + 2 * residual.delta() + residual.deltaDelta());
        double d2PdD2 = rt * (2 * residual.delta() + 4 * residual.deltaDelta() + residual.deltaDeltaDelta()) / density;
        double dPdT = density * r * (z - residual.tauDelta());
        double entropyAtDensity = ideal.entropy() - Math.log(density * rt / IdealGas.REFERENCE_KPA);
        double helmholtz = ideal.enthalpy() - 1 - entropyAtDensity + residual.alpha();
        double energy = ideal.enthalpy() - 1 + residual.tau();
        double cv = r * (ideal.heatCapacity() - residual.tauTau());
        double cp = cv + t * dPdT * dPdT / (density * density * dPdD);
        double soundSquared = 1000 * cp / cv * dPdD / molarMass;
        double sound = soundSquared > 0 ? Math.sqrt(soundSquared) : 0;
        return new GasProperties(
                pressure,
                z,
                molarMass,
                density,
                density * molarMass,
                dPdD,
                d2PdD2,
                dPdT,
                rt * energy,
                rt * (energy + z),
                r * (energy - helmholtz),
                cv,
                cp,
                sound,
                rt * (helmholtz + z),
                (t / density * dPdT / dPdD - 1) / (cp * density),
                sound * sound * molarMass / (rt * 1000 * z));
    }

    /** Whether no fluid can be in this state. */
    public boolean unstable() {
        return speedOfSoundMPerS == 0 || dPdDKpaDm3PerMol <= 0;
    }
}
