package io.tallybook.standards.base;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;

/**
 * At what a volume of gas is stated, or flows.
 *
 * @param z compressibility factor there
 */
public record BaseConditions(Pressure pressure, Temperature temperature, double z) {
    /** @throws InvalidInput unless z is above zero */
    public BaseConditions {
        InvalidInput.positive("z", z);
    }

    /** Moles per volume but for the gas constant: p/(Z·T), kPa/K. */
    double content() {
        return pressure.kilopascal() / (z * temperature.kelvin());
    }
}
