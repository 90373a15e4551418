package io.tallybook.ui;

import io.tallybook.migrations.DatabaseAddress;
import io.tallybook.migrations.EmbeddedDatabase;
import io.tallybook.migrations.Login;
import io.tallybook.migrations.Migrations;
import io.tallybook.ui.access.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running application: its database, then Spring on top; stopped in the opposite order. */
public final class Server implements AutoCloseable {
    private final @Nullable EmbeddedDatabase database;
    private final ConfigurableApplicationContext context;

    private final Path data;

    private Server(@Nullable EmbeddedDatabase database, ConfigurableApplicationContext context, Path data) {
        this.data = data;
        this.database = database;
        this.context = context;
    }

    /** @throws CannotStart with one sentence: port in use, wrong kind of directory, database not reachable */
    public static Server start(ServerOptions options) {
        requireFree(options.port());
        makeDirectory(options.data());
        EmbeddedDatabase embedded = options.postgres() == null ? EmbeddedDatabase.start(options.data()) : null;
        try {
            DatabaseAddress address = embedded != null ? embedded.address() : external(options.postgres());
            Migrations.migrate(address);
            return new Server(embedded, run(options, address), options.data());
        } catch (RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(ServerOptions options, DatabaseAddress address) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .properties(Map.of(
                        "spring.datasource.url", address.url(),
                        "spring.datasource.username", address.app().user(),
                        "spring.datasource.password", address.app().password(),
                        "server.port", options.port(),
                        "tallybook.data", options.data().toString(),
                        // the directory's lock sees to it that nobody else goes by that name
                        "tallybook.log.node", options.postgres() == null ? "embedded" : "",
                        "tallybook.erp-drop.directory",
                                options.data().resolve("erp").toString()))
                .registerShutdownHook(false)
                .run();
        String kind = options.demo() ? "demo" : "books";
        Installation installation = context.getBean(Installation.class);
        installation.mark(kind);
        if (!installation.kind().equals(Optional.of(kind))) {
            context.close();
            throw new CannotStart(
                    options.demo()
                            ? "The data directory " + options.data()
                                    + " holds real books; give the demo its own with --data."
                            : "The data directory " + options.data()
                                    + " is a demo's; give the real books their own with --data, or run './tallybook demo'.");
        }
        return context;
    }

    private static DatabaseAddress external(@Nullable String url) {
        return new DatabaseAddress(
                String.valueOf(url),
                new Login("owner", secret("TALLYBOOK_OWNER_PASSWORD")),
                new Login("app", secret("TALLYBOOK_APP_PASSWORD")));
    }

    private static String secret(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new CannotStart(
                    "With --postgres the passwords of its roles owner and app are read from the environment; " + name
                            + " is not set.");
        }
        return value;
    }

    private static void makeDirectory(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new CannotStart("The data directory " + data + " cannot be made: " + e.getMessage() + ".");
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " is in use; stop what listens there or choose another with --port.");
        }
    }

    public Path data() {
        return data;
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer(), "a running server")
                .getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        if (database != null) {
            database.close();
        }
    }
}
