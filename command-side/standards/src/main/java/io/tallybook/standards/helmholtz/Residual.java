package io.tallybook.standards.helmholtz;

/**
 * The residual Helmholtz energy and its derivatives, each times the powers of τ (∝ 1/T) and δ it was derived by.
 *
 * @param alpha αʳ
 * @param delta δ·αʳ_δ
 * @param deltaDelta δ²·αʳ_δδ
 * @param deltaDeltaDelta δ³·αʳ_δδδ
 * @param tau τ·αʳ_τ
 * @param tauTau τ²·αʳ_ττ
 * @param tauDelta τ·δ·αʳ_τδ
 */
public record Residual(
        double alpha,
        double delta,
        double deltaDelta,
        double deltaDeltaDelta,
        double tau,
        double tauTau,
        double tauDelta) {
    /**
     * @param byTau coefficients of τ·∂αʳ/∂τ
     * @param byTauTau coefficients of τ²·∂²αʳ/∂τ²
     */
    public static Residual at(Isotherm isotherm, double[] byTau, double[] byTauTau, double molarDensity) {
        double delta = isotherm.delta(molarDensity);
        double[] a = isotherm.derivatives(isotherm.coefficients(), delta);
        double[] t = isotherm.derivatives(byTau, delta);
        double[] tt = isotherm.derivatives(byTauTau, delta);
        return new Residual(a[0], a[1], a[2], a[3], t[0], tt[0], t[1]);
    }
}
