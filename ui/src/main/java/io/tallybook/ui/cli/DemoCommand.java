package io.tallybook.ui.cli;

import io.tallybook.ui.Server;
import io.tallybook.ui.ServerOptions;
import io.tallybook.ui.demo.Demo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the demo, or closes one of its months unattended. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a sample system with real data and a half-closed month, or closes a month unattended.")
public final class DemoCommand implements Callable<Integer> {
    static final String SAMPLE_MONTH = "2024-10";

    @Mixin
    Place place = new Place();

    @Option(
            names = "--port",
            converter = Port.class,
            description = "port on 127.0.0.1 (default 8080; with --close a free one)")
    @Nullable Integer port;

    @Option(names = "--close", paramLabel = "PERIOD", description = "close this month through every step and exit")
    @Nullable String close;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "with --close: where to write the close pack (default here)")
    Path out = Path.of(".");

    @Option(names = "--source", paramLabel = "FILE", description = "another publication of the same data")
    @Nullable Path source;

    @Option(names = "--explain", paramLabel = "FILE", description = "CSV day,cause,text of imbalance explanations")
    @Nullable Path explain;

    @Override
    public Integer call() throws Exception {
        Demo.check(close, source, explain);
        int chosen = port != null ? port : close != null ? 0 : 8080;
        Server server = Stop.startStoppable(new ServerOptions(place.data, chosen, place.postgres, true));
        Demo demo = new Demo(server, System.out, source, explain);
        if (close != null) {
            demo.close(close, out);
            return 0;
        }
        demo.show(SAMPLE_MONTH);
        Stop.await();
        return 0;
    }
}
