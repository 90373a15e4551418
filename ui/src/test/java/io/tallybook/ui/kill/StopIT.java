package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGTERM and Ctrl-C end the program cleanly, at whatever moment they come: nothing is left to recover or to stop. */
class StopIT {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void endsWithTheSignalsCodeAndLeavesNoDatabaseRunning(String signal, int code) throws Exception {
        Path data = scratch.resolve("data");
        try (Child child = new Books(data).start()) {
            child.signal(signal);
            assertThat(child.exitCode()).as(child.printed()).isEqualTo(code);
            checkAtRest(child);
        }
    }

    @Test
    void aStartUnderWayIsStoppedTooAndTheNextOneSucceeds() throws Exception {
        Path data = scratch.resolve("data");
        try (Child child = Child.start(data, "start", "--port", "0")) {
            while (!Files.exists(data.resolve("postgres").resolve("postmaster.pid"))) {
                assertThat(child.runs()).as(child.printed()).isTrue();
                Thread.sleep(5);
            }
            child.signal("TERM");
            assertThat(child.exitCode()).as(child.printed()).isEqualTo(143);
            checkAtRest(child);
        }
        try (Child child = new Books(data).start()) {
            assertThat(child.runs()).isTrue();
            assertThat(log(data)).noneMatch(line -> line.contains("was interrupted"));
        }
    }

    private static void checkAtRest(Child child) throws Exception {
        assertThat(child.cluster().processes()).isEmpty();
        assertThat(child.cluster().isShutDown()).isTrue();
        assertThat(child.printed()).doesNotContain("Exception");
    }

    private static List<String> log(Path data) throws Exception {
        try (var files = Files.list(data.resolve("postgres").resolve("log"))) {
            List<String> lines = files.flatMap(file -> lines(file).stream()).toList();
            assertThat(lines).isNotEmpty();
            return lines;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
