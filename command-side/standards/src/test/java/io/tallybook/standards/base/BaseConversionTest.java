package io.tallybook.standards.base;

import static io.tallybook.standards.Vectors.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.base.BaseConversion.Converted;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseConversionTest {
    private static BaseConditions at(double psia, double fahrenheit, double z) {
        return new BaseConditions(
                Pressure.of(psia, Pressure.Unit.PSIA), Temperature.of(fahrenheit, Temperature.Unit.F), z);
    }

    @Test
    void convertsByPressureTemperatureAndCompressibility() {
        Converted to = BaseConversion.convert(1000, 1050, at(14.73, 60, 0.9977), at(15.025, 70, 0.9979));
        near("P", to.pressureFactor(), 14.73 / 15.025, 1e-14);
        near("T", to.temperatureFactor(), 529.67 / 519.67, 1e-14);
        near("Z", to.compressibilityFactor(), 0.9979 / 0.9977, 1e-14);
        near(
                "factor",
                to.volumeFactor(),
                to.pressureFactor() * to.temperatureFactor() * to.compressibilityFactor(),
                1e-14);
        near("volume", to.volume(), 1000 * to.volumeFactor(), 1e-14);
        near("heating value", to.heatingValue(), 1050 / to.volumeFactor(), 1e-14);
        assertThat(to.energy()).isEqualTo(1_050_000);
        assertThat(to.standard().name()).isEqualTo("base-conversion");
        assertThat(to.standard().coefficientsSha256()).isNull();
    }

    @Test
    void noBaseChangesTheEnergyAndTheWayBackIsTheWayThere() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6976);
        for (int n = 0; n < 1000; n++) {
            BaseConditions from = at(random.nextDouble(14, 16), random.nextDouble(32, 80), random.nextDouble(0.98, 1));
            BaseConditions to = at(random.nextDouble(14, 16), random.nextDouble(32, 80), random.nextDouble(0.98, 1));
            double volume = random.nextDouble(1e9);
            double heat = random.nextDouble(900, 1300);
            Converted there = BaseConversion.convert(volume, heat, from, to);
            near("energy of case " + n, there.volume() * there.heatingValue(), volume * heat, 1e-13);
            Converted back = BaseConversion.convert(there.volume(), there.heatingValue(), to, from);
            near("volume of case " + n, back.volume(), volume, 1e-13);
            near("heating value of case " + n, back.heatingValue(), heat, 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesACompressibilityThatIsNone(double z) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> at(14.73, 60, z))
                .satisfies(no -> assertThat(no.field()).isEqualTo("z"));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, volume", "1, -1, heatingValue", "1, NaN, heatingValue"})
    void refusesWhatIsNoQuantity(double volume, double heat, String field) {
        BaseConditions base = at(14.73, 60, 1);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> BaseConversion.convert(volume, heat, base, base))
                .satisfies(no -> assertThat(no.field()).isEqualTo(field));
    }
}
