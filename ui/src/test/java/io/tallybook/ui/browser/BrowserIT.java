package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
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

/** The demo's people close their months in the browser. One program, one story, in order. */
@TestMethodOrder(OrderAnnotation.class)
class BrowserIT {
    private static final String OCTOBER = "/close/denmark/2024-10";
    private static final String NOVEMBER = "/close/denmark/2024-11";

    private static final Map<String, Object> UNREADABLE =
            Map.of("point", "sweden", "gasDay", "2024-11-15", "kwh", "about a lot");
    private static final Map<String, Object> TOO_MUCH =
            Map.of("point", "denmark", "gasDay", "2024-11-19", "kwh", -150_000_000);

    @TempDir
    static Path scratch;

    private static RunningDemo demo;
    private static Chromium chromium;
    private static Desk anna;
    private static Desk bo;
    private static Desk carla;

    @BeforeAll
    static void threePeople() throws Exception {
        assumeTrue(Chromium.isThere(), "no Chromium on this machine: the pages are not tested");
        demo = RunningDemo.demo(scratch);
        chromium = new Chromium();
        anna = chromium.desk(demo, "accountant");
        bo = chromium.desk(demo, "approver-one");
        carla = chromium.desk(demo, "approver-two");
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
    void theSecondSignsByKeyboardAlone() {
        carla.tabTo("do-approve");
        assertThat(outline(carla.page().locator("#do-approve"))).isNotEqualTo("none");

        carla.page().keyboard().press("Enter");

        sees(carla.page().locator(".answer.done")).isFocused();
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

        lock("2024-11");
        sees(carla.page().locator(".answer.refused")).containsText("Write 2024-10 to lock it");
        lock("2024-10");

        for (Desk desk : List.of(anna, bo, carla)) {
            sees(desk.stand()).containsText(Pattern.compile("Locked .*: nothing changes here any more\\."));
            assertThat(desk.page().locator("#do-approve, #lock-form").count()).isZero();
        }
        assertThat(anna.isSameDocument()).isTrue();
        assertThat(bo.isSameDocument()).isTrue();
        assertThat(carla.complaints()).isEmpty();
    }

    private static void lock(String typed) {
        carla.page().fill("#lock-typed", typed);
        carla.page().locator("#lock-typed").press("Enter");
    }

    @Test
    @Order(5)
    void thePreparerTakesTheNextMonthFromItsOpeningToTheSignatures() throws Exception {
        anna.goTo("/close");
        anna.page().click("text=Open 2024-11");
        sees(anna.page().locator(".answer.done")).containsText("Period opened.");
        demo.as("operator").post("/api/v1/readings", List.of(UNREADABLE, TOO_MUCH));
        anna.goTo(NOVEMBER).page().click("#do-cutoff");

        sees(anna.page().locator("#blockers li")).containsText(new String[] {"Dead letters"});
        assertThat(anna.isAbove("#blockers", "#steps")).isTrue();
        excludeTheUnreadable();
        sees(anna.page().locator("#blockers li")).containsText(new String[] {"2024-11-19"});
        explainTheDay();

        sees(anna.goTo(NOVEMBER).stand()).containsText("Ready for the first approval.");
        assertThat(anna.complaints()).isEmpty();
    }

    private static void excludeTheUnreadable() {
        anna.page().locator("#blockers li a").click();
        anna.page().locator("#dead-letters tbody tr th a").click();
        anna.page().fill("#reason", "the good value came in the file before");
        anna.page().locator("#exclude-form button").click();
        sees(anna.page().locator(".answer.done")).containsText("Excluded.");
        anna.goTo(NOVEMBER);
    }

    private static void explainTheDay() {
        anna.page().locator("#blockers li a").click();
        Locator form = anna.page().locator("#explain-2024-11-19 form");
        form.locator("select").selectOption("LINEPACK");
        form.locator("input[name=text]").fill("the pipes took up what the town did not");
        form.locator("button").click();
        sees(anna.page().locator(".answer.done")).containsText("Explained.");
    }
}
