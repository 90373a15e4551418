package io.tallybook.ui.bench;

import io.tallybook.ui.Server;
import io.tallybook.ui.ServerOptions;
import io.tallybook.ui.bench.BenchRows.Fate;
import io.tallybook.ui.bench.BenchRows.Row;
import io.tallybook.ui.bench.Pages.Times;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.demo.DemoClose;
import io.tallybook.ui.demo.DemoPeople;
import io.tallybook.ui.demo.DemoUsers.Who;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** One made-up month in a demo directory of its own: set up, imported, closed and looked at over the public API. */
final class MonthBench {
    private static final int TOLD = 8;
    private static final int CLERKS = 8;

    private final BenchSystem system;
    private final Path data;
    private final int files;
    private final int requests;
    private final PrintStream progress;
    private final List<Double> imports = new ArrayList<>();
    private final List<Double> raws = new ArrayList<>();
    private final List<Row> again = new ArrayList<>();
    private final Set<String> incomplete = new TreeSet<>();
    private int records;
    private int estimated;

    /** @param files the month's hours come in, at most one for each hour */
    MonthBench(BenchSystem system, Path data, int files, int requests, PrintStream progress) {
        this.system = system;
        this.data = data;
        this.files = files;
        this.requests = requests;
        this.progress = progress;
    }

    MonthFigures run() throws Exception {
        Heap.reset();
        MonthFigures figures;
        try (Server server = Server.start(options())) {
            stopOnExit(server);
            figures = run(server);
        }
        return figures.restarted(restartSeconds());
    }

    /** For Ctrl-C; a server that is stopped already stays so. */
    private static void stopOnExit(Server server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    }

    private ServerOptions options() {
        return new ServerOptions(data, 0, null, true);
    }

    private MonthFigures run(Server server) throws Exception {
        DemoPeople people = DemoPeople.of(server);
        Api accountant = people.as(Who.ACCOUNTANT);
        DemoClose close = new DemoClose(BenchSystem.GROUP, BenchSystem.PERIOD.value(), progress);
        progress.println(system.points() + " points: setting up");
        double setUp = seconds(() -> system.setUp(people.as(Who.ENGINEER), people.as(Who.APPROVER_ONE)));
        accountant.post(close.path(), Map.of());
        importBesideRaw(server, people.as(Who.OPERATOR));
        progress.printf("  %,d readings again, %,d to estimate%n", again.size(), estimated);
        double corrected = seconds(() -> importAgain(people.as(Who.OPERATOR)));
        double estimates = seconds(() -> estimate(people.as(Who.ENGINEER), people.as(Who.APPROVER_TWO)));
        try (Pages pages =
                new Pages(server.address()).signIn(Who.ACCOUNTANT.userId(), people.password(Who.ACCOUNTANT))) {
            PageTour tour = new PageTour(system, pages, requests, accountant);
            List<Times> open = tour.open();
            progress.println("  closing");
            double ready = seconds(() -> close.prepare(accountant));
            double published = seconds(() -> close.approve(people.as(Who.APPROVER_ONE), people.as(Who.APPROVER_TWO)));
            double lock = seconds(() -> close.lock(people.as(Who.APPROVER_TWO)));
            progress.println("  looking at pages");
            return new MonthFigures(
                    system.points(),
                    records,
                    setUp,
                    sum(imports),
                    sum(raws),
                    ratio(),
                    again.size(),
                    corrected,
                    estimated,
                    estimates,
                    ready,
                    published,
                    lock,
                    accountant.get(close.path()).get("position").asLong(),
                    Heap.peakBytes(),
                    0,
                    open,
                    tour.locked());
        }
    }

    /** File by file, each right before or right after its raw insert in turn. */
    private void importBesideRaw(Server server, Api operator) throws Exception {
        Path file = data.resolve("bench.csv");
        Files.writeString(file, BenchSystem.prices());
        operator.importFile("henry-hub", "henry-hub", "prices.csv", file);
        RawInsert raw = new RawInsert(server.bean(DataSource.class));
        BenchRows rows = new BenchRows(system);
        List<Instant> hours = BenchSystem.hours();
        for (int i = 0; i < files; i++) {
            List<Row> all = rows.of(hours.subList(i * hours.size() / files, (i + 1) * hours.size() / files));
            List<Row> some = all.stream().filter(Row::given).toList();
            records += some.size();
            all.stream().filter(Row::givenAgain).forEach(again::add);
            all.stream().filter(row -> row.fate() == Fate.MISSING).forEach(this::missing);
            if (i % Math.max(1, files / TOLD) == 0) {
                progress.printf("  file %d of %d, %,d records%n", i + 1, files, some.size());
            }
            if (i % 2 == 0) {
                raws.add(seconds(() -> raw.insert(some)));
            }
            BenchRows.write(all, file);
            String name = "bench-" + i + ".csv";
            imports.add(
                    seconds(() -> accepted(operator.importFile("hourly-csv", "hourly-csv", name, file), some.size())));
            if (i % 2 == 1) {
                raws.add(seconds(() -> raw.insert(some)));
            }
        }
        raw.drop();
        Files.delete(file);
    }

    private void missing(Row row) {
        incomplete.add(row.point());
        estimated++;
    }

    /** What was wrong is corrected; what could not be read is accepted now, and its dead letter is settled by it. */
    private void importAgain(Api operator) throws Exception {
        Path file = data.resolve("bench.csv");
        BenchRows.writeAgain(again, file);
        JsonNode counts = operator.importFile("hourly-csv", "hourly-csv", "bench-again.csv", file)
                .path("counts");
        if (counts.path("accepted").asInt() + counts.path("corrected").asInt() != again.size()) {
            throw new IllegalStateException("not every reading was taken again: " + counts);
        }
        Files.delete(file);
    }

    /** A point's gaps together: proposed by one, accepted by another, for five in a hundred are material; some points at a time. */
    private void estimate(Api engineer, Api approver) throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            List<Callable<Void>> work = incomplete.stream()
                    .<Callable<Void>>map(point -> () -> {
                        String path = "/api/v1/meter-months/" + point + "/" + BenchSystem.PERIOD + "/estimates";
                        engineer.post(path, Map.of("method", "AVERAGE_OF_MONTH", "reason", "never came"));
                        approver.post(path + "/1/acceptance", Map.of());
                        return null;
                    })
                    .toList();
            for (Future<Void> done : clerks.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static void accepted(JsonNode summary, int records) {
        if (summary.path("counts").path("accepted").asInt() != records) {
            throw new IllegalStateException("not every record was accepted: " + summary);
        }
    }

    private double ratio() {
        double[] ratios = IntStream.range(0, files)
                .mapToDouble(i -> imports.get(i) / raws.get(i))
                .sorted()
                .toArray();
        return (ratios[files / 2] + ratios[(files - 1) / 2]) / 2;
    }

    private double restartSeconds() throws Exception {
        long begin = System.nanoTime();
        try (Server server = Server.start(options());
                Pages pages = new Pages(server.address())) {
            stopOnExit(server);
            pages.first();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static double sum(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Work that may throw what it likes. */
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
