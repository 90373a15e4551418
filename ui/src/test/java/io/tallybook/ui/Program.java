package io.tallybook.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built jar, run as a user runs it: a process of its own. */
public final class Program {
    private static final Path JAR = Path.of(System.getProperty("tallybook.jar", "target/tallybook.jar"));

    /** Exit code and everything it printed. */
    public record Run(int code, String output) {}

    private Program() {}

    public static Run run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tallybook", ".out");
        Process process = start(output, arguments);
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                throw new AssertionError("still running after 10 minutes:\n" + Files.readString(output));
            }
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    public static Process start(Path output, String... arguments) throws IOException {
        return start(Map.of(), output, arguments);
    }

    /** With variables in its environment besides those of this process. */
    public static Process start(Map<String, String> environment, Path output, String... arguments) throws IOException {
        ProcessBuilder program =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(output.toFile());
        program.environment().putAll(environment);
        return program.start();
    }

    /** The words that start the jar with these arguments. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                // a build in the background ignores SIGINT, and a JVM would inherit that
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Daxoniq.update-checker.disabled=true",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
