package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;

import com.microsoft.playwright.Page;
import io.tallybook.ui.cli.Api;
import tools.jackson.databind.JsonNode;

/** The bar of a close and the words beside it are the counts the API gives. */
final class StepCounts {
    private StepCounts() {}

    /** On the cockpit, which is open, and then in the list of periods. */
    static void areTheApis(Desk desk, Api api, String close) {
        JsonNode counted =
                api.get("/api/v1/closes" + close.substring("/close".length())).get("progress");
        String text = "%s of %s steps done, %s late; %s remaining, %s overdue"
                .formatted(
                        counted.get("done"),
                        counted.get("steps"),
                        counted.get("late"),
                        counted.get("remaining"),
                        counted.get("overdue"));
        Page page = desk.page();
        sees(page.locator("#progress-text")).hasText(text);
        sees(page.locator("#progress"))
                .hasAttribute("value", counted.get("done").toString());
        sees(page.locator("#progress")).hasAttribute("max", counted.get("steps").toString());
        desk.goTo("/close");
        sees(page.locator("#periods tbody tr:has(a[href='" + close + "'])")).containsText(text);
        desk.goTo(close);
    }
}
