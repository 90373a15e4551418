package io.tallybook.standards.aga8;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Standard;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.gas.ComponentSet;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.helmholtz.Compressibility;
import io.tallybook.standards.helmholtz.Density;
import io.tallybook.standards.helmholtz.GasProperties;
import io.tallybook.standards.helmholtz.IdealGas;
import io.tallybook.standards.helmholtz.Isotherm;
import io.tallybook.standards.helmholtz.Residual;
import java.util.ArrayList;
import java.util.List;

/**
 * AGA Report No. 8 Part 1, DETAIL (ISO 12213-2, ISO 20765-1): density, compressibility factor and properties of natural gas
 * in the gas phase, −200 to 400 °F and up to 20,000 psia. Pure functions.
 */
public final class Detail {
    public static final Standard STANDARD = new Standard(
            "aga8-detail", "AGA Report No. 8 Part 1 (2017), DETAIL", "1.0.0", DetailTables.FILES.sha256Hex());

    private static final IdealGas IDEAL = new IdealGas(DetailTables.FILES, DetailTables.N, 1, true);

    private Detail() {}

    /** AGA 8's 21 components in its order. */
    public static ComponentSet components() {
        return DetailTables.SET;
    }

    /**
     * Density and compressibility factor alone: what a recalculation of many records needs.
     *
     * @throws OutOfRange outside the expanded range
     * @throws CalculationFailed when there is no gas of the pressure
     */
    public static Compressibility compressibility(Composition composition, Temperature temperature, Pressure pressure) {
        DetailRange.require(temperature, pressure);
        DetailMixture mixture = new DetailMixture(composition.in(DetailTables.SET));
        Density density = Density.ofGas(mixture.isotherm(temperature.kelvin()), pressure.kilopascal());
        return new Compressibility(
                density.z(),
                density.molarDensity(),
                mixture.molarMass,
                density.iterations(),
                flags(composition, mixture, temperature, pressure.kilopascal()));
    }

    /**
     * All properties at a temperature and pressure.
     *
     * @throws OutOfRange outside the expanded range
     * @throws CalculationFailed when there is no gas of the pressure
     */
    public static DetailState at(Composition composition, Temperature temperature, Pressure pressure) {
        DetailRange.require(temperature, pressure);
        DetailMixture mixture = new DetailMixture(composition.in(DetailTables.SET));
        Isotherm isotherm = mixture.isotherm(temperature.kelvin());
        return state(composition, mixture, temperature, isotherm, Density.ofGas(isotherm, pressure.kilopascal()));
    }

    /**
     * All properties at a temperature and molar density; a state outside the expanded range is flagged, not refused.
     *
     * @param molarDensity above zero, mol/dm³
     */
    public static DetailState atDensity(Composition composition, Temperature temperature, double molarDensity) {
        InvalidInput.positive("density", molarDensity);
        DetailMixture mixture = new DetailMixture(composition.in(DetailTables.SET));
        Isotherm isotherm = mixture.isotherm(temperature.kelvin());
        Density given = new Density(molarDensity, isotherm.compressibility(molarDensity), 0, false);
        return state(composition, mixture, temperature, isotherm, given);
    }

    private static DetailState state(
            Composition composition,
            DetailMixture mixture,
            Temperature temperature,
            Isotherm isotherm,
            Density density) {
        double t = temperature.kelvin();
        Residual residual =
                Residual.at(isotherm, mixture.coefficients(t, 1), mixture.coefficients(t, 2), density.molarDensity());
        GasProperties properties = GasProperties.of(
                DetailMixture.R,
                temperature,
                density.molarDensity(),
                mixture.molarMass,
                IDEAL.at(mixture.fractions, t),
                residual);
        List<Flag> flags = flags(composition, mixture, temperature, properties.pressureKpa());
        if (properties.unstable()) {
            flags.add(Flag.MECHANICALLY_UNSTABLE);
        }
        return new DetailState(
                STANDARD,
                t,
                composition.rawSum(),
                DetailMixture.R,
                mixture.sizeCubed,
                mixture.energy,
                mixture.orientation,
                mixture.quadrupole,
                mixture.highTemperature,
                isotherm.secondVirial(),
                isotherm.delta(density.molarDensity()),
                density.iterations(),
                residual,
                properties,
                flags);
    }

    private static List<Flag> flags(
            Composition composition, DetailMixture mixture, Temperature temperature, double pressureKpa) {
        List<Flag> flags = new ArrayList<>(2);
        DetailRange.flag(temperature, pressureKpa, mixture.fractions, flags);
        if (composition.isNormalised()) {
            flags.add(Flag.COMPOSITION_NORMALISED);
        }
        return flags;
    }
}
