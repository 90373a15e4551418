package io.tallybook.ui.cli;

import io.tallybook.ui.Server;
import io.tallybook.ui.ServerOptions;
import io.tallybook.ui.access.FirstAdmin;
import io.tallybook.ui.access.Identities;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the empty system. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "Starts the server for real books.")
public final class StartCommand implements Callable<Integer> {
    @Mixin
    Place place = new Place();

    @Option(
            names = "--port",
            converter = Port.class,
            defaultValue = "8080",
            description = "port on 127.0.0.1 (default ${DEFAULT-VALUE})")
    int port;

    @Override
    public Integer call() {
        Server server = Stop.startStoppable(new ServerOptions(place.data, port, place.postgres, false));
        System.out.println("Tallybook is at " + server.address());
        if (server.bean(Identities.class).none()) {
            System.out.println(
                    "Nobody can sign in yet. Open " + server.address() + "/welcome and make the first Admin with");
            System.out.println(
                    "this one-time code:  " + server.bean(FirstAdmin.class).newCode());
        }
        System.out.println("Ctrl-C stops it.");
        Stop.await();
        return 0;
    }
}
