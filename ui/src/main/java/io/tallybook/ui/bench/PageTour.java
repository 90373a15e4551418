package io.tallybook.ui.bench;

import io.tallybook.messages.GasDay;
import io.tallybook.ui.bench.Pages.Times;
import io.tallybook.ui.cli.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The pages a month is looked at on, each asked for another point, day or event per turn. */
final class PageTour {
    private static final String CLOSE = "/close/" + BenchSystem.GROUP + "/" + BenchSystem.PERIOD;
    private static final List<GasDay> DAYS = BenchSystem.PERIOD.days();
    private static final int EVENTS = 20;

    private final BenchSystem system;
    private final Pages pages;
    private final int requests;
    private final Api reader;
    private final List<Times> times = new ArrayList<>();

    PageTour(BenchSystem system, Pages pages, int requests, Api reader) {
        this.system = system;
        this.pages = pages;
        this.requests = requests;
        this.reader = reader;
    }

    /** While the month is open its figures are provisional, worked out at each look. */
    List<Times> open() throws IOException, InterruptedException {
        times.clear();
        top();
        return List.copyOf(times);
    }

    List<Times> locked() throws IOException, InterruptedException {
        times.clear();
        top();
        time("statement", this::statement);
        time("statement, point", turn -> statement(0) + "/" + contract(turn) + "/" + flowing(turn) + "/delivery");
        time(
                "allocation of a point-day",
                turn -> CLOSE + "/allocation/" + flowing(turn) + "/" + day(turn) + "/delivery?shipper="
                        + system.shipper(0));
        time("meter month", turn -> "/meter/" + flowing(turn) + "/" + BenchSystem.PERIOD);
        time("meter day, raw rows", turn -> "/meter/" + flowing(turn) + "/" + BenchSystem.PERIOD + "/" + day(turn));
        List<Long> positions = positions();
        time("event", turn -> "/events/" + positions.get(turn % positions.size()));
        time("journal", turn -> CLOSE + "/journal");
        time("documents", turn -> CLOSE + "/documents");
        return List.copyOf(times);
    }

    private void top() throws IOException, InterruptedException {
        time("cockpit", turn -> CLOSE);
        time("balance", turn -> CLOSE + "/balance/" + system.area(turn % system.areas()));
        time("trend", turn -> CLOSE + "/balance/" + system.area(turn % system.areas()) + "/trend");
        time("statements", turn -> CLOSE + "/statements");
        time("meters", turn -> "/meters/" + BenchSystem.GROUP + "/" + BenchSystem.PERIOD);
        time("events", turn -> "/events");
    }

    private void time(String page, IntFunction<String> path) throws IOException, InterruptedException {
        times.add(pages.time(page, requests, path));
    }

    private String statement(int turn) {
        return CLOSE + "/statements/" + system.shipper(turn % BenchSystem.SHIPPERS);
    }

    /** A point that delivers, another one each turn. */
    private String flowing(int turn) {
        return system.point(number(turn));
    }

    private String contract(int turn) {
        return system.contract(system.areaOf(number(turn)), 0);
    }

    private int number(int turn) {
        int number = turn * 37 % system.points();
        while (system.isStorage(number) || system.isSource(number)) {
            number = (number + 1) % system.points();
        }
        return number;
    }

    private static GasDay day(int turn) {
        return DAYS.get(turn % DAYS.size());
    }

    private List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        for (int turn = 0; turn < EVENTS; turn++) {
            var records = reader.get("/api/v1/points/" + flowing(turn) + "/days/" + day(turn) + "/records");
            positions.add(records.get(0).get("position").asLong());
        }
        return positions;
    }
}
