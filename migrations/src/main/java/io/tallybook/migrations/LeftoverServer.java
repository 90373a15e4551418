package io.tallybook.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Stops the PostgreSQL server that outlives a killed JVM. Its file {@code postmaster.pid} names it; when that process is gone
 * or is another program that was given the number since, only the file is removed.
 */
final class LeftoverServer {
    private static final int STOP_SECONDS = 60;

    private LeftoverServer() {}

    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = server(pidFile, cluster);
        if (server.isPresent()) {
            stop(cluster, server.get());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> server(Path pidFile, Path cluster) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> isServerOf(process.pid(), cluster));
    }

    /** Reads {@code /proc}, because {@link ProcessHandle} shows nothing of a process in another user namespace. */
    private static boolean isServerOf(long pid, Path cluster) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return command.contains("postgres") && command.contains(cluster.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Path cluster, ProcessHandle server) throws IOException {
        Process stopping = new ProcessBuilder(command(cluster))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            // pg_ctl is content when postmaster.pid is gone, a moment before the process is
            boolean stopped = stopping.waitFor(STOP_SECONDS + 5, TimeUnit.SECONDS) && stopping.exitValue() == 0;
            if (!stopped && server.isAlive()) {
                throw new DatabaseNotStarted(
                        "A PostgreSQL server of an earlier run (process " + server.pid() + ") does not stop.", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server of an earlier run stops", e);
        }
    }

    /** Its own pg_ctl lies beside the program that {@code postmaster.opts} names; root may not run it but as nobody. */
    private static List<String> command(Path cluster) throws IOException {
        String server = Files.readString(cluster.resolve("postmaster.opts")).split("\\s", 2)[0];
        Path control = Path.of(server).resolveSibling("pg_ctl");
        Stream<String> asNobody =
                "root".equals(System.getProperty("user.name")) ? Stream.of("unshare", "-U") : Stream.empty();
        return Stream.concat(
                        asNobody,
                        Stream.of(
                                control.toString(),
                                "-D",
                                cluster.toString(),
                                "-m",
                                "fast",
                                "-w",
                                "-t",
                                Integer.toString(STOP_SECONDS),
                                "stop"))
                .toList();
    }
}
