package io.tallybook.ui.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.ui.Program;
import io.tallybook.ui.SampleMath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Months of the sample, each closed by the built program and equal to an independent computation. By default a chosen few,
 * each from its own part of the publication; with {@code -Dtallybook.months=all} (nightly) every month one after the other in
 * one directory with the whole publication.
 */
class MonthsIT {
    /** The first; a spring clock change; Baltic Pipe's first month; Germany both ways after it. The others are the night's. */
    private static final List<String> CHOSEN = List.of("2015-02", "2019-03", "2022-10", "2024-01");

    private static final YearMonth FIRST = YearMonth.of(2015, 2);
    private static final YearMonth LAST = YearMonth.of(2025, 5);
    private static final Publication PUBLISHED = Publication.of(Sample.GAS_FLOW_FIRST);

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static SampleMath math;

    @BeforeAll
    static void samples() throws IOException {
        math = new SampleMath(copy(Sample.GAS_FLOW_FIRST), copy(Sample.HENRY_HUB));
    }

    static Stream<List<String>> months() {
        return System.getProperty("tallybook.months", "").equals("all")
                ? Stream.iterate(FIRST, month -> !month.isAfter(LAST), month -> month.plusMonths(1))
                        .map(month -> List.of(month.toString(), "all", Sample.GAS_FLOW_FIRST.fileName()))
                : CHOSEN.stream().map(month -> List.of(month, month, "only-" + month + ".json"));
    }

    @ParameterizedTest
    @MethodSource("months")
    void everyMonthEqualsAnIndependentComputation(List<String> run) throws Exception {
        String month = run.get(0);
        PUBLISHED.only(month).write(scratch.resolve("only-" + month + ".json"));
        Path out = scratch.resolve("pack-" + month);

        Program.Run closed = Program.run(
                "demo",
                "--data",
                scratch.resolve("data-" + run.get(1)).toString(),
                "--close",
                month,
                "--source",
                scratch.resolve(run.get(2)).toString(),
                "--out",
                out.toString());

        assertThat(closed.code()).as(closed.output()).isZero();
        Pack pack = new Pack(out);
        assertThat(pack.statements()).isEqualTo(math.month(month));
        assertThat(pack.journal()).isEqualTo(math.month(month));
        assertThat(pack.lines()).allSatisfy(line -> assertThat(line.direction()).isEqualTo(direction(line)));
        assertThat(pack.lines())
                .filteredOn(line -> line.point().equals("germany"))
                .extracting(Pack.Line::direction)
                .containsAll(PUBLISHED.directions("germany", month));
    }

    @Test
    void refusesAMonthTheSampleDoesNotHoldInOneSentence() throws Exception {
        for (String month : List.of("2015-01", "2025-06")) {
            Program.Run run =
                    Program.run("demo", "--data", scratch.resolve("none").toString(), "--close", month);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.output())
                    .contains("tallybook: The sample data hold the months 2015-02 to 2025-05, not " + month + ".")
                    .doesNotContain("Exception");
        }
        Program.Run run = Program.run("demo", "--data", scratch.resolve("none").toString(), "--close", "October");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("tallybook: A month is written 2024-10, not 'October'.");
        assertThat(scratch.resolve("none")).as("nothing was begun").doesNotExist();
    }

    private static String direction(Pack.Line line) {
        return PUBLISHED.value(line.point(), line.day()) < 0 ? "DELIVERY" : "RECEIPT";
    }

    private static Path copy(Sample sample) throws IOException {
        Path file = Objects.requireNonNull(scratch).resolve(sample.fileName());
        try (InputStream bytes = sample.open()) {
            Files.copy(bytes, file);
        }
        return file;
    }
}
