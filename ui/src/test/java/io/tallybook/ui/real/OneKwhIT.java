package io.tallybook.ui.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.ui.Program;
import io.tallybook.ui.SampleMath;
import io.tallybook.ui.SampleMath.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** October 2024 as published, closed again with one value changed by a kWh, and again with an explanation supplied. */
class OneKwhIT {
    private static final String MONTH = "2024-10";
    private static final String DAY = "2024-10-15";
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
    void aKwhMoreMovesTheQuantitiesByExactlyAKwhAndTheMoneyByWhatAnotherComputationSays() throws Exception {
        Publication more = OCTOBER.with("KWhFromBiogas", DAY, OCTOBER.value("biogas", DAY) + 1);
        more.write(scratch.resolve("more.json"));

        Program.Run run = close("more", "more.json");

        assertThat(run.code()).as(run.output()).isZero();
        Pack before = pack("published");
        Pack after = pack("more");
        Map<String, Totals> said = math(more).month(MONTH);
        assertThat(after.statements()).isEqualTo(said).isNotEqualTo(before.statements());
        assertThat(after.journal()).isEqualTo(said);
        assertThat(receipts(after.statements()).subtract(receipts(before.statements())))
                .isEqualTo(BigInteger.ONE);
        assertThat(receipts(after.journal()).subtract(receipts(before.journal())))
                .isEqualTo(BigInteger.ONE);
        assertThat(moved(before, after)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.point()).isEqualTo("biogas");
            assertThat(line.day()).isEqualTo(DAY);
        });
        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(balance("more")).isEqualTo(plusOneReceived(balance("published")));
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

    private static List<Pack.Line> moved(Pack before, Pack after) throws IOException {
        List<Pack.Line> moved = new ArrayList<>(after.lines());
        moved.removeAll(before.lines());
        return moved;
    }

    private static BigInteger receipts(Map<String, Totals> totals) {
        return totals.values().stream().map(Totals::receipts).reduce(BigInteger.ZERO, BigInteger::add);
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

    /** Receipts, deliveries, storage change, unaccounted. */
    private static List<BigInteger> balance(String name) throws Exception {
        JsonNode month = Log.events(Path.of(data(name)), "close.month-balanced")
                .getLast()
                .payload()
                .get("month");
        return List.of("receipts", "deliveries", "storageChange", "unaccounted").stream()
                .map(figure -> month.get(figure).bigIntegerValue())
                .toList();
    }

    private static List<BigInteger> plusOneReceived(List<BigInteger> balance) {
        return List.of(
                balance.get(0).add(BigInteger.ONE),
                balance.get(1),
                balance.get(2),
                balance.get(3).add(BigInteger.ONE));
    }

    private static SampleMath math(Publication publication) throws IOException {
        Path flow = publication.write(scratch.resolve("math.json"));
        Path zipped = scratch.resolve("math.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(Files.readString(flow).getBytes(StandardCharsets.UTF_8));
        }
        Path prices = scratch.resolve("prices.csv");
        try (InputStream in = Sample.HENRY_HUB.open()) {
            Files.write(prices, in.readAllBytes());
        }
        return new SampleMath(zipped, prices);
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
