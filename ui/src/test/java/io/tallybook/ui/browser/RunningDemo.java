package io.tallybook.ui.browser;

import io.tallybook.ui.Program;
import io.tallybook.ui.cli.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A started program and what it printed: its address and, of a demo, the passwords of its people. */
public final class RunningDemo implements AutoCloseable {
    /** The door of Spring's own list of handler mappings, which no installation opens; tests ask it which pages there are. */
    private static final Map<String, String> WITH_MAPPINGS =
            Map.of("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus,mappings");

    private static final Duration STARTED_WITHIN = Duration.ofMinutes(10);

    private final Process process;
    private final Path output;
    private final String ready;

    private RunningDemo(Process process, Path output, String ready) {
        this.process = process;
        this.output = output;
        this.ready = ready;
    }

    /** The sample system with October 2024 before its first approval. */
    public static RunningDemo demo(Path scratch) throws IOException, InterruptedException {
        return start(scratch, "demo", "Ctrl-C stops it");
    }

    /** Real books on an empty directory: nobody is there yet. */
    public static RunningDemo empty(Path scratch) throws IOException, InterruptedException {
        return start(scratch, "start", "one-time code");
    }

    private static RunningDemo start(Path scratch, String command, String ready)
            throws IOException, InterruptedException {
        Path output = Files.createFile(scratch.resolve(command + ".out"));
        Process process = Program.start(
                WITH_MAPPINGS,
                output,
                command,
                "--data",
                scratch.resolve(command).toString(),
                "--port",
                "0");
        RunningDemo demo = new RunningDemo(process, output, ready);
        try {
            demo.await();
            return demo;
        } catch (IOException | InterruptedException | AssertionError e) {
            demo.close();
            throw e;
        }
    }

    private void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + STARTED_WITHIN.toNanos();
        while (!printed().contains(ready)) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                throw new AssertionError("the program did not come up:\n" + printed());
            }
        }
    }

    public String printed() throws IOException {
        return Files.readString(output);
    }

    public String address() throws IOException {
        return printed("(http://127\\.0\\.0\\.1:\\d+)");
    }

    public String password(String user) throws IOException {
        return printed("(?m)^  " + user + " +(\\S+)");
    }

    /** The word printed after these. */
    public String printedAfter(String words) throws IOException {
        return printed(Pattern.quote(words) + " +(\\S+)");
    }

    /** The public API as this person. */
    public Api as(String user) throws IOException {
        return new Api(address(), "api", null).signIn(user, password(user));
    }

    private String printed(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(printed());
        if (!found.find()) {
            throw new AssertionError("nothing like " + pattern + " in:\n" + printed());
        }
        return found.group(1);
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
