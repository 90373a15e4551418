package io.tallybook.ui.cli;

import io.tallybook.ui.CannotStart;
import io.tallybook.ui.bench.CloseBench;
import io.tallybook.ui.bench.CloseFigures;
import io.tallybook.ui.bench.MeasurementBench;
import io.tallybook.ui.bench.SolveFigures;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the program on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures the program on this machine.")
public final class BenchCommand {
    /** Closes made-up months and prints what it took. */
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Imports and closes made-up months of hourly points and prints what it took.")
    Integer close(
            @Option(
                            names = "--data",
                            defaultValue = "${user.home}/.tallybook-bench",
                            description = "directory for the run, empty or not there yet (default ~/.tallybook-bench)")
                    Path data,
            @Option(
                            names = "--points",
                            split = ",",
                            defaultValue = "8,1000",
                            description = "points of each month (default ${DEFAULT-VALUE})")
                    List<Integer> points,
            @Option(
                            names = "--files",
                            defaultValue = "8",
                            description =
                                    "files each month's 745 hours come in; 745: every hour on its own (default ${DEFAULT-VALUE})")
                    int files,
            @Option(
                            names = "--requests",
                            defaultValue = "100",
                            description = "requests per page (default ${DEFAULT-VALUE})")
                    int requests,
            @Option(
                            names = "--limit",
                            defaultValue = "60",
                            description = "give up after so many minutes (default ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "print JSON") boolean json)
            throws Exception {
        requireEmpty(data);
        if (files < 1 || files > CloseBench.MOST_FILES) {
            throw new CannotStart("A month comes in 1 to " + CloseBench.MOST_FILES + " files, not " + files + ".");
        }
        FutureTask<CloseFigures> task =
                new FutureTask<>(() -> new CloseBench(data, files, requests, System.err).run(points));
        Thread.ofPlatform().name("bench").daemon().start(task);
        CloseFigures figures = await(task, limit);
        if (json) {
            System.out.println(figures.json());
        } else {
            figures.print(System.out);
        }
        return 0;
    }

    /** Solves the equations of state for made-up gases and prints how many in a second. */
    @Command(
            name = "measurement",
            mixinStandardHelpOptions = true,
            description =
                    "Solves AGA 8 DETAIL and GERG-2008 for made-up gases, all different, and prints how many in a second.")
    Integer measurement(
            @Option(
                            names = "--solves",
                            defaultValue = "100000",
                            description = "solves per round (default ${DEFAULT-VALUE})")
                    int solves,
            @Option(
                            names = "--rounds",
                            defaultValue = "6",
                            description = "rounds, the methods in turn (default ${DEFAULT-VALUE})")
                    int rounds,
            @Option(names = "--json", description = "print JSON") boolean json) {
        SolveFigures figures = new MeasurementBench(solves).run(rounds);
        if (json) {
            System.out.println(figures.json());
        } else {
            figures.print(System.out);
        }
        return 0;
    }

    private static CloseFigures await(FutureTask<CloseFigures> task, int minutes) throws Exception {
        try {
            return task.get(minutes, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new CannotStart("The bench was not done within " + minutes + " minutes; give it more with --limit.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void requireEmpty(Path data) throws IOException {
        Files.createDirectories(data);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(data)) {
            if (entries.iterator().hasNext()) {
                throw new CannotStart("The bench needs a directory of its own, and " + data
                        + " is not empty; remove it or give another with --data.");
            }
        }
    }
}
