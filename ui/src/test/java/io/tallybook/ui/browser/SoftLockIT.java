package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.ui.cli.ApiRefused;
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

/** An area is soft-locked on its page, one person is let behind the lock for a minute, and everybody sees it; in order. Then a stale lock of the processing. */
@TestMethodOrder(OrderAnnotation.class)
class SoftLockIT {
    private static final String NOMINATIONS = "/api/v1/nominations/northern-gas-1/sweden/2024-11";
    private static final Inspection INSPECTION = new Inspection();

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static RunningDemo demo;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Desk bo;

    @SuppressWarnings("NullAway.Init")
    private static Desk viktor;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Chromium.isThere(), "no Chromium on this machine: the pages are not tested");
        demo = RunningDemo.demo(scratch);
        chromium = new Chromium();
        bo = chromium.desk(demo, "approver-one");
        viktor = chromium.desk(demo, "viewer");
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
    void anApproverMovesTheLocksOnThePage() throws Exception {
        nominate(1_000);
        bo.goTo("/close").page().click("#soft-locks-more-denmark summary");
        bo.page().fill("#soft-CONFIGURATION-denmark", "2024-11-30");
        bo.page().fill("#soft-locks-reason-denmark", "November is agreed");
        bo.page().click("#soft-locks-more-denmark button");

        sees(bo.page().locator("#soft-locks .answer.done")).containsText("The soft locks are moved.");
        sees(bo.page().locator("#soft-locks dl")).containsText("through 2024-11-30 moved by Bo Friis");
        INSPECTION.look(bo, "soft locks");
        assertRefused(2_000);
    }

    @Test
    @Order(2)
    void anExceptionIsOnEveryPageOfEverybodyWithoutReload() throws Exception {
        viktor.goTo("/network").note();
        bo.goTo("/close").page().click("#exception-more-denmark summary");
        bo.page().selectOption("#exception-area-denmark", "CONFIGURATION");
        bo.page().selectOption("#exception-person-denmark", "accountant");
        bo.page().fill("#exception-minutes-denmark", "1");
        bo.page().fill("#exception-reason-denmark", "a nomination was missed");
        bo.page().click("#exception-more-denmark button");

        sees(bo.page().locator("#soft-locks .answer.done")).containsText("The exception runs from now on.");
        nominate(3_000);
        sees(viktor.page().locator("#excepted")).containsText("open behind its soft lock to Anna Berg");
        sees(viktor.page().locator("#excepted")).containsText("a nomination was missed");
        sees(viktor.page().locator("#excepted [data-left]")).hasText(Pattern.compile("00:0[01]:[0-5][0-9] left"));
        assertThat(viktor.isSameDocument()).isTrue();
        sees(bo.page().locator("#lock-exceptions tbody tr").first()).containsText("a nomination was missed");
        INSPECTION.look(bo, "soft locks with an exception");
    }

    @Test
    @Order(3)
    void atItsEndThePageSaysSoAndTheLockHoldsAgain() {
        sees(viktor.page().locator("#excepted [data-left]")).containsText("refused again");

        assertRefused(4_000);
        assertThat(INSPECTION.findings()).isEmpty();
    }

    /** The locks of the other kind: who works on what. */
    @Test
    @Order(4)
    void whatANodeLeftBehindIsClearedOnItsPage() throws Exception {
        StaleLock stale = new StaleLock(INSPECTION);
        stale.isSeenFromTheClose(viktor, "/close/denmark/2024-10");
        StaleLock.isLeftBehind(scratch.resolve("demo"));
        stale.isAnAdminsToClear(viktor);
        try (Desk admin = chromium.desk(demo, "admin")) {
            stale.isCleared(admin, demo.as("admin"));
        }
        assertThat(INSPECTION.findings()).isEmpty();
    }

    private static void nominate(int kwh) throws Exception {
        demo.as("accountant")
                .put(
                        NOMINATIONS,
                        Map.of("kind", "NOMINATED", "days", List.of(Map.of("day", "2024-11-30", "deliveryKwh", kwh))));
    }

    private static void assertRefused(int kwh) {
        assertThatThrownBy(() -> nominate(kwh))
                .isInstanceOfSatisfying(
                        ApiRefused.class, refused -> assertThat(refused.rule()).isEqualTo("soft-locked"));
    }
}
