package io.tallybook.standards.aga8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.tallybook.standards.Vectors;
import io.tallybook.standards.helmholtz.GasProperties;

/** All properties of one row of the reference code's unit tests. */
public final class UnitTest {
    private UnitTest() {}

    public static void holds(Vectors.Row row, GasProperties at, double tolerance) {
        double[] actual = {
            at.molarMassGPerMol(),
            at.molarDensityMolPerDm3(),
            at.z(),
            at.dPdDKpaDm3PerMol(),
            at.d2PdD2(),
            at.dPdTKpaPerK(),
            at.internalEnergyJPerMol(),
            at.enthalpyJPerMol(),
            at.entropyJPerMolK(),
            at.cvJPerMolK(),
            at.cpJPerMolK(),
            at.speedOfSoundMPerS(),
            at.gibbsEnergyJPerMol(),
            at.jouleThomsonKPerKpa(),
            at.isentropicExponent()
        };
        String[] columns = {
            "Mm", "D_mol_l", "Z", "dPdD", "d2PdD2", "dPdT", "U", "H", "S", "Cv", "Cp", "W", "G", "JT", "Kappa"
        };
        for (int i = 0; i < columns.length; i++) {
            assertThat(actual[i]).as(columns[i]).isCloseTo(row.number(columns[i]), offset(tolerance));
        }
    }
}
