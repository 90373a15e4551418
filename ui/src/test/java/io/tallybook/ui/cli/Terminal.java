package io.tallybook.ui.cli;

import io.tallybook.ui.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Runs the program at a terminal of its own, made by {@code script} of the base system. */
final class Terminal {
    private Terminal() {}

    /** @return everything that was on the screen */
    static String run(String typed, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "script", "-qec", String.join(" ", Program.command(arguments)), "/dev/null")
                .redirectErrorStream(true)
                .start();
        try (var keyboard = process.getOutputStream()) {
            StringBuilder screen = new StringBuilder();
            for (String line : typed.split("(?<=\n)")) {
                readUntilAsked(process, screen);
                keyboard.write(line.getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
            }
            screen.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("exit " + process + ": " + screen);
            }
            return screen.toString();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void readUntilAsked(Process process, StringBuilder screen) throws IOException {
        int next;
        while ((next = process.getInputStream().read()) >= 0) {
            screen.append((char) next);
            if (screen.toString().endsWith(": ")) {
                return;
            }
        }
    }
}
