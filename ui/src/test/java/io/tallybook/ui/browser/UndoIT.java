package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.tallybook.ui.demo.DemoClose;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What stops, delays or takes back a close is clicked on its pages, each seen by who did it and who it is for; in order. */
@TestMethodOrder(OrderAnnotation.class)
class UndoIT {
    private static final String OCTOBER = "/close/denmark/2024-10";
    private static final String NOVEMBER = "/close/denmark/2024-11";
    private static final String UNFINISHED = "/meter/sweden/2025-06";
    private static final Inspection INSPECTION = new Inspection();

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static RunningDemo demo;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Desk anna;

    @SuppressWarnings("NullAway.Init")
    private static Desk bo;

    @BeforeAll
    static void twoPeople() throws Exception {
        assumeTrue(Chromium.isThere(), "no Chromium on this machine: the pages are not tested");
        demo = RunningDemo.demo(scratch);
        chromium = new Chromium();
        anna = chromium.desk(demo, "accountant");
        bo = chromium.desk(demo, "approver-one");
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
    void onHoldNobodySignsUntilItIsLifted() {
        bo.goTo(OCTOBER).awaitLive().note();
        sees(bo.page().locator("#do-approve")).isVisible();

        more(anna, OCTOBER, "hold", "the auditor asks about storage", "Put 2024-10 on hold");

        sees(anna.page().locator("#undoing .answer.done")).containsText("nothing goes on until it is lifted");
        sees(bo.page().locator("#undoing"))
                .containsText("On hold by Anna Berg (sample): the auditor asks about storage");
        sees(bo.page().locator("#do-approve")).hasCount(0);
        assertThat(bo.isSameDocument()).isTrue();
        INSPECTION.look(anna, "close on hold");

        Page page = bo.goTo(OCTOBER).page();
        page.fill("#resume-reason", "the auditor is answered");
        page.click("text=Lift the hold of 2024-10");
        sees(page.locator("#do-approve")).isVisible();
        sees(page.locator("#undoing")).not().containsText("On hold by");
    }

    @Test
    @Order(2)
    void aRejectedPackIsTakenAnew() {
        Page page = bo.page();
        more(bo, OCTOBER, "reject", "storage was read a day late", "Reject 2024-10");
        sees(page.locator(".answer.done")).containsText("Rejected.");
        sees(page.locator("#blockers li").first()).containsText("storage was read a day late");
        INSPECTION.look(bo, "pack rejected");

        page = anna.goTo(OCTOBER).page();
        page.fill("#restart-reason", "read again, it is right");
        page.click("#restart-more button");

        sees(page.locator(".answer.done")).containsText("Results are being taken anew.");
        sees(anna.stand()).containsText("Ready for the first approval.");
        sees(page.locator("#sign")).containsText("storage was read a day late");
        sees(page.locator("#steps tr[data-key='VALUE'] .state")).hasText("certified");
    }

    @Test
    @Order(3)
    void whatIsHardLockedNobodyOpensAgain() throws Exception {
        DemoClose october = new DemoClose(
                "denmark", "2024-10", new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        october.approve(demo.as("approver-one"), demo.as("approver-two"));
        october.lock(demo.as("approver-two"));
        sees(bo.goTo(OCTOBER).page().locator("#reopen-more")).isVisible();

        raise("2024-09");
        sees(bo.page().locator("#hard-locks .answer.refused")).containsText("2024-10");
        raise("2024-10");

        sees(bo.page().locator("#hard-locks .answer.done")).containsText("The hard lock is raised.");
        sees(bo.page().locator("#hard-locks"))
                .containsText("Through 2024-10: nobody opens it again, whatever their role.");
        INSPECTION.look(bo, "hard lock");
        sees(bo.goTo(OCTOBER).stand()).containsText("nothing changes here any more");
        assertThat(bo.page().locator("#reopen-more").count()).isZero();
    }

    private static void raise(String typed) {
        Page page = bo.goTo("/close").page();
        page.click("#hard-lock-more-denmark summary");
        page.fill("#hard-lock-reason-denmark", "the year is audited");
        page.fill("#hard-lock-typed-denmark", typed);
        page.click("#hard-lock-more-denmark button");
    }

    @Test
    @Order(4)
    void aMonthOpenedByMistakeIsOpenedAgainAndGivenMoreTime() {
        Page page = anna.goTo("/close").page();
        page.click("text=Open 2024-11");
        sees(page.locator(".answer.done")).containsText("Period opened.");
        more(anna, NOVEMBER, "cancel", "the nominations are not in", "Take the opening of 2024-11 back");
        sees(page.locator(".answer.done")).containsText("The opening is taken back.");
        // the cockpit that is left may have asked for its parts once more
        assertThat(anna.complaints()).allMatch(said -> said.contains("404"));

        page.click("text=Open 2024-11");
        sees(page.locator(".answer.done")).containsText("Period opened.");
        anna.goTo(NOVEMBER).page().click("#extend-more summary");
        page.fill("#extend-until", "2027-01-15T18:00");
        page.fill("#extend-reason", "Sweden delivers late");
        page.click("text=Give it more time");

        sees(page.locator("#undoing .answer.done")).containsText("The cut-off has more time.");
        sees(page.locator("#undoing")).containsText("The cut-off has time until 2027-01-15");
        INSPECTION.look(anna, "cut-off extended");
    }

    @Test
    @Order(5)
    void aCutOffDeclaredTooEarlyIsTakenBackWhileAPointIsNotFrozen() throws Exception {
        demo.as("operator")
                .post(
                        "/api/v1/readings",
                        List.of(Map.of("point", "sweden", "gasDay", "2024-11-15", "kwh", "about a lot")));
        Page page = anna.goTo(NOVEMBER).page();
        page.click("#do-cutoff");
        sees(page.locator(".answer.done")).containsText("Cut-off declared.");
        sees(page.locator("#blockers li").first()).containsText("Dead letters");

        more(anna, NOVEMBER, "cutoff", "a letter waits for Sweden", "Take the cut-off of 2024-11 back");

        sees(page.locator(".answer.done")).containsText("The cut-off is taken back.");
        sees(page.locator("#do-cutoff")).isVisible();
        INSPECTION.look(anna, "cut-off taken back");
    }

    @Test
    @Order(6)
    void aMissingDayIsEstimatedAcceptedByAnotherAndWithdrawn() {
        Page page = anna.goTo(UNFINISHED).page();
        page.selectOption("#estimate-first", "2025-06-20");
        page.selectOption("#estimate-last", "2025-06-21");
        page.fill("#estimate-reason", "the line was down");
        page.click("#do-preview-estimate");
        sees(page.locator("#estimate-shown caption")).containsText("2 intervals");
        INSPECTION.look(anna, "estimate shown");
        page.click("#do-estimate");
        sees(page.locator("#estimate .answer.done")).containsText("Estimated");
        sees(page.locator("#estimate-1")).containsText("An approver who did not make it accepts it.");

        bo.goTo(UNFINISHED).page().click("#do-accept-1");
        sees(bo.page().locator("#estimate .answer.done")).containsText("Estimate accepted: its figures count.");
        sees(bo.page().locator("#estimate-1")).containsText("stands");
        INSPECTION.look(bo, "estimate accepted");

        page = anna.goTo(UNFINISHED).page();
        page.fill("#withdraw-1", "the readings were found");
        page.click("text=Withdraw estimate 1");
        sees(page.locator("#estimate .answer.done")).containsText("Estimate withdrawn");
        sees(page.locator("#estimate-1")).hasCount(0);
        assertThat(INSPECTION.findings()).isEmpty();
    }

    /** Opens the folded form of a deed, gives its reason and does it. */
    private static void more(Desk desk, String address, String deed, String reason, String button) {
        Page page = desk.goTo(address).page();
        page.click("#" + deed + "-more summary");
        page.fill("#" + deed + "-reason", reason);
        page.click("#" + deed + "-more button:has-text('" + button + "')");
    }
}
