package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A demo directory, stopped, with everything imported and the month not closed, or locked and to be opened again; each close
 * works on a copy of it.
 *
 * @param source the publication it was imported from: the sample's autumn of 2024
 * @param position the log's last
 * @param types of the facts up to there that a close does not bring again: the script may have begun it before it was stopped
 * @param undisturbed how long a close takes nobody kills
 */
record Prepared(Path data, Path source, long position, Set<String> types, Duration undisturbed) {
    private static final String FIRST_DAY = "2024-09-28";
    private static final String LAST_DAY = "2024-11-03";
    private static final int TERMINATED = 143;
    private static final int MOST_ATTEMPTS = 3;

    /** Imported, and stopped before the script began to close; where it was quicker than the signal, once more. */
    static Prepared in(Path scratch) throws IOException, InterruptedException {
        Path data = scratch.resolve("prepared");
        Path source = publication(Sample.GAS_FLOW_FIRST, scratch.resolve("autumn.json.gz"));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Prepared prepared = imported(data, source);
            if (!prepared.types().contains("close.cutoff-declared")) {
                return prepared;
            }
            delete(data);
        }
        throw new AssertionError("the script closes before it can be stopped, " + MOST_ATTEMPTS + " times");
    }

    /** Imports through a kill of everything in the middle of the readings, and a SIGTERM at their end. */
    private static Prepared imported(Path data, Path source) throws IOException, InterruptedException {
        List<Fact> seen;
        try (Child first = start(data, source);
                LogWatch log = new LogWatch(first.cluster(), 0)) {
            awaitFact(first, log, "metering.quantities-recorded", 20);
            first.killEverything();
            seen = log.seen();
        }
        try (Child second = start(data, source);
                LogWatch log = new LogWatch(second.cluster(), 0)) {
            awaitFact(second, log, "intake.import-finished", 2);
            second.signal("TERM");
            while (second.runs()) {
                log.look();
            }
            assertThat(second.exitCode()).as(second.printed()).isEqualTo(TERMINATED);
            assertThat(second.cluster().processes()).isEmpty();
            assertThat(second.cluster().isShutDown()).isTrue();
            assertThat(log.seen()).as("what was seen before").startsWith(seen.toArray(Fact[]::new));
            Set<String> types = log.seen().stream().map(Fact::type).collect(Collectors.toSet());
            return new Prepared(data, source, log.position(), types, Duration.ZERO);
        }
    }

    /** The same after its first close: another directory, in which the month is locked. */
    Prepared locked(Path directory, long head) {
        return new Prepared(directory, source, head, Set.of("close.close-opened"), undisturbed);
    }

    Prepared taking(Duration time) {
        return new Prepared(data, source, position, types, time);
    }

    /** A copy of its own for a close. */
    Path copy(String name) throws IOException, InterruptedException {
        Path copy = data.resolveSibling(name);
        run("cp", "-a", data.toString(), copy.toString());
        return copy;
    }

    static void delete(Path copy) throws IOException, InterruptedException {
        run("rm", "-rf", copy.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static Child start(Path data, Path source) throws IOException {
        return Child.start(data, "demo", "--close", "2024-10", "--source", source.toString());
    }

    private static void awaitFact(Child child, LogWatch log, String type, int nth)
            throws IOException, InterruptedException {
        while (log.count(type) < nth) {
            assertThat(child.runs()).as(child.printed()).isTrue();
            log.look();
            Thread.sleep(LogWatch.LOOK_EVERY_MS);
        }
    }

    /** What the sample's publisher says of the same days a year later. */
    Path second() {
        return source.resolveSibling("late.json.gz");
    }

    /** The same where something went on after it: another directory, another last position. */
    Prepared goneOn(Path directory, long head) {
        return new Prepared(directory, source, head, types, undisturbed);
    }

    /** A publication cut to the days around October 2024: the import is not what is on trial here. */
    static Path publication(Sample sample, Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream in = new GZIPInputStream(sample.open());
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            ObjectNode whole = (ObjectNode) json.readTree(in);
            ArrayNode kept = json.createArrayNode();
            for (JsonNode record : whole.get("records")) {
                String day = record.get("GasDay").asString().substring(0, 10);
                if (day.compareTo(FIRST_DAY) >= 0 && day.compareTo(LAST_DAY) <= 0) {
                    kept.add(record);
                }
            }
            whole.set("records", kept);
            out.write(json.writeValueAsBytes(whole));
        }
        return file;
    }
}
