package io.tallybook.ui.cli;

import io.tallybook.standards.Methods;
import io.tallybook.standards.NotCalculated;
import io.tallybook.standards.Standard;
import io.tallybook.ui.calc.CalcProblem;
import io.tallybook.ui.calc.Calculation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Evaluates a measurement standard at the terminal, without a server: exit code 1 when it has no figure for the input. */
@Command(
        name = "calc",
        mixinStandardHelpOptions = true,
        description = {
            "Evaluates a measurement standard: one JSON object on standard input, its result on standard output.",
            "Fields, units and examples of each standard: docs/reference/calc.md."
        })
public final class CalcCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "STANDARD",
            description =
                    "aga8-detail, gerg-2008, iso6976, gpa2172, aga3, iso5167, aga7, aga11, api-11-1 or base-conversion")
    String standard = "";

    @Option(names = "--json", description = "print JSON, of an error too")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            requireKnown();
            ObjectNode result = Calculation.of(standard, System.in);
            if (json) {
                out.println(result.toPrettyString());
            } else {
                print("", result, out);
            }
            return 0;
        } catch (NotCalculated no) {
            if (json) {
                out.println(CalcProblem.of(no).toPrettyString());
            }
            spec.commandLine().getErr().println("tallybook: " + no.getMessage());
            return 1;
        } finally {
            out.flush();
            spec.commandLine().getErr().flush();
        }
    }

    private void requireKnown() {
        if (Methods.refusal(standard).isEmpty() && !Methods.names().contains(standard)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no standard '" + standard + "'; there are "
                            + Methods.all().stream().map(Standard::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static void print(String path, JsonNode node, PrintWriter out) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (field.getValue().isObject()) {
                print(at, field.getValue(), out);
            } else {
                out.printf("%-44s %s%n", at, field.getValue());
            }
        }
    }
}
