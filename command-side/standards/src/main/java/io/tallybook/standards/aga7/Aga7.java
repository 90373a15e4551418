package io.tallybook.standards.aga7;

import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Standard;
import io.tallybook.standards.base.BaseConditions;
import java.util.ArrayList;
import java.util.List;

/** AGA Report No. 7 (turbine) and No. 9 (ultrasonic): linear meters, from pulses to volume at base. Pure functions. */
public final class Aga7 {
    public static final Standard STANDARD =
            new Standard("aga7", "AGA Report No. 7 (2006), linear meters", "1.0.0", null);

    private Aga7() {}

    /**
     * What an accumulator counted between two readings.
     *
     * @param counted pulses
     * @param rolledOver whether it went through zero
     */
    public record Counted(double counted, boolean rolledOver) {
        /** @throws InvalidInput when it is negative or no number */
        public Counted {
            InvalidInput.notNegative("pulses", counted);
        }
    }

    /**
     * The difference of two readings, through zero where the meter may have counted that much.
     *
     * @param previous reading, 0 up to the rollover
     * @param current reading, 0 up to the rollover
     * @param rollover the reading after which the accumulator is at zero again
     * @param highestRate what the meter counts at most in a second
     * @param seconds between the readings
     * @throws OutOfRange when the meter cannot have counted the difference: an exception for a person, not a volume
     */
    public static Counted difference(
            double previous, double current, double rollover, double highestRate, double seconds) {
        InvalidInput.positive("rollover", rollover);
        InvalidInput.positive("highestRate", highestRate);
        InvalidInput.notNegative("seconds", seconds);
        InvalidInput.notNegative("previous", previous);
        InvalidInput.notNegative("current", current);
        InvalidInput.unless(previous < rollover, "previous", "a reading is below the rollover " + rollover);
        InvalidInput.unless(current < rollover, "current", "a reading is below the rollover " + rollover);
        boolean rolledOver = current < previous;
        double counted = rolledOver ? current - previous + rollover : current - previous;
        OutOfRange.unless(
                counted <= highestRate * seconds,
                "current",
                "from " + previous + " to " + current + " would be " + counted + " pulses, the meter counts at most "
                        + highestRate * seconds + " in " + seconds + " s");
        return new Counted(counted, rolledOver);
    }

    /**
     * A volume at flowing and at base conditions.
     *
     * @param pulses counted, not below zero
     * @param seconds they were counted in, above zero
     * @param kFactor K, pulses per unit of volume
     * @param factors the meter's linearisation
     */
    public static LinearFlow volume(
            Counted pulses,
            double seconds,
            double kFactor,
            MeterFactors factors,
            BaseConditions flowing,
            BaseConditions base) {
        InvalidInput.positive("seconds", seconds);
        InvalidInput.positive("kFactor", kFactor);
        double frequency = pulses.counted() / seconds;
        double meterFactor = factors.at(frequency);
        double indicated = pulses.counted() / kFactor;
        double atFlowing = indicated * meterFactor;
        double pressure = flowing.pressure().kilopascal() / base.pressure().kilopascal();
        double temperature = base.temperature().kelvin() / flowing.temperature().kelvin();
        double compressibility = base.z() / flowing.z();
        double multiplier = pressure * temperature * compressibility;
        List<Flag> flags = new ArrayList<>(2);
        if (pulses.rolledOver()) {
            flags.add(Flag.ROLLOVER);
        }
        if (!factors.covers(frequency)) {
            flags.add(Flag.OUTSIDE_LINEARISATION);
        }
        return new LinearFlow(
                STANDARD,
                pulses.counted(),
                frequency,
                indicated,
                meterFactor,
                atFlowing,
                pressure,
                temperature,
                compressibility,
                multiplier,
                atFlowing * multiplier,
                flags);
    }
}
