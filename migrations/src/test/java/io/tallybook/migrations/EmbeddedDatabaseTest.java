package io.tallybook.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server a user's books live in: secured, one at a time, and back again after a kill. */
class EmbeddedDatabaseTest {
    private static final Path PROGRAM = Path.of(System.getProperty("java.io.tmpdir"), "tallybook-test-postgres");

    @TempDir
    Path directory;

    @Test
    void asksForPasswordsAndKeepsThemToItsOwner() throws Exception {
        try (EmbeddedDatabase database = start()) {
            String url = database.address().url();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "app", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "app", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                    .isInstanceOf(SQLException.class);
            try (Connection app = open(database)) {
                assertThat(app.isValid(5)).isTrue();
            }
        }
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("database.passwords"))).isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("postgres/pg_hba.conf")).lines())
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void listensOnThisMachineOnlyAndWritesToTheDiskForReal() throws Exception {
        try (EmbeddedDatabase database = start();
                Connection app = open(database)) {
            assertThat(setting(app, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readString(directory.resolve("postgres/postmaster.opts")))
                    .contains("\"unix_socket_directories=\"");
            assertThat(setting(app, "fsync")).isEqualTo("on");
            assertThat(setting(app, "full_page_writes")).isEqualTo("on");
            assertThat(setting(app, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void letsOnlyOneProgramUseADirectory() {
        try (EmbeddedDatabase database = start()) {
            assertThat(database.address().url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseNotStarted.class)
                    .hasMessage("The data directory " + directory + " is in use by another Tallybook.");
        }
    }

    @Test
    void comesBackWithEverythingAfterItsJvmWasKilled() throws Exception {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.inputReader().readLine()).isEqualTo("written");
        long server = Long.parseLong(Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(server)).isPresent();
        try (EmbeddedDatabase database = start();
                Connection app = open(database)) {
            assertThat(Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                            .getFirst())
                    .isNotEqualTo(Long.toString(server));
            assertThat(kept(app)).isEqualTo(1);
        }
    }

    @Test
    void startsAnewWhenItsVeryFirstStartWasCutOff() throws Exception {
        Files.createDirectories(directory.resolve("postgres/base"));
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "18\n");
        Files.writeString(directory.resolve("postgres.unfinished"), "secret\n");
        try (EmbeddedDatabase database = start();
                Connection app = open(database)) {
            assertThat(app.isValid(5)).isTrue();
        }
        assertThat(directory.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void aStaleProcessNumberOfAnotherProgramIsNotStopped() throws Exception {
        start().close();
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (EmbeddedDatabase database = start();
                Connection app = open(database)) {
            assertThat(app.isValid(5)).isTrue();
        }
    }

    /** What a user's program does, in its own JVM so that it can be killed. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), PROGRAM, true);
            Migrations.migrate(database.address());
            try (Connection app = open(database);
                    Statement statement = app.createStatement()) {
                statement.execute("INSERT INTO idempotency (user_id, key, body_hash, expires)"
                        + " VALUES ('u', 'k', 'h', now())");
            }
            System.out.println("written");
            Thread.sleep(60_000);
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(directory, PROGRAM, true);
    }

    private static Connection open(EmbeddedDatabase database) throws SQLException {
        DatabaseAddress address = database.address();
        return DriverManager.getConnection(
                address.url(), address.app().user(), address.app().password());
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    private static int kept(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM idempotency")) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
