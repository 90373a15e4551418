package io.tallybook.ui.calc;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.ComponentSet;
import io.tallybook.standards.gas.Composition;
import io.tallybook.standards.gerg2008.Gerg2008;
import io.tallybook.standards.gpa2172.Gpa2172;
import io.tallybook.standards.iso6976.Iso6976;

/** The standards that go by a gas's composition. */
final class GasCalculations {
    private GasCalculations() {}

    static Answer detail(Fields in) {
        Composition gas = composition(in, Detail.components());
        Temperature temperature = in.temperature("temperature");
        if (byDensity(in)) {
            double density = in.number("densityMolPerDm3");
            in.done();
            return new Answer(Detail.atDensity(gas, temperature, density), gas);
        }
        Pressure pressure = in.pressure("pressure");
        in.done();
        return new Answer(Detail.at(gas, temperature, pressure), gas);
    }

    static Answer gerg(Fields in) {
        Composition gas = composition(in, Gerg2008.components());
        Temperature temperature = in.temperature("temperature");
        if (byDensity(in)) {
            double density = in.number("densityMolPerDm3");
            in.done();
            return new Answer(Gerg2008.atDensity(gas, temperature, density), gas);
        }
        Pressure pressure = in.pressure("pressure");
        in.done();
        return new Answer(Gerg2008.at(gas, temperature, pressure), gas);
    }

    private static boolean byDensity(Fields in) {
        boolean density = in.has("densityMolPerDm3");
        InvalidInput.unless(
                !(density && in.has("pressure")),
                "pressure",
                "a state is given by its pressure or by its density, not both");
        return density;
    }

    static Answer iso6976(Fields in) {
        Composition gas = composition(in, Iso6976.components());
        Iso6976.Reference combustion = reference(in, "combustionTemperatureC");
        Iso6976.Reference metering = reference(in, "meteringTemperatureC");
        Pressure pressure = in.pressure("pressure");
        in.done();
        return new Answer(Iso6976.of(gas, combustion, metering, pressure), gas);
    }

    private static Iso6976.Reference reference(Fields in, String name) {
        double celsius = in.number(name);
        for (Iso6976.Reference reference : Iso6976.Reference.values()) {
            if (reference.celsius() == celsius) {
                return reference;
            }
        }
        throw new InvalidInput(name, name + " is one of 0, 15, 15.55, 20, 25, was " + celsius);
    }

    static Answer gpa2172(Fields in) {
        Composition gas = composition(in, Gpa2172.components());
        Pressure base = in.pressure("basePressure");
        Gpa2172.Water water = in.choice("waterBasis", Gpa2172.Water.class);
        double delivered = water == Gpa2172.Water.AS_DELIVERED ? in.number("deliveredWater") : 0;
        in.done();
        return new Answer(Gpa2172.of(gas, base, water, delivered), gas);
    }

    private static Composition composition(Fields in, ComponentSet components) {
        return Composition.of(components, in.numbers("composition"));
    }
}
