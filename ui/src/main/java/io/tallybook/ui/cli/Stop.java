package io.tallybook.ui.cli;

import io.tallybook.ui.Server;
import io.tallybook.ui.ServerOptions;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Waits for Ctrl-C or SIGTERM and then stops the server cleanly. */
final class Stop {
    private static volatile boolean asked;

    private Stop() {}

    /** Starts the server. Asked to end from here on, however that comes, the JVM stops it first. */
    static Server startStoppable(ServerOptions options) {
        CompletableFuture<Server> started = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop"));
        try {
            started.complete(Server.start(options));
        } finally {
            started.completeExceptionally(new CancellationException("the server did not start"));
        }
        if (asked) {
            await();
        }
        return started.join();
    }

    /** Whether the JVM is on its way out: what fails from here on fails because of that. */
    static boolean isAsked() {
        return asked;
    }

    /** A start under way is let come to its end, some seconds, lest it leave a database running that nobody stops. */
    private static void stop(CompletableFuture<Server> started) {
        asked = true;
        Server server;
        try {
            server = started.join();
        } catch (CancellationException e) {
            return;
        }
        server.close();
    }

    /** Never returns; the shutdown hooks do what is left to do. */
    static void await() {
        while (true) {
            LockSupport.park();
        }
    }
}
