package io.tallybook.standards.gerg2008;

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
 * GERG-2008 (ISO 20765-2:2015, AGA Report No. 8 Part 2): density, compressibility factor and properties of natural gases,
 * 60 to 700 K and up to 70 MPa, normally 90 to 450 K and up to 35 MPa. Pure functions.
 */
public final class Gerg2008 {
    public static final Standard STANDARD = new Standard(
            "gerg-2008",
            "GERG-2008 (ISO 20765-2:2015, AGA Report No. 8 Part 2)",
            "1.0.0",
            GergTables.FILES.sha256Hex());

    /** The heat capacities were correlated with R = 8.31451 J/(mol·K) (ISO 20765-2 clause 5.2). */
    private static final IdealGas IDEAL = new IdealGas(GergTables.FILES, GergTables.N, 8.31451 / GergMixture.R, true);

    private static final double NORMAL_FROM_K = 90;
    private static final double NORMAL_TO_K = 450;
    private static final double NORMAL_TO_KPA = 35_000;
    private static final double EXTENDED_FROM_K = 60;
    private static final double EXTENDED_TO_K = 700;
    private static final double EXTENDED_TO_KPA = 70_000;
    private static final double LOOPS_BELOW = 1.3;

    private Gerg2008() {}

    /** AGA 8's 21 components in its order. */
    public static ComponentSet components() {
        return GergTables.SET;
    }

    /**
     * Density and compressibility factor alone.
     *
     * @throws OutOfRange outside the extended range
     * @throws CalculationFailed when the density iteration finds no solution
     */
    public static Compressibility compressibility(Composition composition, Temperature temperature, Pressure pressure) {
        require(temperature, pressure);
        GergMixture mixture = new GergMixture(composition.in(GergTables.SET));
        Density density = solve(mixture, mixture.isotherm(temperature.kelvin()), temperature, pressure);
        return new Compressibility(
                density.z(),
                density.molarDensity(),
                mixture.molarMass,
                density.iterations(),
                flags(composition, temperature, pressure.kilopascal(), density.liquidLike()));
    }

    /**
     * All properties at a temperature and pressure.
     *
     * @throws OutOfRange outside the extended range
     * @throws CalculationFailed when the density iteration finds no solution
     */
    public static GergState at(Composition composition, Temperature temperature, Pressure pressure) {
        require(temperature, pressure);
        GergMixture mixture = new GergMixture(composition.in(GergTables.SET));
        Isotherm isotherm = mixture.isotherm(temperature.kelvin());
        return state(composition, mixture, temperature, isotherm, solve(mixture, isotherm, temperature, pressure));
    }

    /** Well above the reducing temperature no isotherm has more than one density at a pressure. */
    private static Density solve(GergMixture mixture, Isotherm isotherm, Temperature temperature, Pressure pressure) {
        return temperature.kelvin() > LOOPS_BELOW * mixture.reducingTemperature
                ? Density.ofGas(isotherm, pressure.kilopascal())
                : Density.stable(isotherm, pressure.kilopascal());
    }

    /**
     * All properties at a temperature and molar density; a state outside the extended range is flagged, not refused.
     *
     * @param molarDensity above zero, mol/dm³
     */
    public static GergState atDensity(Composition composition, Temperature temperature, double molarDensity) {
        InvalidInput.positive("density", molarDensity);
        GergMixture mixture = new GergMixture(composition.in(GergTables.SET));
        Isotherm isotherm = mixture.isotherm(temperature.kelvin());
        Density given = new Density(molarDensity, isotherm.compressibility(molarDensity), 0, false);
        return state(composition, mixture, temperature, isotherm, given);
    }

    private static GergState state(
            Composition composition, GergMixture mixture, Temperature temperature, Isotherm isotherm, Density density) {
        double t = temperature.kelvin();
        Residual residual =
                Residual.at(isotherm, mixture.coefficients(t, 1), mixture.coefficients(t, 2), density.molarDensity());
        GasProperties properties = GasProperties.of(
                GergMixture.R,
                temperature,
                density.molarDensity(),
                mixture.molarMass,
                IDEAL.at(mixture.fractions, t),
                residual);
        List<Flag> flags = flags(composition, temperature, properties.pressureKpa(), density.liquidLike());
        if (properties.unstable()) {
            flags.add(Flag.MECHANICALLY_UNSTABLE);
        }
        return new GergState(
                STANDARD,
                t,
                composition.rawSum(),
                GergMixture.R,
                mixture.reducingTemperature,
                mixture.reducingDensity,
                mixture.reducingTemperature / t,
                isotherm.delta(density.molarDensity()),
                isotherm.secondVirial(),
                density.iterations(),
                residual,
                properties,
                flags);
    }

    private static void require(Temperature temperature, Pressure pressure) {
        OutOfRange.unless(
                temperature.kelvin() >= EXTENDED_FROM_K && temperature.kelvin() <= EXTENDED_TO_K,
                "temperature",
                "GERG-2008 covers 60 to 700 K, the temperature was " + temperature.kelvin() + " K");
        OutOfRange.unless(
                pressure.kilopascal() <= EXTENDED_TO_KPA,
                "pressure",
                "GERG-2008 covers up to 70 MPa, the pressure was " + pressure.megapascal() + " MPa");
    }

    private static List<Flag> flags(
            Composition composition, Temperature temperature, double pressureKpa, boolean liquidLike) {
        List<Flag> flags = new ArrayList<>(2);
        double t = temperature.kelvin();
        if (t < EXTENDED_FROM_K || t > EXTENDED_TO_K || pressureKpa < 0 || pressureKpa > EXTENDED_TO_KPA) {
            flags.add(Flag.OUTSIDE_EXPANDED_RANGE);
        } else if (t < NORMAL_FROM_K || t > NORMAL_TO_K || pressureKpa > NORMAL_TO_KPA) {
            flags.add(Flag.OUTSIDE_NORMAL_RANGE);
        }
        if (composition.isNormalised()) {
            flags.add(Flag.COMPOSITION_NORMALISED);
        }
        if (liquidLike) {
            flags.add(Flag.LIQUID_LIKE_DENSITY);
        }
        return flags;
    }
}
