package io.tallybook.standards;

/** What a reader of a result must know beside its figures. */
public enum Flag {
    /** Temperature or pressure outside the range in which the standard states its smallest uncertainty. */
    OUTSIDE_NORMAL_RANGE,
    /** Outside the range the standard covers; only where a state is given by its density. */
    OUTSIDE_EXPANDED_RANGE,
    /** A component's share outside AGA 8's normal characteristics of the gas. */
    COMPOSITION_OUTSIDE_NORMAL_RANGE,
    /** A component's share outside AGA 8's expanded characteristics of the gas. */
    COMPOSITION_OUTSIDE_EXPANDED_RANGE,
    /** The fractions did not add up to one and were normalised. */
    COMPOSITION_NORMALISED,
    /** No gas of this pressure: the density is that of the liquid-like branch. */
    LIQUID_LIKE_DENSITY,
    /** No fluid can be in this state: pressure falls as density rises; the speed of sound is given as zero. */
    MECHANICALLY_UNSTABLE,
    /** The table has no summation factor of a component present, which counts as zero. */
    SUMMATION_FACTOR_MISSING,
    /** A Reynolds number outside the range of the discharge coefficient equation. */
    REYNOLDS_OUTSIDE_RANGE,
    /** A bore, pipe or diameter ratio outside the limits of the standard. */
    GEOMETRY_OUTSIDE_RANGE,
    /** A compressibility at base or flowing conditions that no natural gas has. */
    COMPRESSIBILITY_UNUSUAL,
    /** The accumulator went through zero. */
    ROLLOVER,
    /** The rate of pulses lies outside the meter's linearisation points; the nearest factor was used. */
    OUTSIDE_LINEARISATION,
    /** Pressure below the equilibrium vapour pressure: no correction for pressure. */
    NO_PRESSURE_CORRECTION
}
