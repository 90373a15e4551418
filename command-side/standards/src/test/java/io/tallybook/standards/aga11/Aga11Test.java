package io.tallybook.standards.aga11;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.Vectors;
import io.tallybook.standards.aga11.Aga11.CoriolisVolume;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.aga8.DetailState;
import io.tallybook.standards.base.BaseConditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Aga11Test {
    private static final BaseConditions BASE =
            new BaseConditions(new Pressure(101.325), new Temperature(288.15), 0.9977);

    @Test
    void carriesEveryStepOfTheWay() {
        CoriolisVolume to = Aga11.volume(1000, 0.9995, 17.5, BASE);
        near("rho", to.baseDensityKgPerM3(), 101.325 * 17.5 / (0.9977 * 8.31451 * 288.15), 1e-14);
        near("mass", to.correctedMassKg(), 999.5, 1e-14);
        near("Vb", to.baseVolumeM3(), 999.5 / to.baseDensityKgPerM3(), 1e-14);
        assertThat(to.massKg()).isEqualTo(1000);
        assertThat(to.gasConstantJPerMolK()).isEqualTo(8.31451);
        assertThat(to.standard().name()).isEqualTo("aga11");
    }

    @Test
    void theBaseDensityIsThatOfDetail() {
        DetailState at = Detail.at(Vectors.gas("GulfCoast"), BASE.temperature(), BASE.pressure());
        BaseConditions base = new BaseConditions(
                BASE.pressure(), BASE.temperature(), at.properties().z());
        double density =
                Aga11.volume(1, 1, at.properties().molarMassGPerMol(), base).baseDensityKgPerM3();
        near("rho", density, at.properties().massDensityKgPerM3(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 17, massKg",
        "NaN, 1, 17, massKg",
        "1, 0, 17, meterFactor",
        "1, 1, 0, molarMassGPerMol",
        "1, 1, Infinity, molarMassGPerMol"
    })
    void refusesWhatIsNoMeasurement(double mass, double factor, double molarMass, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Aga11.volume(mass, factor, molarMass, BASE))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }
}
