package io.tallybook.standards.helmholtz;

import java.util.Arrays;

/**
 * The factors of the reduced density δ that stand before polynomials in δ: 1, exp(−δᵏ) or exp(−η(δ−ε)² − β(δ−γ)).
 * A standard has one set of them for all mixtures and temperatures. Immutable.
 */
public final class Shapes {
    /** One more than the highest power of δ: AGA 8 goes to 9. */
    public static final int POWERS = 10;

    private final int[] exponents;
    private final double[] gaussians;
    private final double[] atZero;
    private final int[] lowest;
    private final int[] highest;

    /**
     * @param exponents k of each exp(−δᵏ), 0 for the factor 1
     * @param gaussians η, ε, β, γ of each further shape, one after the other
     */
    public Shapes(int[] exponents, double[] gaussians) {
        this.exponents = exponents.clone();
        this.gaussians = gaussians.clone();
        atZero = new double[count()];
        for (int s = 0; s < count(); s++) {
            atZero[s] = s < exponents.length ? 1 : gaussianAtZero(s);
        }
        lowest = new int[count()];
        highest = new int[count()];
        Arrays.fill(lowest, POWERS);
    }

    private Shapes(Shapes other, int[] lowest, int[] highest) {
        exponents = other.exponents;
        gaussians = other.gaussians;
        atZero = other.atZero;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The same shapes, with a polynomial that goes as far as power d before shape s too. */
    public Shapes with(int s, int d) {
        int[] low = lowest.clone();
        int[] high = highest.clone();
        low[s] = Math.min(low[s], d);
        high[s] = Math.max(high[s], d);
        return new Shapes(this, low, high);
    }

    /** How many. */
    public int count() {
        return exponents.length + gaussians.length / 4;
    }

    /** The value of a shape at no density. */
    double atZero(int s) {
        return atZero[s];
    }

    private double gaussianAtZero(int s) {
        double epsilon = gaussian(s, 1);
        return Math.exp(-gaussian(s, 0) * epsilon * epsilon + gaussian(s, 2) * gaussian(s, 3));
    }

    int powerShapes() {
        return exponents.length;
    }

    int exponent(int s) {
        return exponents[s];
    }

    double gaussian(int s, int parameter) {
        return gaussians[(s - exponents.length) * 4 + parameter];
    }

    int lowest(int s) {
        return lowest[s];
    }

    int highest(int s) {
        return highest[s];
    }

    /** Where the coefficient of δᵈ before shape s stands. */
    public static int at(int s, int d) {
        return s * POWERS + d;
    }
}
