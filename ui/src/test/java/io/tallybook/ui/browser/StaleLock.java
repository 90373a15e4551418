package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** A close's page says who works on it; what a node left behind that is gone is cleared, what a node works on is not. */
public final class StaleLock {
    private static final String CLEARANCE = "/api/v1/processing/claims/clearance";
    /** What is left behind. */
    public static final String LEFT = "processor/process-retired/0";

    private final Inspection inspection;

    StaleLock(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Step, attempt and who holds the close's processes, and from there to all that is held. */
    void isSeenFromTheClose(Desk viewer, String close) {
        Page page = viewer.goTo(close).page();
        sees(page.locator("#steps tr[data-key='APPROVE'] .state")).isVisible();
        sees(page.locator("#attempt")).hasText("1");
        sees(page.locator("#lease")).hasText("embedded");
        page.click("#lease");
        sees(viewer.stand()).containsText("no lock is stale");
        Locator row = page.locator("#claims tr[data-key='processor/process-month-end-close/0']");
        sees(row).containsText("The month-end close");
        sees(row).containsText("embedded");
        sees(row).containsText("now");
        sees(row.locator(".state")).hasText("held");
    }

    /** As a node leaves it whose version ran a processor that no node runs any more. */
    public static void isLeftBehind(Path data) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("database.passwords"))) {
            passwords.load(file);
        }
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/tallybook", "app", passwords.getProperty("app"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into token_entry (processor_name, segment, timestamp, owner)"
                    + " values ('process-retired', 0, '2024-11-01T06:00:00.000Z', 'node-9')");
        }
    }

    void isAnAdminsToClear(Desk viewer) {
        Page page = viewer.goTo("/processing").page();
        sees(page.locator("#stale")).containsText("process-retired 0 held by node-9");
        sees(page.locator("#stale .cannot")).containsText("An Admin clears a stale lock.");
        assertThat(page.locator("#stale button").count()).isZero();
        inspection.look(viewer, "a stale lock");
    }

    void isCleared(Desk admin, Api api) {
        Page page = admin.goTo("/processing").page();
        sees(page.locator("#claims tr[data-key='" + LEFT + "'] .state")).hasText("stale");
        inspection.look(admin, "a stale lock to clear");
        page.fill("#clear-why-0", "node-9 was taken down");
        page.click("#stale button");

        sees(page.locator(".answer.done")).containsText("The stale lock is cleared");
        sees(page.locator("#stale")).hasCount(0);
        sees(page.locator("#claims tr[data-key='" + LEFT + "'] .state")).hasText("free");
        admin.goTo("/events?stream=claim:" + LEFT);
        sees(page.locator("#events tbody tr[data-key]")).hasCount(1);
        page.locator("#events tbody tr th a").first().click();
        sees(page.locator("main")).containsText("node-9 was taken down");
        assertThatThrownBy(() -> api.post(
                        CLEARANCE,
                        Map.of("claim", "processor/process-month-end-close/0", "reason", "it seems slow to me")))
                .isInstanceOfSatisfying(
                        ApiRefused.class, refused -> assertThat(refused.rule()).isEqualTo("claim-is-live"));
    }
}
