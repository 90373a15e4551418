package io.tallybook.ui.kill;

import io.tallybook.ui.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, with what it prints. Closing it leaves nothing of it running. */
final class Child implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Process process;
    private final Cluster cluster;
    private final Path output;

    private Child(Process process, Cluster cluster, Path output) {
        this.process = process;
        this.cluster = cluster;
        this.output = output;
    }

    /** Runs {@code tallybook <words> --data DIR}. */
    static Child start(Path data, String... words) throws IOException {
        return start(data, Map.of(), words);
    }

    /** With variables in its environment. */
    static Child start(Path data, Map<String, String> environment, String... words) throws IOException {
        Path output = Files.createTempFile(data.getParent(), "child", ".out");
        List<String> arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(List.of("--data", data.toString()));
        return new Child(
                Program.start(environment, output, arguments.toArray(String[]::new)), new Cluster(data), output);
    }

    Cluster cluster() {
        return cluster;
    }

    boolean runs() {
        return process.isAlive();
    }

    /** SIGKILL of the JVM; its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGKILL of the JVM and of every process of its PostgreSQL, at once. */
    void killEverything() throws IOException, InterruptedException {
        List<Long> postgres = cluster.processes();
        process.destroyForcibly();
        signal("KILL", postgres);
        process.waitFor();
        signal("KILL", cluster.processes());
    }

    /** Sends a signal to the JVM alone, as a service manager does. */
    void signal(String name) throws IOException, InterruptedException {
        signal(name, List.of(process.pid()));
    }

    private static void signal(String name, List<Long> pids) throws IOException, InterruptedException {
        if (!pids.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("kill", "-" + name));
            pids.forEach(pid -> command.add(Long.toString(pid)));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    /** Its exit code, waited for at most ten minutes. */
    int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
            throw new AssertionError("still running after " + LONGEST + ":\n" + printed());
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it has printed this. */
    String await(String pattern) throws IOException, InterruptedException {
        Pattern wanted = Pattern.compile(pattern, Pattern.MULTILINE);
        long until = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            boolean over = !process.isAlive() || System.nanoTime() > until;
            Matcher found = wanted.matcher(printed());
            if (found.find()) {
                return found.group(found.groupCount());
            }
            if (over) {
                throw new AssertionError("never printed " + pattern + ":\n" + printed());
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        killEverything();
    }
}
