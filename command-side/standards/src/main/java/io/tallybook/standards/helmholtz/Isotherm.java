package io.tallybook.standards.helmholtz;

/**
 * The residual Helmholtz energy αʳ(δ) of one mixture at one temperature: for each shape a polynomial in the reduced density
 * δ = D·{@code densityScale}. What depends on composition and temperature is folded into the coefficients beforehand, so that
 * a step of the density iteration costs a dozen exponentials and no power. Immutable but for its makers' arrays, which they
 * give away.
 */
public final class Isotherm {
    private final Shapes shapes;
    private final double[] coefficients;
    private final double densityScale;
    private final double rt;

    /**
     * @param coefficients of αʳ by {@link Shapes#at}
     * @param densityScale δ per mol/dm³
     * @param rt R·T, J/mol, which is kPa per mol/dm³
     */
    public Isotherm(Shapes shapes, double[] coefficients, double densityScale, double rt) {
        this.shapes = shapes;
        this.coefficients = coefficients;
        this.densityScale = densityScale;
        this.rt = rt;
    }

    /** R·T, J/mol. */
    public double rt() {
        return rt;
    }

    /** Reduced density of a molar density in mol/dm³. */
    public double delta(double molarDensity) {
        return molarDensity * densityScale;
    }

    /** Z = 1 + δ ∂αʳ/∂δ. */
    public double compressibility(double molarDensity) {
        Slope slope = new Slope();
        slope.at(delta(molarDensity));
        return 1 + slope.first;
    }

    /** Second virial coefficient, dm³/mol: the slope of Z at no density. */
    public double secondVirial() {
        double sum = 0;
        for (int s = 0; s < shapes.count(); s++) {
            sum += coefficients[Shapes.at(s, 1)] * shapes.atZero(s);
        }
        return sum * densityScale;
    }

    /** αʳ, δαʳ_δ, δ²αʳ_δδ, δ³αʳ_δδδ with other coefficients, such as those of the derivative by temperature. */
    public double[] derivatives(double[] of, double delta) {
        double[] sums = new double[4];
        double[] e = new double[3];
        for (int s = 0; s < shapes.count(); s++) {
            double p0 = 0;
            double p1 = 0;
            double p2 = 0;
            double p3 = 0;
            double power = 1;
            for (int d = 0; d <= shapes.highest(s); d++) {
                double term = of[Shapes.at(s, d)] * power;
                p0 += term;
                p1 += d * term;
                p2 += d * (d - 1) * term;
                p3 += d * (d - 1) * (d - 2) * term;
                power *= delta;
            }
            double third = shape(s, delta, e);
            double square = e[2] + e[1] * e[1];
            double cube = third + 3 * e[1] * e[2] + e[1] * e[1] * e[1];
            sums[0] += e[0] * p0;
            sums[1] += e[0] * (p1 + e[1] * p0);
            sums[2] += e[0] * (p2 + 2 * e[1] * p1 + square * p0);
            sums[3] += e[0] * (p3 + 3 * e[1] * p2 + 3 * square * p1 + cube * p0);
        }
        return sums;
    }

    /** The coefficients of αʳ itself. */
    double[] coefficients() {
        return coefficients;
    }

    /** Shape exp(f), δf′, δ²f″ into e; returns δ³f‴. */
    private double shape(int s, double delta, double[] e) {
        if (s >= shapes.powerShapes()) {
            double eta = shapes.gaussian(s, 0);
            double off = delta - shapes.gaussian(s, 1);
            double beta = shapes.gaussian(s, 2);
            e[0] = Math.exp(-eta * off * off - beta * (delta - shapes.gaussian(s, 3)));
            e[1] = -delta * (2 * eta * off + beta);
            e[2] = -2 * eta * delta * delta;
            return 0;
        }
        int k = shapes.exponent(s);
        if (k == 0) {
            e[0] = 1;
            e[1] = 0;
            e[2] = 0;
            return 0;
        }
        double power = delta;
        for (int i = 1; i < k; i++) {
            power *= delta;
        }
        e[0] = Math.exp(-power);
        e[1] = -k * power;
        e[2] = (k - 1) * e[1];
        return (k - 2) * e[2];
    }

    /** δαʳ_δ and δ²αʳ_δδ and nothing else: all that a step of the density iteration needs. One per thread and solve. */
    final class Slope {
        private final double[] powers = new double[Shapes.POWERS];
        private final double[] e = new double[3];
        double first;
        double second;

        void at(double delta) {
            double power = 1;
            for (int d = 0; d < Shapes.POWERS; d++) {
                powers[d] = power;
                power *= delta;
            }
            double sum1 = 0;
            double sum2 = 0;
            for (int s = 0; s < shapes.count(); s++) {
                double p0 = 0;
                double p1 = 0;
                double p2 = 0;
                int from = s * Shapes.POWERS;
                for (int d = shapes.lowest(s); d <= shapes.highest(s); d++) {
                    double term = coefficients[from + d] * powers[d];
                    p0 += term;
                    p1 += d * term;
                    p2 += d * (d - 1) * term;
                }
                shape(s, delta, e);
                sum1 += e[0] * (p1 + e[1] * p0);
                sum2 += e[0] * (p2 + 2 * e[1] * p1 + (e[2] + e[1] * e[1]) * p0);
            }
            first = sum1;
            second = sum2;
        }

        /** kPa. */
        double pressure(double molarDensity) {
            at(delta(molarDensity));
            return molarDensity * rt * (1 + first);
        }

        /** ∂p/∂D at the density last asked for, kPa per mol/dm³. */
        double pressureByDensity() {
            return rt * (1 + 2 * first + second);
        }
    }

    Slope slope() {
        return new Slope();
    }
}
