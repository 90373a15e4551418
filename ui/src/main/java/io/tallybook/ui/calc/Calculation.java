package io.tallybook.ui.calc;

import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.Methods;
import io.tallybook.standards.NotCalculated;
import io.tallybook.standards.Standard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Evaluates a measurement standard: JSON in, JSON out ({@code docs/reference/calc.md}). Pure arithmetic, no server. */
public final class Calculation {
    private static final Map<String, Function<Fields, Answer>> BY_STANDARD = Map.ofEntries(
            Map.entry("aga8-detail", GasCalculations::detail),
            Map.entry("gerg-2008", GasCalculations::gerg),
            Map.entry("iso6976", GasCalculations::iso6976),
            Map.entry("gpa2172", GasCalculations::gpa2172),
            Map.entry("aga3", FlowCalculations::aga3),
            Map.entry("iso5167", FlowCalculations::iso5167),
            Map.entry("aga7", FlowCalculations::aga7),
            Map.entry("aga11", FlowCalculations::aga11),
            Map.entry("api-11-1", FlowCalculations::api11),
            Map.entry("base-conversion", FlowCalculations::baseConversion));

    private Calculation() {}

    /**
     * The standard's result for an input.
     *
     * @throws NotCalculated naming the field when the input is not one of the standard, or it has no figure for it
     */
    public static ObjectNode of(String name, InputStream in) throws IOException {
        Standard standard = Methods.of(name);
        JsonNode input = CalcInput.read(in);
        Fields fields = Fields.of(input);
        Function<Fields, Answer> calculation = BY_STANDARD.get(standard.name());
        if (calculation == null) {
            throw new InvalidInput("standard", standard.name() + " cannot be evaluated by itself");
        }
        return calculation.apply(fields).json();
    }
}
