package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profile.Profiles;
import io.tallybook.intake.row.Repeated;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.intake.ImportCounts;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imports a file larger than the heap of the whole application, in a JVM of its own. */
class FlatMemoryTest {
    private static final int HEAP_MIB = 96;
    private static final int DAYS = 1_600;
    private static final String HEADER = "point,start,kwh,note\n";

    @Test
    void importsAFileLargerThanTheHeap() throws IOException, InterruptedException {
        assertThat((long) DAYS * day().length).isGreaterThan(1_048_576L * HEAP_MIB * 3 / 2);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MIB + "m",
                        "-Daxoniq.update-checker.disabled=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatMemoryTest.class.getName())
                .redirectError(Redirect.INHERIT)
                .redirectOutput(Redirect.DISCARD)
                .start();
        assertThat(child.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    /** The child: exits 0 when every row was read and counted. */
    public static void main(String[] args) throws IOException {
        try (House house = House.open()) {
            house.point("flat", MeasuringInterval.QUARTER_HOUR, "2020-01-01");
            ImportSummary summary = house.bean(Importer.class)
                    .run(Profiles.parse("""
                                    name: noted
                                    layout: long
                                    time: {field: start, zone: UTC}
                                    point: point
                                    value: kwh
                                    """), "large.csv", new Repeated(HEADER, day(), DAYS, ""), House.ACCOUNTANT);
            assertThat(summary.bytes()).isEqualTo(HEADER.length() + (long) DAYS * day().length);
            assertThat(summary.counts()).isEqualTo(new ImportCounts(96 * DAYS, 96, 0, 0, 0, 96 * (DAYS - 1), 0, 0));
        }
    }

    private static byte[] day() {
        Instant start = Instant.parse("2024-06-01T04:00:00Z");
        return IntStream.range(0, 96)
                .mapToObj(i -> "flat," + start.plusSeconds(900L * i) + ",1," + "x".repeat(1_000) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
