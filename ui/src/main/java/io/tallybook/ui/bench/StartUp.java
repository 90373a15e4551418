package io.tallybook.ui.bench;

import io.tallybook.ui.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From calling the built jar to its first page: a process of its own, as the launcher starts it. */
final class StartUp {
    private static final String READY = "Tallybook is at ";
    private static final int STOP_SECONDS = 60;

    private StartUp() {}

    /** Seconds of {@code start} on a directory of real books until the first page is there. */
    static double seconds(Path data) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command(data))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader();
                HttpClient http = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            String address = address(out);
            HttpRequest page =
                    HttpRequest.newBuilder(URI.create(address + "/sign-in")).build();
            if (http.send(page, BodyHandlers.ofString()).statusCode() != 200) {
                throw new CannotStart("The started program does not show its first page.");
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static String address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length()).strip();
            }
        }
        throw new CannotStart("The program ended instead of starting.");
    }

    private static List<String> command(Path data) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), "start", "--port", "0", "--data"));
        command.add(data.toString());
        return command;
    }
}
