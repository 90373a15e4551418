package io.tallybook.ui.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tallybook.standards.Methods;
import io.tallybook.ui.cli.CalcCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./tallybook calc}: every documented example through the command, against its schemas; every bad input by its field. */
@Isolated("System.in")
class CalcTest {
    private static final Path DOCS = Path.of("../docs/reference/calc");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    static List<String> standards() {
        return Methods.names();
    }

    private static Run run(String input, String... arguments) {
        InputStream before = System.in;
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int code = new CommandLine(new CalcCommand())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments);
            return new Run(code, out.toString(), err.toString());
        } finally {
            System.setIn(before);
        }
    }

    private static String example(String standard) throws IOException {
        return Files.readString(DOCS.resolve(standard + ".example.json"));
    }

    private static JsonNode schema(String standard, String which) throws IOException {
        return JSON.readTree(Files.readString(DOCS.resolve(standard + "." + which + ".schema.json")));
    }

    @ParameterizedTest
    @MethodSource("standards")
    void everyExampleComesToWhatItsSchemaSays(String standard) throws IOException {
        String input = example(standard);
        assertThat(Schema.faults(schema(standard, "input"), JSON.readTree(input)))
                .isEmpty();
        Run run = run(input, standard, "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Schema.faults(schema(standard, "output"), run.json())).isEmpty();
        assertThat(run.json().at("/standard/name").asString()).isEqualTo(standard);
        assertThat(run.json().at("/standard/version").asString())
                .isEqualTo(Methods.of(standard).version());
    }

    @ParameterizedTest
    @MethodSource("standards")
    void everyFieldOfAnExampleIsRead(String standard) throws IOException {
        ObjectNode input = (ObjectNode) JSON.readTree(example(standard));
        for (String name : List.copyOf(input.propertyNames())) {
            ObjectNode without = input.deepCopy();
            without.remove(name);
            Run run = run(without.toString(), standard, "--json");
            if (run.code() != 0) {
                assertThat(run.json().get("type").asString()).isEqualTo("urn:problem:invalid-input");
            } else {
                assertThat(run.json())
                        .as("without " + name)
                        .isNotEqualTo(run(input.toString(), standard, "--json").json());
            }
        }
    }

    @Test
    void aLiquidIsCorrectedFromADensityObserved() {
        String at = "{'group': 'REFINED', 'temperature': {'value': 110, 'unit': 'F'}, 'gaugePressure': 0, %s}"
                .replace('\'', '"');
        Run observed = run(at.formatted("\"observedDensityKgPerM3\": 822"), "api-11-1", "--json");
        assertThat(observed.code()).isZero();
        assertThat(observed.json().get("group").asString()).isEqualTo("FUEL_OIL");
        assertThat(observed.json().get("flowingDensityKgPerM3").asDouble()).isCloseTo(822, within(1e-8));
        String base = observed.json().get("baseDensityKgPerM3").asString();
        assertThat(run(at.formatted("\"baseDensityKgPerM3\": " + base), "api-11-1", "--json")
                        .json())
                .isEqualTo(observed.json());

        Run both = run(at.formatted("\"observedDensityKgPerM3\": 822, \"apiGravity\": 30"), "api-11-1", "--json");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.json().get("detail").asString()).contains("exactly one of");
    }

    @ParameterizedTest
    @MethodSource("standards")
    void aFieldNobodyAskedForIsRefusedByName(String standard) throws IOException {
        ObjectNode input = (ObjectNode) JSON.readTree(example(standard));
        input.put("colour", "blue");
        Run run = run(input.toString(), standard, "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("field").asString()).isEqualTo("colour");
        assertThat(Schema.faults(schema(standard, "input"), input)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("standards")
    void withoutJsonAPersonReadsALinePerFigure(String standard) throws IOException {
        Run run = run(example(standard), standard);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("standard.version")
                .contains(Methods.of(standard).version());
    }

    private static final String GAS = "{\"composition\":{\"methane\":1},\"temperature\":%s,\"pressure\":%s}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NaN | 5 | temperature | a finite number",
                "-Infinity | 5 | temperature | a finite number",
                "null | 5 | temperature | a number with a decimal point, was null",
                "\"20,5\" | 5 | temperature | was the text '20,5'",
                "300 | 20,5 | pressure | behind the field 'pressure'",
                "0 | 5 | temperature | above zero",
                "300 | -5 | pressure | above zero",
                "{\"value\":20,\"unit\":\"X\"} | 5 | temperature.unit | [K, C, F, R]",
                "{\"value\":20} | 5 | temperature.unit | missing",
                "{\"value\":\"20\",\"unit\":\"C\"} | 5 | temperature.value | was the text",
                "{\"value\":20,\"unit\":\"C\",\"at\":1} | 5 | temperature.at | no field",
                "300 | {\"value\":20,\"unit\":\"PSIG\"} | pressure.unit | PSIA",
                "300 | [5] | pressure | was array"
            })
    void aBadValueIsToldByItsField(String temperature, String pressure, String field, String why) {
        Run run = run(GAS.formatted(temperature, pressure), "aga8-detail", "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("field").asString()).isEqualTo(field);
        assertThat(run.json().get("detail").asString()).contains(why);
        assertThat(run.json().get("status").asInt()).isEqualTo(422);
        assertThat(run.err())
                .startsWith("tallybook: ")
                .contains(run.json().get("detail").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"composition\":{},\"temperature\":300,\"pressure\":5} | composition | empty",
                "{\"composition\":{\"methane\":0.5},\"temperature\":300,\"pressure\":5} | composition | add up",
                "{\"composition\":{\"methan\":1},\"temperature\":300,\"pressure\":5} | composition.methan | no component",
                "{\"composition\":{\"methane\":NaN},\"temperature\":300,\"pressure\":5} | composition.methane | finite",
                "{\"composition\":{\"methane\":-1},\"temperature\":300,\"pressure\":5} | composition.methane | from 0 to 1",
                "{\"composition\":[1],\"temperature\":300,\"pressure\":5} | composition | is an object",
                "{\"temperature\":300,\"pressure\":5} | composition | missing",
                "{\"composition\":{\"methane\":1},\"temperature\":300} | pressure | missing",
                "{\"composition\":{\"methane\":1},\"temperature\":300,\"pressure\":5,\"densityMolPerDm3\":2} | pressure | not both",
                "{\"composition\":{\"methane\":1},\"temperature\":300,\"temperature\":300,\"pressure\":5} | temperature | no name comes twice",
                "[] | input | JSON object",
                "{\"composition\":{\"methane\":1},\"temperature\":300,\"pressure\":5} 7 | pressure | no JSON"
            })
    void aBadInputIsToldByItsField(String input, String field, String why) {
        Run run = run(input, "gerg-2008", "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("detail").asString()).contains(why);
        assertThat(run.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void noInputAndTooMuchOfItAreTold() {
        assertThat(run("", "aga3", "--json").json().get("detail").asString()).contains("no input");
        assertThat(run(" ".repeat(CalcInput.MOST_BYTES + 1), "aga3", "--json")
                        .json()
                        .get("detail")
                        .asString())
                .contains("at most 1048576 bytes");
    }

    @Test
    void whatTheStandardDoesNotCoverAndWhatItCannotSolveAreToldApart() {
        Run cold = run(GAS.formatted("100", "5"), "aga8-detail", "--json");
        assertThat(cold.json().get("type").asString()).isEqualTo("urn:problem:out-of-range");
        Run liquid =
                run("{\"composition\":{\"propane\":1},\"temperature\":280,\"pressure\":5}", "aga8-detail", "--json");
        assertThat(liquid.json().get("type").asString()).isEqualTo("urn:problem:calculation-failed");
        assertThat(liquid.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NX-19", "aga8-gross-1", "ngl-tp-27"})
    void aMethodWeDoNotHaveIsRefusedByItsName(String name) {
        Run run = run("{}", name, "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("field").asString()).isEqualTo("standard");
        assertThat(run.json().get("detail").asString()).contains("not supported");
    }

    @Test
    void aStandardNobodyKnowsIsWrongUsage() {
        Run run = run("{}", "ideal-gas");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("aga8-detail");
        assertThat(run("{}").code()).isEqualTo(2);
    }

    @Test
    void aPlaceInAListIsToldToo() throws IOException {
        String input = example("aga7").replace("\"factor\": 0.998", "\"factor\": 0");
        assertThat(run(input, "aga7", "--json").json().get("field").asString()).isEqualTo("meterFactors[1].factor");
    }
}
