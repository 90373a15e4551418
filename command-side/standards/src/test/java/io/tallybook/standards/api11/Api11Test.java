package io.tallybook.standards.api11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.tallybook.standards.Vectors;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Api11Test {
    static List<Vectors.Row> examples() {
        return Vectors.rows("api_11_1_2004_examples");
    }

    private static VolumeCorrection correction(Vectors.Row row) {
        return Api11.correction(
                Api11.Group.valueOf(row.text("group").toUpperCase(Locale.ROOT)),
                row.number("T_F"),
                row.number("P_psig"),
                0,
                row.number("rho60_kgm3"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void meetsTheWorkedExamplesAndEveryStepOfThem(Vectors.Row row) {
        VolumeCorrection at = correction(row);
        step("t*", at.temperatureIpts68F(), row.number("T_ITPS68_F"));
        step("rho*", at.densityIpts68KgPerM3(), row.number("rho_ITPS68"));
        step("alpha60", at.thermalExpansionPerF(), row.number("alpha60"));
        step("Fp", at.compressibilityPer1e5Psi(), row.number("Fp_1e-5_per_psi"));
        step("CTL", at.ctl(), row.number("CTL"));
        step("CPL", at.cpl(), row.number("CPL"));
        assertThat(at.ctpl().doubleValue()).isEqualTo(row.number("CTPL_5dp"));
    }

    private static void step(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, offset(Math.max(1, Math.abs(expected)) * 1e-10));
    }
}
