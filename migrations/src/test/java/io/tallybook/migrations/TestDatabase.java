package io.tallybook.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, migrated database for a test, copied in a moment from one migrated once per JVM. The server below stops with the
 * JVM and keeps nothing.
 *
 * <pre>{@code
 * DataSource app = TestDatabase.fresh().app();
 * }</pre>
 */
public record TestDatabase(DatabaseAddress address) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database with all tables and no rows but log_head's. */
    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        Server.run("CREATE DATABASE " + name + " TEMPLATE tallybook OWNER owner");
        return new TestDatabase(Server.DATABASE.address(name));
    }

    /** As the application sees it. */
    public DataSource app() {
        return source(address.app());
    }

    /** As Flyway sees it; for tests that must break something on purpose. */
    public DataSource owner() {
        return source(address.owner());
    }

    private DataSource source(Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static final class Server {
        static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            try {
                Path directory = Files.createTempDirectory("tallybook-test");
                Path program = Path.of(System.getProperty("java.io.tmpdir"), "tallybook-test-postgres");
                EmbeddedDatabase database = EmbeddedDatabase.start(directory, program, false);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, directory)));
                Migrations.migrate(database.address());
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedDatabase database, Path directory) {
            database.close();
            try {
                EmbeddedDatabase.delete(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized void run(String sql) {
            Login superuser = DATABASE.superuser();
            try (Connection connection = DriverManager.getConnection(
                            DATABASE.url("postgres"), superuser.user(), superuser.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
