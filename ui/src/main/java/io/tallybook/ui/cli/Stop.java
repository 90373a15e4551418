package io.tallybook.ui.cli;

import io.tallybook.ui.Server;
import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C or SIGTERM and then stops the server cleanly. */
final class Stop {
    private Stop() {}

    /** Stops the server when the JVM is asked to end, however that comes. */
    static void onExit(Server server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    }

    /** Never returns; the shutdown hooks do what is left to do. */
    static void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
