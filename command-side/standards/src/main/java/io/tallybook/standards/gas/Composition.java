package io.tallybook.standards.gas;

import io.tallybook.standards.InvalidInput;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A gas by its mole fractions, normalised to one; what they added up to is kept (GPA 2261: 99 to 101 % before normalising).
 * Fractions that add up to one within 1e-7 are not touched: that is the rounding of a published analysis, not a measured sum.
 * Immutable; what leaves it is a copy.
 */
public final class Composition {
    /** How far from one the fractions may add up. */
    public static final double SUM_TOLERANCE = 0.01;

    /** Nearer to one than this, the last digit of a published analysis, they are taken exactly as given. */
    static final double ROUNDING = 1e-7;

    private final ComponentSet set;
    private final double[] fractions;
    private final double rawSum;

    private Composition(ComponentSet set, double[] raw) {
        this.set = set;
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            sum += fraction(set, raw, i);
        }
        InvalidInput.unless(sum > 0, "composition", "the composition is empty");
        InvalidInput.unless(
                Math.abs(sum - 1) <= SUM_TOLERANCE + Math.ulp(1.0),
                "composition",
                "the mole fractions add up to 1 within 0.01, these to " + sum);
        rawSum = sum;
        fractions = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            fractions[i] = isNormalised() ? raw[i] / sum : raw[i];
        }
    }

    private static double fraction(ComponentSet set, double[] raw, int place) {
        double fraction = raw[place];
        if (fraction >= 0 && fraction <= 1 + SUM_TOLERANCE) {
            return fraction;
        }
        throw new InvalidInput(
                "composition." + set.names().get(place),
                "a mole fraction is a number from 0 to 1, " + set.names().get(place) + " was " + fraction);
    }

    /**
     * Of fractions in the order of the set.
     *
     * @throws InvalidInput when one is negative or no number, or their sum is further from one than 0.01
     */
    public static Composition of(ComponentSet set, double... fractions) {
        InvalidInput.unless(
                fractions.length == set.size(),
                "composition",
                set + " has " + set.size() + " components, " + fractions.length + " were given");
        return new Composition(set, fractions);
    }

    /**
     * Of fractions by name.
     *
     * @throws InvalidInput also when a name is unknown or one component is named twice
     */
    public static Composition of(ComponentSet set, Map<String, Double> byName) {
        double[] raw = new double[set.size()];
        boolean[] named = new boolean[set.size()];
        byName.forEach((name, fraction) -> {
            int place = set.place(name)
                    .orElseThrow(() -> new InvalidInput(
                            "composition." + name,
                            "'" + name + "' is no component of " + set + ": it has " + set.names()));
            InvalidInput.unless(!named[place], "composition." + name, "'" + name + "' is named twice");
            named[place] = true;
            raw[place] = fraction;
        });
        return new Composition(set, raw);
    }

    /**
     * The normalised fractions in the order of another standard's set.
     *
     * @throws InvalidInput when a component present is not in that set and must be lumped with another first
     */
    public double[] in(ComponentSet other) {
        if (set == other) {
            return fractions.clone();
        }
        double[] there = new double[other.size()];
        for (int i = 0; i < fractions.length; i++) {
            if (fractions[i] > 0) {
                String name = set.names().get(i);
                there[
                                other.place(name)
                                        .orElseThrow(() -> new InvalidInput(
                                                "composition." + name,
                                                "'" + name + "' is no component of " + other
                                                        + ": lump it with one that is"))] =
                        fractions[i];
            }
        }
        return there;
    }

    /** A component's normalised fraction, zero when it is absent or unknown here. */
    public double fraction(String name) {
        return set.place(name).map(place -> fractions[place]).orElse(0.0);
    }

    /** What the fractions added up to as given. */
    public double rawSum() {
        return rawSum;
    }

    /** Whether normalising moved any fraction by more than rounding. */
    public boolean isNormalised() {
        return Math.abs(rawSum - 1) > ROUNDING;
    }

    /** The components present with their normalised fractions, in the set's order. */
    public Map<String, Double> present() {
        Map<String, Double> present = new LinkedHashMap<>();
        List<String> names = set.names();
        for (int i = 0; i < fractions.length; i++) {
            if (fractions[i] > 0) {
                present.put(names.get(i), fractions[i]);
            }
        }
        return Collections.unmodifiableMap(present);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Composition that
                && set == that.set
                && rawSum == that.rawSum
                && Arrays.equals(fractions, that.fractions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fractions);
    }

    @Override
    public String toString() {
        return present().toString();
    }
}
