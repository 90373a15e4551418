package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.tallybook.intake.sample.Sample;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.demo.DemoVariances;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's people close their months in the browser. One program, one story, in order, and therefore long. */
@TestMethodOrder(OrderAnnotation.class)
class BrowserIT {
    private static final String OCTOBER = "/close/denmark/2024-10";
    private static final String NOVEMBER = "/close/denmark/2024-11";

    private static final Map<String, Object> UNREADABLE =
            Map.of("point", "sweden", "gasDay", "2024-11-15", "kwh", "about a lot");
    private static final Map<String, Object> UNREADABLE_TOO =
            Map.of("point", "sweden", "gasDay", "2024-11-16", "kwh", "about as much as the day before");
    private static final Map<String, Object> UNREADABLE_AGAIN =
            Map.of("point", "sweden", "gasDay", "2024-12-15", "kwh", "about as much");
    private static final Map<String, Object> TOO_MUCH =
            Map.of("point", "denmark", "gasDay", "2024-11-19", "kwh", -150_000_000);

    @TempDir
    static Path scratch;

    private static RunningDemo demo;
    private static Chromium chromium;
    private static Desk anna;
    private static Desk bo;
    private static Desk carla;
    private static Tour tour;
    private static final Inspection INSPECTION = new Inspection();

    @BeforeAll
    static void threePeople() throws Exception {
        assumeTrue(Chromium.isThere(), "no Chromium on this machine: the pages are not tested");
        demo = RunningDemo.demo(scratch);
        chromium = new Chromium();
        anna = chromium.desk(demo, "accountant");
        bo = chromium.desk(demo, "approver-one");
        carla = chromium.desk(demo, "approver-two");
        tour = new Tour(Handler.of(anna), INSPECTION);
    }

    @AfterAll
    static void everythingStops() {
        try (RunningDemo last = demo;
                Chromium first = chromium) {
            assertThat(last == null).isEqualTo(first == null);
        }
    }

    @Test
    @Order(1)
    void whoPreparedTheMonthHasNoApprovalAndIsRefusedOne() {
        anna.goTo(OCTOBER);

        sees(anna.stand()).containsText("Ready for the first approval.");
        assertThat(anna.page().locator("#do-approve").count()).isZero();
        sees(anna.page().locator(".deeds .cannot"))
                .containsText("An approver who has not worked on these figures signs next.");
        assertThat(forged(OCTOBER + "/approve")).contains("Not done.");
        assertThat(anna.complaints()).isEmpty();
    }

    /** A preparer who sends the approver's form herself. */
    private static String forged(String path) {
        FormData form = FormData.create()
                .set("_csrf", anna.page().locator("meta[name=csrf]").getAttribute("content"))
                .set("packHash", anna.page().locator("#pack-hash").textContent());
        APIResponse answer =
                anna.page().request().post(path, RequestOptions.create().setForm(form));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Test
    @Order(2)
    void aSignatureIsSeenByTheOthersWithoutReload() {
        List.of(bo, carla).forEach(desk -> desk.goTo(OCTOBER));
        List.of(anna, carla).forEach(Desk::note);

        bo.page().click("#do-approve");

        sees(bo.page().locator(".answer.done")).containsText("Approved.");
        for (Desk desk : List.of(anna, carla)) {
            sees(desk.page().locator("#sign")).containsText("Bo Friis");
            sees(desk.stand()).containsText("Ready for the second approval.");
            assertThat(desk.isSameDocument()).isTrue();
        }
        sees(bo.page().locator(".deeds .cannot")).containsText("You have approved. A second approver signs next.");
    }

    @Test
    @Order(3)
    void theSecondSignsByKeyboardAlone() throws Exception {
        INSPECTION.look(carla, "cockpit to approve");
        carla.tabTo("do-approve");
        assertThat(outline(carla.page().locator("#do-approve"))).isNotEqualTo("none");
        StepCounts.areTheApis(anna, demo.as("auditor"), OCTOBER);
        Locator counts = anna.awaitLive().page().locator("#progress-text");
        String before = counts.innerText();

        carla.page().keyboard().press("Enter");

        sees(carla.page().locator(".answer.done")).isFocused();
        Desk.seesSoonOtherThan(counts, before);
        sees(carla.page().locator("#sign")).containsText("Carla Dahl");
    }

    private static Object outline(Locator element) {
        return element.evaluate("element => getComputedStyle(element).outlineStyle");
    }

    @Test
    @Order(4)
    void theMonthIsPublishedByItselfAndLockedByTypingItsName() {
        sees(carla.stand()).containsText("Published: waiting to be locked.");
        List.of(anna, bo).forEach(Desk::note);

        INSPECTION.look(carla, "cockpit to lock");
        lock("2024-11");
        sees(carla.page().locator(".answer.refused")).containsText("Write 2024-10 to lock it");
        lock("2024-10");

        for (Desk desk : List.of(anna, bo, carla)) {
            sees(desk.stand()).containsText(Pattern.compile("Locked .*: nothing changes here any more\\."));
            sees(desk.page().locator("#do-approve, #lock-form")).hasCount(0);
        }
        assertThat(anna.isSameDocument()).isTrue();
        assertThat(bo.isSameDocument()).isTrue();
        sees(anna.page().locator("#progress-text")).hasText("14 of 14 steps done, 0 late; 0 remaining, 0 overdue");
        theTimesAreDrawnAndTold();
        assertThat(carla.complaints()).isEmpty();
    }

    /** The lock ends the critical path: said in the table and, not by colour alone, in the drawing. */
    private static void theTimesAreDrawnAndTold() {
        Page page = anna.goTo("/close-times/denmark?month=2024-10").page();
        sees(page.locator("#close-steps tr[data-key='LOCK'] .state")).containsText(Pattern.compile("critical|longest"));
        sees(page.locator("#timeline canvas")).isVisible();
        Object drawn = page.evaluate("""
                () => { const chart = echarts.getInstanceByDom(document.querySelector('[data-kind=timeline]')).getOption();
                  const steps = chart.yAxis[0].data;
                  const bars = chart.series.map(kind => kind.data.length);
                  return [steps.length, steps.at(-1), bars[0], bars[1] + bars[2], steps.filter(s => s.startsWith('◆')).length === bars[2]]; }""");
        assertThat(drawn).isEqualTo(List.of(14, "◆ Lock", 14, 14, true));
    }

    private static void lock(String typed) {
        carla.page().fill("#lock-typed", typed);
        carla.page().locator("#lock-typed").press("Enter");
    }

    @Test
    @Order(5)
    void thePreparerTakesTheNextMonthFromItsOpeningToTheSignatures() throws Exception {
        theNextMonthRunsDry();
        anna.goTo("/close");
        anna.page().click("text=Open 2024-11");
        sees(anna.page().locator(".answer.done")).containsText("Period opened.");
        demo.as("operator").post("/api/v1/readings", List.of(UNREADABLE, UNREADABLE_TOO, TOO_MUCH));
        anna.goTo(NOVEMBER).page().click("#do-cutoff");

        sees(anna.page().locator("#blockers li")).containsText(new String[] {"Dead letters"});
        assertThat(anna.isAbove("#blockers", "#steps")).isTrue();
        sees(anna.page().locator("#steps tr[data-key='DEAD_LETTERS'] .state")).hasText("blocked");
        StepCounts.areTheApis(anna, demo.as("auditor"), NOVEMBER);
        INSPECTION.look(anna, "cockpit blocked");
        excludeOneOf("Show 2 dead letters", 2);
        excludeOneOf("Show the dead letter", 1);
        sees(anna.page().locator("#blockers li").first()).containsText("2024-11-19");
        explainTheDay();
        sees(anna.goTo(NOVEMBER).page().locator("#blockers li").first())
                .containsText("an approver who did not explain it");
        acceptTheBalance();

        reviewTheVariances();

        sees(anna.goTo(NOVEMBER).stand()).containsText("Ready for the first approval.");
        assertThat(anna.complaints()).isEmpty();
    }

    /** Before it is even open: the figures it would come to; nothing of it happens, it can still be opened afterwards. */
    private static void theNextMonthRunsDry() {
        anna.goTo("/close").page().click("text=Run 2024-11 dry");
        anna.page().click("#do-dry");
        sees(anna.page().locator("#dry-facts")).containsText("nothing; in earnest it would be");
        sees(anna.page().locator("#dry-stops")).containsText("Variances");
        sees(anna.page().locator("#dry-statements")).containsText("baltic-trading");
        INSPECTION.look(anna, "dry run");
    }

    /** Every base and per day without a reload; a word by the preparer, the yes of another; the rest as the demo does. */
    private static void reviewTheVariances() throws IOException {
        Page page = anna.goTo(NOVEMBER).page();
        sees(page.locator("#blockers li").first()).containsText("Explain and review");
        anna.goTo(NOVEMBER + "/variance").note();
        sees(page.locator("#words li").first()).containsText("pending");
        for (String basis : List.of("budget", "nomination", "same_month_last_year", "prior_month")) {
            page.click("#basis-" + basis);
            sees(page.locator("#basis-" + basis)).hasAttribute("aria-current", "true");
        }
        page.click("#per-day");
        sees(page.locator("#shown")).containsText("Prior month, per day");
        assertThat(anna.isSameDocument()).isTrue();
        INSPECTION.look(anna, "variances to explain");
        belowThresholdNeedsNoWord(page);
        explainAndApproveOne(page);
        new DemoVariances("/api/v1/closes/denmark/2024-11").settle(demo.as("accountant"), demo.as("approver-one"));
    }

    /** Of the lines of the table only those that reach their threshold are asked for. */
    private static void belowThresholdNeedsNoWord(Page page) {
        int lines = page.locator("#variances tbody tr[data-key]").count();
        int below = page.locator("#variances tbody tr[data-key]:has-text('below threshold')")
                .count();
        int asked = page.locator("#words li").count();
        assertThat(below).isPositive();
        assertThat(asked).isPositive().isLessThanOrEqualTo(lines - below);
        sees(anna.stand()).containsText("0 of " + asked + " lines that need a word are approved");
    }

    private static void explainAndApproveOne(Page page) {
        String line = String.valueOf(page.locator("#words li").first().getAttribute("id"));
        Locator form = page.locator("#" + line + " form");
        form.locator("select").selectOption("PRICE");
        form.locator("input[name=text]").fill("Henry Hub fell");
        form.locator("button").click();
        sees(page.locator("#" + line)).containsText("in review");
        sees(page.locator("#" + line)).containsText("Another person approves what you wrote.");
        assertThat(page.locator("#" + line + " [id^=sign-]").count()).isZero();

        bo.goTo(NOVEMBER + "/variance");
        INSPECTION.look(bo, "variances to approve");
        bo.page().locator("#" + line + " [id^=sign-]").click();
        sees(bo.page().locator("#" + line)).containsText("approved by Bo Friis");
        sees(bo.stand()).containsText("1 of ");
        bo.page().locator("#" + line + " strong a").click();
        sees(bo.page().locator("#variance-history")).containsText("Henry Hub fell");
        sees(bo.page().locator("#variance-bases")).containsText("no basis");
    }

    /** The list is of exactly what the blocker counts: not of what was settled before. */
    private static void excludeOneOf(String said, int count) {
        anna.page().locator("#blockers li a:has-text('" + said + "')").click();
        sees(anna.page().locator("#dead-letters tbody tr[data-key]")).hasCount(count);
        sees(anna.page().locator("#dead-letters tbody")).not().containsText("excluded");
        anna.page().locator("#dead-letters tbody tr th a").first().click();
        anna.page().fill("#reason", "the good value came in the file before");
        anna.page().locator("#exclude-form button").click();
        sees(anna.page().locator(".answer.done")).containsText("Excluded.");
        anna.goTo(NOVEMBER);
    }

    private static void acceptTheBalance() {
        bo.goTo(NOVEMBER).page().locator("#blockers li a").first().click();
        INSPECTION.look(bo, "balance to accept");
        bo.page().click("#do-accept");
        sees(bo.page().locator(".answer.done")).containsText("Accepted.");
    }

    /** The variances may be known by now and ask for their words too: of what blocks, the day comes first. */
    private static void explainTheDay() {
        anna.page().locator("#blockers li a").first().click();
        INSPECTION.look(anna, "balance to explain");
        Locator form = anna.page().locator("#explain-2024-11-19 form");
        form.locator("select").selectOption("LINEPACK");
        form.locator("input[name=text]").fill("the pipes took up what the town did not");
        form.locator("button").click();
        sees(anna.page().locator(".answer.done")).containsText("Explained.");
    }

    @Test
    @Order(6)
    void theyAskAndAnswerSettleAndProve() throws Exception {
        Together together = new Together(NOVEMBER, INSPECTION);
        new Accrued(NOVEMBER, INSPECTION).proposedAndDiscarded(anna, bo);
        together.mine(anna);
        together.reviewPoint(bo, anna);
        together.evidence(anna, scratch, demo.as("accountant"));
        together.lentRight(demo.as("approver-one"), demo.as("auditor"), carla);
        assertThat(INSPECTION.findings()).isEmpty();
    }

    @Test
    @Order(7)
    void lateDataSuspendsASignatureInSightOfAll() throws Exception {
        Wire second = new Wire(demo.address(), demo.as("approver-one").token());
        new SignOff(NOVEMBER, INSPECTION).suspended(carla, anna, demo.as("operator"), second);
    }

    @Test
    @Order(8)
    void aSecondPublicationRestatesTheLockedMonthAndBlocksTheOneInTheClose() throws Exception {
        anna.goTo("/adjustments").note();
        bo.goTo(NOVEMBER);

        Path second = scratch.resolve(Sample.GAS_FLOW_SECOND.fileName());
        try (InputStream published = Sample.GAS_FLOW_SECOND.open()) {
            Files.copy(published, second);
        }
        Api operator = demo.as("operator");
        operator.importFile(
                "energinet-gasflow", "energinet-gasflow", second.getFileName().toString(), second);
        operator.post("/api/v1/readings", List.of(UNREADABLE_AGAIN));

        sees(anna.page().locator("#packages tbody tr td").first()).hasText("21");
        assertThat(anna.isSameDocument()).isTrue();
        sees(bo.page().locator("#late")).containsText("Storage");
        assertThat(bo.page().locator("#do-approve").count()).isZero();
        INSPECTION.look(anna.goTo(NOVEMBER), "cockpit with late data");
    }

    @Test
    @Order(9)
    void everyPageThereIsOpensWithDataAndIsForEverybodyInBothThemes() throws Exception {
        FirstPackage.book(demo);
        NamedSources.define(demo.as("engineer"), scratch.resolve("demo"));
        try (Desk engineer = chromium.desk(demo, "engineer")) {
            NamedSources.work(engineer, INSPECTION, tour);
        }
        tour.walk(anna, "/");
        anna.page().keyboard().press("Control+k");
        sees(anna.page().locator("#palette-found [role=option]").first()).isVisible();
        INSPECTION.look(anna, "palette");
        try (Desk stranger = chromium.desk(demo.address())) {
            tour.look(stranger, "/sign-in", "sign-in");
        }
        try (RunningDemo empty = RunningDemo.empty(scratch);
                Desk first = chromium.desk(empty.address())) {
            tour.look(first, "/welcome", "welcome");
        }

        // the demo has no month that was opened again; FirstMonthIT has, and looks at it
        assertThat(tour.unseen()).containsExactly("/close/{group}/{period}/revisions/{revision}: no link leads there");
        assertThat(INSPECTION.findings()).isEmpty();
    }

    @Test
    @Order(10)
    void everyTableFilteredAndSortedIsItsFilesCellByCell() {
        assertThat(tour.exports().findings()).isEmpty();
        assertThat(tour.exports().compared()).isGreaterThan(25);
    }

    @ParameterizedTest
    @Order(10)
    @ValueSource(strings = {OCTOBER + "/balance/danish-system", "/meter/denmark/2024-10", "/events"})
    void showsTwentyRowsAtOnceOnASmallScreen(String address) {
        anna.goTo(address);

        Object inView = anna.page().evaluate("""
                () => [...document.querySelectorAll('main tbody tr[data-key]')]
                    .filter(row => row.getBoundingClientRect().bottom <= window.innerHeight).length""");

        assertThat((Integer) inView).isGreaterThanOrEqualTo(20);
    }

    @Test
    @Order(10)
    void aLongTableTurnsItsPagesInPlaceAndByTheKeyboard() {
        anna.goTo("/events?type=metering.quantities-recorded");
        anna.page().locator("#events tbody tr th a").first().click();
        Locator first = anna.page().locator("#chain tbody tr th").first();
        String onFirst = first.innerText();
        // until its scripts run, a page turns its tables by going to their address
        sees(anna.page().locator("#live")).hasAttribute("data-state", "live");
        anna.note();

        anna.page().focus("#chain-after");
        anna.page().keyboard().press("Enter");

        sees(anna.page().locator("#chain nav")).containsText("Page 2 of");
        assertThat(first.innerText()).isNotEqualTo(onFirst);
        assertThat(anna.page().url()).endsWith("?chain.page=2");
        assertThat(anna.isSameDocument()).isTrue();
        sees(anna.page().locator("#chain-after")).isFocused();
        anna.page().click("#chain-before");
        sees(first).hasText(onFirst);
        assertThat(anna.complaints()).isEmpty();
    }

    @ParameterizedTest
    @Order(11)
    @ValueSource(strings = {"receipts", "deliveries"})
    void aStatementsTotalLeadsToTheRawRowInFourClicksAndEveryLevelSumsToTheOneAbove(String way) throws Exception {
        WayDown down = new WayDown(anna, way)
                .fromStatement(OCTOBER + "/statements/baltic-trading")
                .intoPoint(1)
                .intoDay("2024-10-10")
                .intoRecords()
                .intoRawRow();

        assertThat(down.clicks()).isLessThanOrEqualTo(4);
        assertThat(down.levels())
                .hasSize(6)
                .allSatisfy(level -> assertThat(level.parts())
                        .as(level.toString())
                        .isEqualByComparingTo(level.from())
                        .isNotZero());
        try (Desk ada = chromium.desk(demo, "auditor")) {
            assertThat(down.levels())
                    .allSatisfy(level ->
                            assertThat(ada.goTo(level.address()).page().title()).isEqualTo(level.title()));
        }
    }

    @Test
    @Order(12)
    void theApiDescribesEveryOperationItHasWithTheProblemsItAnswers() throws Exception {
        Wire api = new Wire(demo.address(), demo.as("auditor").token());

        Wire.Answer described = api.get("/v3/api-docs");

        assertThat(described.body().path("openapi").asString()).startsWith("3.1.");
        assertThat(new DescribedApi(described.body()).lacking(Handler.of(anna))).isEmpty();
    }

    @Test
    @Order(13)
    void nobodyGetsInSignedOut() throws Exception {
        Refusals.ofStrangers(new Wire(demo.address(), null), Handler.of(anna));
    }

    @Test
    @Order(14)
    void whatTheApiRefusesItRefusesAsAProblemWithItsRule() throws Exception {
        Refusals.byRule(
                new Wire(demo.address(), demo.as("approver-one").token()),
                new Wire(demo.address(), demo.as("accountant").token()));
    }
}
