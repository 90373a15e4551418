package io.tallybook.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server under a data directory, reachable from this machine only and with passwords only. It survives a
 * kill of everything: the next start stops what is left and lets PostgreSQL recover.
 *
 * <p>Below the data directory (0700) lie {@code postgres/} (the cluster), {@code postgres-program/}, {@code database.passwords}
 * (0600) and {@code postgres.lock}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int LEAST_FREE_MIB = 64;
    // the program takes 60 MiB, an empty cluster with its journal 90
    private static final int LEAST_FREE_MIB_AT_FIRST = 256;
    private static final String DATABASE = "tallybook";

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;
    private final Passwords passwords;

    private EmbeddedDatabase(DirectoryLock lock, EmbeddedPostgres server, Passwords passwords) {
        this.lock = lock;
        this.server = server;
        this.passwords = passwords;
    }

    /**
     * Starts the server, at first making cluster, passwords, roles and an empty database; nothing is migrated.
     *
     * @throws DatabaseNotStarted with one sentence: directory in use, disk full, server does not come up
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, dataDirectory.resolve("postgres-program"), true);
    }

    /** For tests: the program unpacked elsewhere, and commits that need not survive a power cut. */
    static EmbeddedDatabase start(Path dataDirectory, Path program, boolean durable) {
        Path directory = dataDirectory.toAbsolutePath().normalize();
        try {
            makePrivate(directory);
            DirectoryLock lock = DirectoryLock.take(directory.resolve("postgres.lock"), directory);
            try {
                return open(directory, program.toAbsolutePath(), durable, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw notStarted(directory, e);
        }
    }

    private static EmbeddedDatabase open(Path directory, Path program, boolean durable, DirectoryLock lock)
            throws IOException {
        Path cluster = directory.resolve("postgres");
        Path unfinished = directory.resolve("postgres.unfinished");
        requireSpace(directory, Files.exists(cluster) ? LEAST_FREE_MIB : LEAST_FREE_MIB_AT_FIRST);
        LeftoverServer.stop(cluster);
        if (Files.exists(unfinished)) {
            // the very first start was cut off: no fact can be in there
            delete(cluster);
        }
        requireWhole(cluster, directory.resolve("database.passwords"));
        Passwords passwords = Passwords.readOrMake(directory.resolve("database.passwords"));
        boolean first = !Files.exists(cluster.resolve("PG_VERSION"));
        if (first) {
            Passwords.write(unfinished, passwords.superuser() + "\n");
        }
        EmbeddedPostgres server = launch(cluster, program, durable, unfinished, passwords, directory);
        EmbeddedDatabase database = new EmbeddedDatabase(lock, server, passwords);
        try {
            if (first) {
                database.furnish();
            }
            Files.deleteIfExists(unfinished);
        } catch (SQLException e) {
            database.close();
            throw notStarted(directory, e);
        }
        return database;
    }

    private static EmbeddedPostgres launch(
            Path cluster, Path program, boolean durable, Path passwordFile, Passwords passwords, Path directory) {
        String safe = durable ? "on" : "off";
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(program.toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_LIMIT)
                    // initdb asks for passwords from the first second; zonky's own "-A trust" comes before and loses
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C")
                    .setConnectConfig("password", passwords.superuser())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    // zonky passes -F, which turns fsync off
                    .setServerConfig("fsync", safe)
                    .setServerConfig("full_page_writes", safe)
                    .setServerConfig("synchronous_commit", safe)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "512MB")
                    .setServerConfig("timezone", "UTC")
                    // a file per weekday, written anew each week: the log has a bound
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_filename", "postgres-%a.log")
                    .setServerConfig("log_truncate_on_rotation", "on")
                    .start();
        } catch (IOException | RuntimeException e) {
            throw notStarted(directory, e);
        }
    }

    /** Roles and the empty database; runs once. */
    private void furnish() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", passwords.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE owner LOGIN PASSWORD '" + passwords.owner() + "'");
            statement.execute("CREATE ROLE app LOGIN PASSWORD '" + passwords.app() + "'");
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER owner");
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO app");
        }
    }

    public DatabaseAddress address() {
        return address(DATABASE);
    }

    DatabaseAddress address(String database) {
        return new DatabaseAddress(
                url(database), new Login("owner", passwords.owner()), new Login("app", passwords.app()));
    }

    Login superuser() {
        return new Login("postgres", passwords.superuser());
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** Stops the server and gives the directory free. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop cleanly", e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock on the data directory was not released", e);
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    private static void requireSpace(Path directory, int mib) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace() >> 20;
        if (free < mib) {
            throw new DatabaseNotStarted(
                    "The disk of " + directory + " is full: " + free + " MiB are free, " + mib + " MiB are needed.",
                    null);
        }
    }

    /** A cluster without its mark or its passwords is not ours to overwrite. */
    private static void requireWhole(Path cluster, Path passwords) {
        if (Files.exists(cluster) && !Files.exists(cluster.resolve("PG_VERSION"))) {
            throw new DatabaseNotStarted(
                    "The directory " + cluster
                            + " holds no PostgreSQL cluster, or a damaged one; restore it from a backup.",
                    null);
        }
        if (Files.exists(cluster) && !Files.exists(passwords)) {
            throw new DatabaseNotStarted(
                    "The file " + passwords
                            + " with the passwords of the database is missing; restore it from a backup.",
                    null);
        }
    }

    private static DatabaseNotStarted notStarted(Path directory, Throwable cause) {
        if (cause instanceof DatabaseNotStarted said) {
            return said;
        }
        String sentence = mentions(cause, "No space left on device")
                ? "The disk of " + directory + " is full."
                : "PostgreSQL did not start in " + directory + "; its own log in postgres/log there says why.";
        return new DatabaseNotStarted(sentence, cause);
    }

    private static boolean mentions(@Nullable Throwable cause, String words) {
        return cause != null
                && (String.valueOf(cause.getMessage()).contains(words) || mentions(cause.getCause(), words));
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
