package io.tallybook.ui.calc;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Reads an object of the input strictly: a field that is missing, of another type or unit, or that nobody asked for is told by
 * its path. {@link #done} ends the reading.
 */
final class Fields {
    private static final int MOST_ENTRIES = 100;

    private final String path;
    private final JsonNode object;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** Of the whole input. */
    static Fields of(JsonNode input) {
        InvalidInput.unless(input.isObject(), "input", "the input is a JSON object, was " + kind(input));
        return new Fields("", input);
    }

    boolean has(String name) {
        asked.add(name);
        return object.has(name);
    }

    double number(String name) {
        return number(path(name), required(name));
    }

    /** Null where the field is absent. */
    @Nullable Double optionalNumber(String name) {
        return has(name) ? Double.valueOf(number(name)) : null;
    }

    <E extends Enum<E>> E choice(String name, Class<E> of) {
        return choice(path(name), required(name), of);
    }

    /** A number in K, or an object of value and unit. */
    Temperature temperature(String name) {
        return named(name, () -> of(name, Temperature.Unit.class, Temperature.Unit.K, Temperature::of));
    }

    /** A number in MPa absolute, or an object of value and unit. */
    Pressure pressure(String name) {
        return named(name, () -> of(name, Pressure.Unit.class, Pressure.Unit.MPA, Pressure::of));
    }

    /** psi above the atmosphere, of a number in MPa or an object of value and unit; may be negative. */
    double gaugePsi(String name) {
        return of(name, GaugeUnit.class, GaugeUnit.MPA, (value, unit) -> value * unit.psi);
    }

    /** How gauge pressures are told. */
    enum GaugeUnit {
        KPA(1 / Pressure.KPA_PER_PSI),
        MPA(1000 / Pressure.KPA_PER_PSI),
        BAR(100 / Pressure.KPA_PER_PSI),
        PSIG(1);

        private final double psi;

        GaugeUnit(double psi) {
            this.psi = psi;
        }
    }

    /** Numbers by name, at least one. */
    Map<String, Double> numbers(String name) {
        JsonNode node = object(name);
        InvalidInput.unless(
                node.size() <= MOST_ENTRIES, path(name), path(name) + " has at most " + MOST_ENTRIES + " entries");
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.properties()
                .forEach(it -> numbers.put(it.getKey(), number(path(name) + "." + it.getKey(), it.getValue())));
        return numbers;
    }

    Fields fields(String name) {
        return new Fields(path(name), object(name));
    }

    <T> List<T> list(String name, Function<Fields, T> each) {
        JsonNode node = required(name);
        InvalidInput.unless(node.isArray(), path(name), path(name) + " is an array, was " + kind(node));
        InvalidInput.unless(
                node.size() <= MOST_ENTRIES, path(name), path(name) + " has at most " + MOST_ENTRIES + " entries");
        List<T> values = new ArrayList<>();
        for (JsonNode element : node) {
            String at = path(name) + "[" + values.size() + "]";
            InvalidInput.unless(element.isObject(), at, at + " is an object, was " + kind(element));
            Fields fields = new Fields(at, element);
            values.add(fields.named("", () -> each.apply(fields)));
            fields.done();
        }
        return values;
    }

    /** @throws InvalidInput when there is a field nobody asked for */
    void done() {
        for (String name : object.propertyNames()) {
            InvalidInput.unless(
                    asked.contains(name),
                    path(name),
                    "there is no field '" + path(name) + "' here; there are " + String.join(", ", asked));
        }
    }

    /** What a value type says about a value of this field is told with the field's path. */
    <T> T named(String name, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput no) {
            String at = name.isEmpty() ? path(no.field()) : path(name);
            throw no.field().startsWith(at) ? no : new InvalidInput(at, at + ": " + no.getMessage());
        }
    }

    private interface InUnit<U, T> {
        T of(double value, U unit);
    }

    private <U extends Enum<U>, T> T of(String name, Class<U> units, U usual, InUnit<U, T> made) {
        JsonNode node = required(name);
        if (!node.isObject()) {
            return made.of(number(path(name), node), usual);
        }
        Fields quantity = fields(name);
        double value = quantity.number("value");
        U unit = quantity.choice("unit", units);
        quantity.done();
        return made.of(value, unit);
    }

    private JsonNode object(String name) {
        JsonNode node = required(name);
        InvalidInput.unless(node.isObject(), path(name), path(name) + " is an object, was " + kind(node));
        return node;
    }

    private JsonNode required(String name) {
        InvalidInput.unless(has(name), path(name), "the field '" + path(name) + "' is missing");
        return object.get(name);
    }

    private static double number(String path, JsonNode node) {
        InvalidInput.unless(node.isNumber(), path, path + " is a number with a decimal point, was " + kind(node));
        return InvalidInput.finite(path, node.asDouble());
    }

    private static <E extends Enum<E>> E choice(String path, JsonNode node, Class<E> of) {
        InvalidInput.unless(node.isString(), path, path + " is a text, was " + kind(node));
        for (E constant : of.getEnumConstants()) {
            if (constant.name().equals(node.asString().toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new InvalidInput(
                path,
                path + " is one of " + Arrays.toString(of.getEnumConstants()) + ", was '" + node.asString() + "'");
    }

    private static String kind(JsonNode node) {
        return node.getNodeType() == JsonNodeType.STRING
                ? "the text '" + shortened(node.asString()) + "'"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
