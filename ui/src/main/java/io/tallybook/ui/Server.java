package io.tallybook.ui;

import io.tallybook.migrations.DatabaseAddress;
import io.tallybook.migrations.EmbeddedDatabase;
import io.tallybook.migrations.Migrations;
import io.tallybook.ui.access.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        DataDirectory.prepare(options.data());
        String postgres = options.postgres();
        if (postgres != null) {
            DatabaseAddress address =
                    PostgresServer.at(postgres, System.getenv()).migrated();
            return new Server(null, run(options, address), options.data());
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(options.data());
        try {
            Migrations.migrate(embedded.address());
            return new Server(embedded, run(options, embedded.address()), options.data());
        } catch (RuntimeException e) {
            embedded.close();
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
                                options.data().resolve("erp").toString(),
                        "tallybook.sources.folders",
                                options.data().resolve("sources").toString(),
                        "tallybook.sources.credentials",
                                options.data().resolve("credentials").toString()))
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
