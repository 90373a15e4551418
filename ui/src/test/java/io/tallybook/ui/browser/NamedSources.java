package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;

import io.tallybook.ui.cli.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A flow computer's folder, defined, pulled and paused by an engineer on its page. */
final class NamedSources {
    private static final String FOLDER = "/sources/flow-computers";

    private NamedSources() {}

    /** @param data the demo's data directory */
    static void define(Api engineer, Path data) throws Exception {
        Path folder = Files.createDirectories(data.resolve("sources/north"));
        Files.writeString(
                folder.resolve("a.csv"), "point,start,kwh,quality\nno-such-point,2024-11-16T05:00:00Z,7,GOOD\n");
        engineer.put("/api/v1" + FOLDER, definition("north"));
        engineer.put("/api/v1/sources/lost", definition("gone"));
        for (String source : new String[] {"flow-computers", "lost"}) {
            while (engineer.get("/api/v1/sources/" + source)
                            .at("/source/lastPull/endedAt")
                            .isMissingNode()
                    || engineer.get("/api/v1/sources/" + source)
                            .at("/source/lastPull/endedAt")
                            .isNull()) {
                Thread.sleep(200);
            }
        }
    }

    private static Map<String, Object> definition(String path) {
        return Map.of(
                "kind",
                "FLOW_COMPUTER",
                "profile",
                "hourly-csv",
                "everySeconds",
                86_400,
                "folder",
                Map.of("path", path, "glob", "*.csv"));
    }

    /** Pulled, paused and resumed; the page follows without being loaded anew. */
    static void work(Desk engineer, Inspection inspection, Tour tour) {
        engineer.goTo(FOLDER).note();
        engineer.page().click("#do-pull");
        sees(engineer.page().locator(".answer.done")).containsText("Done.");
        sees(engineer.page().locator("#pulls tbody tr[data-key]")).hasCount(2);
        inspection.look(engineer, "a source to pull");
        engineer.page().fill("#pause-reason", "the station moves");
        engineer.page().locator("#pause-form button").click();
        sees(engineer.stand()).containsText("Paused: the station moves");
        inspection.look(engineer, "a source paused");
        engineer.page().click("#do-resume");
        sees(engineer.page().locator("#do-pull")).isVisible();
        change(engineer, inspection, tour);
    }

    /** Defined anew by the form: what is wrong is told at its field, and what was typed stays. */
    private static void change(Desk engineer, Inspection inspection, Tour tour) {
        tour.look(engineer, "/source-form", "a source to define");
        tour.look(engineer, "/source-form/flow-computers", "a source to change");
        sees(engineer.page().locator("#f-folder")).hasValue("north");
        engineer.page().fill("#f-everySeconds", "4");
        engineer.page().click("#do-define");
        sees(engineer.page().locator("#e-everySeconds")).containsText("every 5 s");
        sees(engineer.page().locator("#f-everySeconds")).hasValue("4");
        inspection.look(engineer, "a source with a field that is not right");
        engineer.page().fill("#f-everySeconds", "43200");
        engineer.page().click("#do-define");
        sees(engineer.page().locator("#source-about")).containsText("43,200");
    }
}
