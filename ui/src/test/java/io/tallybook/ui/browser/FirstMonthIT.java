package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.tallybook.saga.whole.StandInErp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From {@code start} on an empty directory to a locked month, by the pages alone and without the demo; one story, so long. */
class FirstMonthIT {
    private static final String CLOSE = "/close/north/2026-09";

    @TempDir
    static Path scratch;

    private final Map<String, String> passwords = new HashMap<>();
    private final Inspection inspection = new Inspection();

    @Test
    void fromNothingToALockedMonthByThePages() throws Exception {
        assumeTrue(Chromium.isThere(), "no Chromium on this machine: the pages are not tested");
        try (RunningDemo program = RunningDemo.empty(scratch);
                Chromium chromium = new Chromium()) {
            Desk ada = firstAdmin(program, chromium);
            people(ada);
            Desk eric = desk(chromium, program, "eric");
            Desk bob = desk(chromium, program, "bob");
            setUp(eric, bob);
            Desk oscar = desk(chromium, program, "oscar");
            deliver(oscar);
            Desk anna = desk(chromium, program, "anna");
            Desk carol = desk(chromium, program, "carol");
            close(anna, bob, carol);
            compare(anna);
            reopen(anna, bob, carol, eric);
            seesNobodyElse(desk(chromium, program, "oscar"));
            secondAdmin(ada, chromium, program);
        }
        assertThat(inspection.findings()).isEmpty();
    }

    private static Desk firstAdmin(RunningDemo program, Chromium chromium) throws Exception {
        Desk ada = chromium.desk(program.address());
        ada.goTo("/welcome");
        Page page = ada.page();
        page.fill("#code", program.printedAfter("one-time code:"));
        page.fill("#user", "ada");
        page.fill("#name", "Ada");
        page.fill("#password", "chosen by herself 1");
        page.click("button.primary");
        page.waitForURL("**/sign-in**");
        ada.signIn("ada", "chosen by herself 1");
        sees(page.locator("h1")).containsText("Periods");
        ada.goTo("/setup");
        sees(ada.stand()).containsText("are still missing to open your first month");
        return ada;
    }

    private void people(Desk ada) {
        ada.goTo("/setup").page().click("text=People");
        ada.page().waitForURL("**/users");
        grant(ada, "eric", "Eric", "ENGINEER");
        grant(ada, "anna", "Anna", "ACCOUNTANT");
        grant(ada, "oscar", "Oscar", "OPERATOR");
        grant(ada, "bob", "Bob", "APPROVER");
        grant(ada, "carol", "Carol", "APPROVER");
        inspection.look(ada, "users");
    }

    private void grant(Desk admin, String user, String name, String role) {
        Page page = admin.goTo("/users").page();
        page.fill("#user", user);
        page.fill("#name", name);
        page.check("input[value=" + role + "]");
        page.click("text=Grant these roles");
        passwords.put(user, page.locator("#password").textContent());
    }

    private Desk desk(Chromium chromium, RunningDemo program, String user) throws Exception {
        Desk desk = chromium.desk(program.address());
        desk.signIn(user, passwords.getOrDefault(user, ""));
        return desk;
    }

    /** What is missing, one after the other, as the page of the set-up names it; each proposed by eric, approved by bob. */
    private void setUp(Desk eric, Desk bob) {
        propose(
                eric,
                bob,
                "networks",
                Map.of("network", "north", "close-group", "north", "name", "The north", "account-map", "books"));
        propose(
                eric,
                bob,
                "areas",
                Map.of(
                        "area",
                        "system",
                        "network",
                        "north",
                        "name",
                        "The system",
                        "tolerance-from",
                        "2026-01",
                        "day",
                        "1",
                        "month",
                        "0.5",
                        "floor-mmbtu",
                        "250"));
        for (String point : new String[] {"inlet", "outlet", "cavern"}) {
            eric.goTo("/setup/points")
                    .page()
                    .selectOption("#f-setup-role", point.equals("cavern") ? "STORAGE" : "FLOW");
            eric.page().selectOption("#f-setup-interval", "GAS_DAY");
            fill(
                    eric,
                    Map.of(
                            "point",
                            point,
                            "area",
                            "system",
                            "name",
                            point,
                            "time-zone",
                            "Europe/Berlin",
                            "gas-day-starts",
                            "06:00",
                            "in-force-from",
                            "2026-01-01"));
            agree(eric, bob);
        }
        inspection.look(eric.goTo("/setup/points"), "setup points");
        propose(eric, bob, "shippers", Map.of("shipper", "alpha", "name", "Alpha Gas"));
        propose(eric, bob, "series", Map.of("series", "hub", "name", "The hub", "currency", "EUR"));
        contract(eric, bob);
        accounts(eric, bob);
        propose(
                eric,
                bob,
                "calendars",
                Map.of(
                        "close-group",
                        "north",
                        "network",
                        "north",
                        "first-period",
                        "2026-09",
                        "time-zone",
                        "Europe/Berlin",
                        "opening-storage-kwh",
                        "1000000",
                        "opening-imbalance-kwh",
                        "0",
                        "reason",
                        "taken over from the spreadsheet"));
        eric.goTo("/setup/holidays").page().fill("#l0-setup-date", "2026-10-05");
        eric.page().fill("#l0-setup-name", "A day off");
        fill(eric, Map.of("close-group", "north", "year", "2026"));
        agree(eric, bob);
        inspection.look(bob, "change");
        inspection.look(bob.goTo("/changes"), "changes");
        sees(eric.goTo("/setup").stand()).containsText("2 things are still missing");
    }

    private void contract(Desk eric, Desk bob) {
        Page page = eric.goTo("/setup/contracts").page();
        fill(
                eric,
                Map.of(
                        "contract",
                        "alpha-1",
                        "network",
                        "north",
                        "area",
                        "system",
                        "shipper",
                        "alpha",
                        "effective-from",
                        "2026-01",
                        "series",
                        "hub",
                        "look-back-days",
                        "7",
                        "currency",
                        "EUR"));
        for (int line = 0; line < 4; line++) {
            page.fill("#l" + line + "-setup-share", "1");
        }
        inspection.look(eric, "setup contract");
        agree(eric, bob);
    }

    private static void accounts(Desk eric, Desk bob) {
        Page page = eric.goTo("/setup/accounts").page();
        fill(eric, Map.of("account-map", "books"));
        Locator numbers = page.locator("[id$=setup-account]");
        for (int line = 0; line < numbers.count(); line++) {
            page.fill("#l" + line + "-setup-account", String.valueOf(1000 + line));
            page.fill("#l" + line + "-setup-account-name", "Account " + line);
        }
        agree(eric, bob);
    }

    private static void propose(Desk eric, Desk bob, String sheet, Map<String, String> cells) {
        eric.goTo("/setup/" + sheet);
        fill(eric, cells);
        agree(eric, bob);
    }

    private static void fill(Desk desk, Map<String, String> cells) {
        cells.forEach((heading, text) -> desk.page().fill("#f-setup-" + heading, text));
    }

    /** The proposer sees no way to approve; the other person does, and sees it come into force. */
    private static void agree(Desk proposer, Desk other) {
        proposer.page().fill("#reason", "the first month");
        proposer.page().click("text=Propose this change");
        proposer.page().waitForURL("**/changes/c-*");
        assertThat(proposer.page().locator("#approve-form").count()).isZero();
        other.page().navigate(proposer.page().url());
        sees(other.page().locator("p.said")).hasText("the first month");
        other.page().click("text=Approve this change");
        sees(other.stand()).containsText("In force");
    }

    private static void deliver(Desk oscar) {
        String readings = "day,inlet,outlet,cavern\n"
                + days().map(day -> day + ",1000000,-1100000,100000\n").collect(Collectors.joining());
        String profile = """
                name: daily
                format: csv
                time: {field: day, pattern: uuuu-MM-dd, means: gas-day, zone: Europe/Berlin, day-starts: "06:00"}
                points: {inlet: inlet, outlet: outlet, cavern: cavern}
                """;
        // the first day comes too low and is put right by the file after it
        take(oscar, "draft.csv", "day,inlet,outlet,cavern\n2026-09-01,900000,-1100000,100000\n", profile);
        take(oscar, "readings.csv", readings, profile);
        String prices = "day,price\n" + days().map(day -> day + ",2.5\n").collect(Collectors.joining());
        take(oscar, "prices.csv", prices, """
                name: hub
                kind: prices
                series: hub
                day: {field: day, pattern: uuuu-MM-dd}
                price: price
                currency: EUR
                """);
    }

    private static Stream<LocalDate> days() {
        return IntStream.rangeClosed(1, 30).mapToObj(day -> LocalDate.of(2026, 9, day));
    }

    private static void take(Desk oscar, String name, String text, String profile) {
        Page page = oscar.goTo("/imports").page();
        page.setInputFiles("#file", file(name, "text/csv", text));
        page.setInputFiles("#profile", file("profile.yaml", "application/yaml", profile));
        page.click("text=Import this file");
        sees(page.locator("h1")).containsText(name);
        sees(page.locator("#outcomes")).containsText("Accepted");
    }

    private static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void close(Desk anna, Desk bob, Desk carol) throws Exception {
        anna.goTo("/close").page().click("text=Open 2026-09");
        sees(anna.page().locator(".answer.done")).containsText("Period opened.");
        anna.goTo(CLOSE).page().click("#do-cutoff");
        sign(anna, bob, carol, "north_2026-09_CLOSE_1", "4711");
        // 1 October is a Thursday; the fifth is a holiday: the second business day is the 2nd, the third the 6th
        sees(anna.goTo(CLOSE).page().locator("#steps")).containsText("2026-10-06");
    }

    private static void sign(Desk anna, Desk bob, Desk carol, String key, String document) throws Exception {
        sees(anna.stand()).containsText("Ready for the first approval.");
        bob.goTo(CLOSE).page().click("#do-approve");
        sees(bob.page().locator(".answer.done")).containsText("Approved.");
        carol.goTo(CLOSE).page().click("#do-approve");
        sees(carol.page().locator(".answer.done")).containsText("Approved.");
        erp().post(key, document);
        sees(carol.stand()).containsText("Published: waiting to be locked.");
        carol.page().fill("#lock-typed", "2026-09");
        carol.page().locator("#lock-typed").press("Enter");
        sees(carol.stand()).containsText(Pattern.compile("Locked .*: nothing changes here any more\\."));
    }

    private static StandInErp erp() {
        return new StandInErp(scratch.resolve("start").resolve("erp"));
    }

    /** Asked for by one and agreed to by two others; the ERP takes back what it posted; then it closes anew. */
    private void reopen(Desk anna, Desk bob, Desk carol, Desk eric) throws Exception {
        anna.goTo(CLOSE).page().locator("#reopen-more summary").click();
        inspection.look(anna, "cockpit to reopen");
        anna.page().fill("#reopen-amount", "40000.00");
        anna.page().fill("#reopen-reason", "the old sheet was right about the first day");
        anna.page().click("#do-reopen");
        sees(anna.page().locator("#reopen-asked")).containsText("40,000.00");
        assertThat(anna.page().locator("#do-reopen-approve, #do-reopen-consent").count())
                .isZero();

        bob.goTo(CLOSE).page().check("#reopen-erp");
        inspection.look(bob, "cockpit to agree to a reopening");
        bob.page().click("#do-reopen-approve");
        sees(bob.page().locator(".answer.done")).containsText("Recorded.");
        eric.goTo(CLOSE).page().click("#do-reopen-consent");
        sees(eric.page().locator("#undoing")).containsText("Revision 2 has begun");
        erp().post("north_2026-09_CLOSE_1-2", "4712");

        sees(anna.goTo(CLOSE).page().locator("#do-cutoff")).isVisible();
        sees(anna.page().locator("#revisions")).containsText("ERP document 4711, reversed by 4712");
        Locator states = anna.page().locator("#steps tbody tr[data-key]:not([data-key='OPEN']) .state");
        sees(states).hasCount(13);
        assertThat(states.allInnerTexts()).allMatch(state -> state.strip().startsWith("outdated"));
        inspection.look(anna, "cockpit reopened");
        anna.page().click("#do-cutoff");
        sign(anna, bob, carol, "north_2026-09_CLOSE_1-3", "4713");
        sees(anna.goTo(CLOSE).page().locator("#steps .state:has-text('outdated')"))
                .hasCount(0);
        sees(anna.goTo(CLOSE + "/documents").page().locator("#documents")).containsText("2026-09-r2");
        sees(anna.goTo(CLOSE).page().locator("#revisions a")).hasAttribute("href", CLOSE + "/revisions/1");
        anna.goTo(CLOSE + "/revisions/1");
        sees(anna.page().locator("#revision-areas tbody tr")).hasCount(5);
        sees(anna.page().locator("#revision-points")).containsText("No gas day differs.");
        inspection.look(anna, "a revision beside the one after it");
    }

    /** The old spreadsheet never saw the correction of the first day, and the page says so. */
    private void compare(Desk anna) {
        Page page = anna.goTo(CLOSE + "/compare").page();
        sees(anna.stand()).containsText("Nothing is compared yet.");
        page.setInputFiles("#file", file("legacy.csv", "text/csv", """
                Meter;In;Out
                IN-1;29900;0
                OUT-1;0;33000
                CAV-1;3000;0
                """));
        page.setInputFiles("#map", file("map.yaml", "application/yaml", """
                tables:
                  - kind: point
                    format: csv
                    delimiter: ";"
                    subject: Meter
                    names: {IN-1: inlet, OUT-1: outlet, CAV-1: cavern}
                    unit: MWh
                    columns: {receipts: In, deliveries: Out}
                """));
        page.click("text=Compare 2026-09");
        sees(anna.stand()).containsText("One of 6 figures differs.");
        sees(page.locator("#comparison"))
                .containsText("the old figure is what was delivered first; corrected since by readings.csv");
        assertThat(page.url()).as("a permalink").contains("map=").contains("file=");
        inspection.look(anna, "parallel run");
    }

    /** Who has an account is for an Admin and an Auditor. */
    private static void seesNobodyElse(Desk oscar) {
        sees(oscar.goTo("/users").stand()).containsText("Your account");
        assertThat(oscar.page().locator("#users tbody tr").count()).isEqualTo(1);
    }

    /** Ada alone makes a second Admin; from then on one grants and the other approves. */
    private void secondAdmin(Desk ada, Chromium chromium, RunningDemo program) throws Exception {
        grant(ada, "adam", "Adam", "ADMIN");
        Desk adam = desk(chromium, program, "adam");
        grant(ada, "vera", "Vera", "VIEWER");
        sees(ada.page().locator(".answer")).containsText("waits for another Admin");
        assertThat(ada.goTo("/users").page().locator("text=Approve vera").count())
                .isZero();
        inspection.look(adam.goTo("/users"), "users waiting");
        adam.page().click("text=Approve vera");
        sees(adam.page().locator(".answer.done")).containsText("Done.");
        desk(chromium, program, "vera").goTo(CLOSE);
    }
}
