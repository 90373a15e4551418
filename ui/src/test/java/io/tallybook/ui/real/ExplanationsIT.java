package io.tallybook.ui.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.ui.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** October 2024 closed without explanations of what is out of tolerance, and again with one supplied. */
class ExplanationsIT {
    private static final String MONTH = "2024-10";
    private static final String WORST = "2024-10-10";
    private static final String SCRIPT = "accepted without known cause by demo script";
    private static final Publication OCTOBER =
            Publication.of(Sample.GAS_FLOW_FIRST).only(MONTH);

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static Program.Run published;

    @BeforeAll
    static void closeAsPublished() throws Exception {
        OCTOBER.write(scratch.resolve("october.json"));
        published = close("published", "october.json");
        assertThat(published.code()).as(published.output()).isZero();
    }

    @Test
    void withoutExplanationsTheDayStandsUnexplainedInTheLogAndInThePack() throws Exception {
        assertThat(published.output()).contains("1 out of tolerance explained, 1 of them without known cause");
        assertThat(explanations("published")).containsExactly(List.of(WORST, "UNEXPLAINED", SCRIPT));
        assertThat(pack("published").words()).contains(SCRIPT);
    }

    @Test
    void aSuppliedExplanationStandsInTheLogAndInThePackWithItsText() throws Exception {
        String text = "line pack drawn down, \"as measured\" at Egtved";
        Path file = Files.writeString(
                scratch.resolve("explain.csv"),
                "day,cause,text\n" + WORST + ",LINEPACK,\"" + text.replace("\"", "\"\"") + "\"\n");

        Program.Run run = close("explained", "october.json", "--explain", file.toString());

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("1 out of tolerance explained, 0 of them without known cause");
        assertThat(explanations("explained")).containsExactly(List.of(WORST, "LINEPACK", text));
        assertThat(pack("explained").words()).contains(text).doesNotContain(SCRIPT);
        assertThat(pack("explained").statements()).isEqualTo(pack("published").statements());
    }

    @Test
    void refusesAFileItCannotReadInOneSentenceBeforeAnythingBegins() throws Exception {
        Path file = scratch.resolve("bad.csv");
        refuses(file, "is not there or cannot be read.", null);
        refuses(
                file,
                "Row 1 of the explanations names the unknown cause 'WEATHER'.",
                "day,cause,text\nmonth,WEATHER,x\n");
        refuses(file, "Row 1 of the explanations names neither a day", "day,cause,text\n2024-10-32,LINEPACK,x\n");
        refuses(file, "Row 1 of the explanations has no text", "day,cause,text\n2024-10-10,LINEPACK,\n");
        refuses(
                file,
                "Row 2 of the explanations explains month a second time",
                "day,cause,text\nmonth,LEAK_OR_VENT,x\nmonth,LINEPACK,y\n");
        refuses(file, "is not a CSV with the columns day, cause, text", "tag;grund\nmonth;x\n");
        Program.Run run = Program.run("demo", "--data", data("none"), "--close", MONTH, "--source", "no-such.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output())
                .contains("tallybook: The source no-such.json is not there")
                .doesNotContain("Exception");
        assertThat(Path.of(data("none"))).doesNotExist();
    }

    private static void refuses(Path file, String sentence, @org.jspecify.annotations.Nullable String content)
            throws Exception {
        if (content != null) {
            Files.writeString(file, content);
        }
        Program.Run run = Program.run("demo", "--data", data("none"), "--close", MONTH, "--explain", file.toString());
        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("tallybook: ").contains(sentence).doesNotContain("Exception");
    }

    private static List<List<String>> explanations(String name) throws Exception {
        return Log.events(Path.of(data(name)), "balance.imbalance-explained").stream()
                .map(Log.Stored::payload)
                .map(event -> List.of(
                        event.path("day").asString("month"),
                        event.get("cause").asString(),
                        event.get("text").asString()))
                .toList();
    }

    private static Program.Run close(String name, String source, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--data",
                data(name),
                "--close",
                MONTH,
                "--source",
                scratch.resolve(source).toString()));
        arguments.addAll(List.of("--out", scratch.resolve("pack-" + name).toString()));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private static Pack pack(String name) {
        return new Pack(scratch.resolve("pack-" + name));
    }

    private static String data(String name) {
        return scratch.resolve("data-" + name).toString();
    }
}
