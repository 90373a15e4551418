package io.tallybook.ui.kill;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The PostgreSQL below a data directory, seen from outside the program that runs it. */
record Cluster(Path data) {
    // src/include/catalog/pg_control.h: the state stands behind system identifier and two versions; 1 is "shut down"
    private static final int STATE_AT = 16;
    private static final int SHUT_DOWN = 1;
    private static final int PORT_LINE = 3;

    private Path directory() {
        return data.resolve("postgres");
    }

    /** As the application's role; fails while the server is not up. */
    Connection connect() throws SQLException {
        try {
            Properties passwords = new Properties();
            passwords.load(new StringReader(Files.readString(data.resolve("database.passwords"))));
            List<String> lines = Files.readAllLines(directory().resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                throw new SQLException("the server is about to start");
            }
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/tallybook";
            return DriverManager.getConnection(url, "app", passwords.getProperty("app"));
        } catch (IOException e) {
            throw new SQLException("no server runs there", e);
        }
    }

    /** Its server and everything the server started, in this order. */
    List<Long> processes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            List<Long> pids = all.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .map(Long::valueOf)
                    .toList();
            List<Long> servers = pids.stream().filter(this::isServer).toList();
            Stream<Long> children = pids.stream().filter(pid -> servers.contains(parent(pid)));
            return Stream.concat(servers.stream(), children).toList();
        }
    }

    private boolean isServer(long pid) {
        String command = read(Path.of("/proc", Long.toString(pid), "cmdline"));
        return command.contains("/postgres\0") && command.contains("\0" + directory() + "\0");
    }

    /** /proc/pid/stat: number, (name), state, parent. */
    private static long parent(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > 1 ? Long.parseLong(fields[1]) : 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    /** Whether the server wrote its closing checkpoint, so that the next start has nothing to recover. */
    boolean isShutDown() throws IOException {
        byte[] control = Files.readAllBytes(directory().resolve("global").resolve("pg_control"));
        return ByteBuffer.wrap(control).order(ByteOrder.LITTLE_ENDIAN).getInt(STATE_AT) == SHUT_DOWN;
    }
}
