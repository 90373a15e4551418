package io.tallybook.standards.aga3;

import static io.tallybook.standards.Vectors.near;

import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.aga3.Orifice.Material;
import io.tallybook.standards.aga3.OrificeConditions.Expansion;
import io.tallybook.standards.aga3.OrificeConditions.Tap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Aga3Test {
    private static final Orifice METER =
            Orifice.of(2.66406, 4.02638, Material.STAINLESS_304_316, Material.CARBON_STEEL);

    static List<Vectors.Row> cases() {
        return Vectors.rows("aga3_part4_cases");
    }

    static List<Vectors.Row> solved() {
        return cases().stream().filter(row -> row.has("ind_Cd")).toList();
    }

    private static OrificeFlow flow(Vectors.Row row) {
        return Aga3.flow(
                Orifice.of(row.number("d_in"), row.number("D_in"), Material.STAINLESS_304_316, Material.CARBON_STEEL),
                new OrificeConditions(
                        Temperature.of(row.number("T_F"), Temperature.Unit.F),
                        Pressure.of(row.number("P_psia"), Pressure.Unit.PSIA),
                        Tap.UPSTREAM,
                        row.number("dP_inH2O"),
                        row.has("k") ? row.number("k") : null,
                        Expansion.BUCKINGHAM,
                        row.number("mu_cP"),
                        row.number("rho_f_lbft3"),
                        row.number("rho_b_lbft3")));
    }

    private static OrificeConditions at(double psia, Tap tap, double hw, @Nullable Double k, Expansion expansion) {
        return new OrificeConditions(
                Temperature.of(68, Temperature.Unit.F),
                Pressure.of(psia, Pressure.Unit.PSIA),
                tap,
                hw,
                k,
                expansion,
                0.0103,
                2.0466,
                0.0462);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meetsTheProgramOfPart4(Vectors.Row row) {
        OrificeFlow flow = flow(row);
        near("beta", flow.beta(), row.number("beta"), 2e-5);
        near("Ev", flow.velocityOfApproach(), row.number("Ev"), 2e-5);
        near("Cd0", flow.infiniteDischargeCoefficient(), row.number("Cd0"), 2e-5);
        near("Y", flow.expansionFactor(), row.number("Y"), 2e-5);
        near("Cd", flow.dischargeCoefficient(), row.number("Cd_FT"), 2e-5);
        near("qm", flow.massFlowLbPerH(), row.number("qm_lbm_hr"), 2e-5);
        near("qv", flow.flowingVolumeFt3PerH(), row.number("qv_ft3_hr"), 2e-5);
        near("qb", flow.baseVolumeFt3PerH(), row.number("qb_ft3_hr"), 2e-5);
    }

    @ParameterizedTest
    @MethodSource("solved")
    void meetsTheIndependentSolution(Vectors.Row row) {
        OrificeFlow flow = flow(row);
        near("Cd", flow.dischargeCoefficient(), row.number("ind_Cd"), 1e-9);
        near("qm", flow.massFlowLbPerH(), row.number("ind_qm"), 1e-6);
        near("qv", flow.flowingVolumeFt3PerH(), row.number("ind_qv"), 1e-6);
        near("qb", flow.baseVolumeFt3PerH(), row.number("ind_qb"), 1e-6);
    }
}
