package io.tallybook.ui;

import io.tallybook.migrations.DatabaseAddress;
import io.tallybook.migrations.Login;
import io.tallybook.migrations.Migrations;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server somebody else runs, in place of the embedded one. Its administrator made the roles {@code owner} and
 * {@code app} and a database (docs/operating); passwords come as PostgreSQL's own programs take them, never in the address.
 */
record PostgresServer(String host, int port, String database, Map<String, String> environment) {
    private static final int DEFAULT_PORT = 5432;
    private static final int PATIENCE_SECONDS = 10;
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String UNREACHABLE = "08";
    private static final String NOT_LET_IN = "28";

    /** @throws CannotStart when it is no address, or carries a user or password that others could see */
    static PostgresServer at(String url, Map<String, String> environment) {
        URI uri = uri(url);
        String path = String.valueOf(uri.getPath());
        boolean address = String.valueOf(uri.getScheme()).matches("postgres(ql)?")
                && uri.getHost() != null
                && path.length() > 1
                && path.indexOf('/', 1) < 0;
        if (!address || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new CannotStart("--postgres takes postgresql://HOST[:PORT]/DATABASE and nothing more;"
                    + " passwords come from PGPASSFILE, ~/.pgpass or PGPASSWORD.");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new PostgresServer(uri.getHost(), port, path.substring(1), environment);
    }

    private static URI uri(String url) {
        try {
            return URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        } catch (IllegalArgumentException e) {
            return URI.create("");
        }
    }

    /** Brings the schema up to date as {@code owner}, and sees to it that {@code app} can only add to the log. */
    DatabaseAddress migrated() {
        DatabaseAddress address = new DatabaseAddress(url(), login("owner"), login("app"));
        tryOut(address.owner());
        tryOut(address.app());
        try {
            Migrations.migrate(address);
        } catch (FlywayException e) {
            throw new CannotStart("The schema in " + this + " could not be brought up to date by its role owner: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given") + ".");
        }
        requireInsertOnly(address.app());
        return address;
    }

    private String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    private Login login(String role) {
        return new Login(
                role,
                fromFile(role)
                        .or(() -> Optional.ofNullable(environment.get("PGPASSWORD")))
                        .orElseThrow(() -> new CannotStart("There is no password of the role " + role + " at " + this
                                + "; put it into PGPASSFILE, ~/.pgpass or PGPASSWORD.")));
    }

    private Optional<String> fromFile(String role) {
        @Nullable String named = environment.get("PGPASSFILE");
        Path file = named != null ? Path.of(named) : Path.of(System.getProperty("user.home"), ".pgpass");
        return named == null && !Files.exists(file)
                ? Optional.empty()
                : PasswordFile.read(file).password(host, port, database, role);
    }

    private void tryOut(Login login) {
        try (Connection connection = connect(login)) {
            connection.isReadOnly();
        } catch (SQLException e) {
            throw new CannotStart(sentence(login, String.valueOf(e.getSQLState())));
        }
    }

    private String sentence(Login login, String state) {
        if (state.startsWith(NOT_LET_IN)) {
            return "The PostgreSQL server at " + this + " does not let the role " + login.user()
                    + " in: there is no such role, or its password is not right.";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return "The PostgreSQL server at " + this + " has no such database; docs/operating says how to make it.";
        }
        return state.startsWith(UNREACHABLE)
                ? "No PostgreSQL server answers at " + this + "."
                : "The PostgreSQL server at " + this + " refuses the role " + login.user() + " (SQL state " + state
                        + ").";
    }

    private void requireInsertOnly(Login app) {
        try (Connection connection = connect(app);
                Statement statement = connection.createStatement();
                ResultSet may = statement.executeQuery("select has_table_privilege('events', 'UPDATE')"
                        + " or has_table_privilege('events', 'DELETE') or has_table_privilege('events', 'TRUNCATE')")) {
            if (may.next() && may.getBoolean(1)) {
                throw new CannotStart("The role app at " + this
                        + " may change the log; it must not be a superuser nor a member of owner.");
            }
        } catch (SQLException e) {
            throw new CannotStart(sentence(app, String.valueOf(e.getSQLState())));
        }
    }

    private Connection connect(Login login) throws SQLException {
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        return DriverManager.getConnection(url(), login.user(), login.password());
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
