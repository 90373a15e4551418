package io.tallybook.ui.calc;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.aga11.Aga11;
import io.tallybook.standards.aga3.Aga3;
import io.tallybook.standards.aga3.Orifice;
import io.tallybook.standards.aga3.OrificeConditions;
import io.tallybook.standards.aga7.Aga7;
import io.tallybook.standards.aga7.MeterFactors;
import io.tallybook.standards.api11.Api11;
import io.tallybook.standards.base.BaseConditions;
import io.tallybook.standards.base.BaseConversion;
import io.tallybook.standards.iso5167.Iso5167;
import java.util.List;

/** The standards of meters, liquids and bases. */
final class FlowCalculations {
    private static final String OBSERVED = "observedDensityKgPerM3";
    private static final List<String> BASE_DENSITIES = List.of("baseDensityKgPerM3", "apiGravity", "relativeDensity");
    private static final String ONE_DENSITY =
            "a liquid has exactly one of observedDensityKgPerM3, baseDensityKgPerM3, apiGravity and relativeDensity";

    private FlowCalculations() {}

    static Answer aga3(Fields in) {
        Orifice orifice = Orifice.of(
                in.number("boreIn"),
                in.number("pipeIn"),
                in.choice("plateMaterial", Orifice.Material.class),
                in.choice("tubeMaterial", Orifice.Material.class));
        OrificeConditions at = new OrificeConditions(
                in.temperature("temperature"),
                in.pressure("staticPressure"),
                in.choice("tap", OrificeConditions.Tap.class),
                in.number("differentialInH2o"),
                in.optionalNumber("isentropicExponent"),
                in.choice("expansion", OrificeConditions.Expansion.class),
                in.number("viscosityCp"),
                in.number("flowingDensityLbPerFt3"),
                in.number("baseDensityLbPerFt3"));
        in.done();
        return new Answer(Aga3.flow(orifice, at), null);
    }

    static Answer iso5167(Fields in) {
        Iso5167.Plate plate = new Iso5167.Plate(
                in.number("boreM"), in.number("pipeM"), in.choice("tappings", Iso5167.Tappings.class));
        Iso5167.Conditions at = new Iso5167.Conditions(
                in.pressure("upstreamPressure").kilopascal() * 1000,
                in.pressure("downstreamPressure").kilopascal() * 1000,
                in.optionalNumber("isentropicExponent"),
                in.number("densityKgPerM3"),
                in.number("viscosityPaS"));
        in.done();
        return new Answer(Iso5167.flow(plate, at), null);
    }

    static Answer aga7(Fields in) {
        double seconds = in.number("seconds");
        Aga7.Counted counted = counted(in, seconds);
        double kFactor = in.number("kFactor");
        MeterFactors factors = new MeterFactors(
                in.list("meterFactors", it -> new MeterFactors.Point(it.number("frequencyHz"), it.number("factor"))));
        BaseConditions flowing = conditions(in, "flowing");
        BaseConditions base = conditions(in, "base");
        in.done();
        return new Answer(Aga7.volume(counted, seconds, kFactor, factors, flowing, base), null);
    }

    private static Aga7.Counted counted(Fields in, double seconds) {
        if (!in.has("accumulator")) {
            return new Aga7.Counted(in.number("pulses"), false);
        }
        InvalidInput.unless(
                !in.has("pulses"),
                "pulses",
                "pulses are given by their number or by the accumulator's readings, not both");
        Fields accumulator = in.fields("accumulator");
        double previous = accumulator.number("previous");
        double current = accumulator.number("current");
        double rollover = accumulator.number("rollover");
        double highest = accumulator.number("highestRate");
        accumulator.done();
        return accumulator.named("", () -> Aga7.difference(previous, current, rollover, highest, seconds));
    }

    static Answer aga11(Fields in) {
        double mass = in.number("massKg");
        double factor = in.number("meterFactor");
        double molarMass = in.number("molarMassGPerMol");
        BaseConditions base = conditions(in, "base");
        in.done();
        return new Answer(Aga11.volume(mass, factor, molarMass, base), null);
    }

    /** As the standard's own groups, and a refined product whose group goes by its density. */
    enum Product {
        CRUDE,
        REFINED,
        FUEL_OIL,
        JET,
        TRANSITION,
        GASOLINE,
        LUBE
    }

    static Answer api11(Fields in) {
        Product product = in.choice("group", Product.class);
        double fahrenheit = in.temperature("temperature").fahrenheit();
        double psig = in.gaugePsi("gaugePressure");
        double equilibrium = in.has("equilibriumGaugePressure") ? in.gaugePsi("equilibriumGaugePressure") : 0;
        if (in.has(OBSERVED)) {
            return observed(in, product, fahrenheit, psig, equilibrium);
        }
        double density = density(in);
        in.done();
        Api11.Group group =
                product == Product.REFINED ? Api11.Group.refined(density) : Api11.Group.valueOf(product.name());
        return new Answer(Api11.correction(group, fahrenheit, psig, equilibrium, density), null);
    }

    private static Answer observed(Fields in, Product product, double fahrenheit, double psig, double equilibrium) {
        double observed = in.number(OBSERVED);
        InvalidInput.unless(BASE_DENSITIES.stream().noneMatch(in::has), OBSERVED, ONE_DENSITY);
        in.done();
        Api11.Group group = product == Product.REFINED
                ? Api11.refined(fahrenheit, psig, equilibrium, observed)
                : Api11.Group.valueOf(product.name());
        return new Answer(Api11.ofObserved(group, fahrenheit, psig, equilibrium, observed), null);
    }

    private static double density(Fields in) {
        InvalidInput.unless(BASE_DENSITIES.stream().filter(in::has).count() == 1, "baseDensityKgPerM3", ONE_DENSITY);
        if (in.has("baseDensityKgPerM3")) {
            return in.number("baseDensityKgPerM3");
        }
        return in.has("apiGravity")
                ? Api11.density(in.number("apiGravity"))
                : Api11.densityOfRelative(in.number("relativeDensity"));
    }

    static Answer baseConversion(Fields in) {
        double volume = in.number("volume");
        double heatingValue = in.number("heatingValue");
        BaseConditions from = conditions(in, "from");
        BaseConditions to = conditions(in, "to");
        in.done();
        return new Answer(BaseConversion.convert(volume, heatingValue, from, to), null);
    }

    private static BaseConditions conditions(Fields in, String name) {
        Fields at = in.fields(name);
        BaseConditions conditions = at.named(
                "", () -> new BaseConditions(at.pressure("pressure"), at.temperature("temperature"), at.number("z")));
        at.done();
        return conditions;
    }
}
